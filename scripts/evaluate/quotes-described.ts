import { splitSentences } from '../../src/article/sentences.ts';
import { findQuotations } from '../../src/quotations/find.ts';
import type { Speaker } from '../../src/quotations/quotation.ts';
import { type DescriptionProbe, readDescriptions } from '../../test/golden/descriptions.ts';
import { articleOf } from './quotes-data.ts';
import { Share, show, table } from './statistics.ts';

/** Who a probe's last speaker was taken for. */
interface Outcome {
  readonly probe: DescriptionProbe;
  readonly speaker: Speaker | null;
  readonly verdict: 'right' | 'wrong name' | 'no name' | 'nothing found';
}

/** Speakers without a name, taken back to who was named before: right, under a wrong name, under none. */
export function describedTable(): string {
  const rows = [['set', 'right', 'wrong name', 'no name', 'nothing found']];
  for (const set of ['open', 'frozen'] as const) {
    const outcomes = readDescriptions(set).map((probe, index) => judge(probe, index));
    const share = (verdict: Outcome['verdict']): string => {
      const counted = new Share();
      for (const outcome of outcomes) counted.count(outcome.verdict === verdict);
      return show(counted);
    };
    rows.push([set, share('right'), share('wrong name'), share('no name'), share('nothing found')]);
  }
  return table(rows);
}

/** The open probes that come out wrong, with what was found. */
export function describedMisses(): string[] {
  return readDescriptions('open')
    .map((probe, index) => judge(probe, index))
    .filter(({ verdict }) => verdict !== 'right')
    .map(
      ({ probe, speaker, verdict }) =>
        `--- ${verdict}\n    in: ${probe.body.replaceAll('\n\n', ' ¶ ')}\n  gold: ${probe.name ?? '–'}\n found: ${speaker?.name ?? '–'}`,
    );
}

function judge(probe: DescriptionProbe, index: number): Outcome {
  // What stands first would be taken for the title.
  const article = articleOf(`description-${index}`, `A report\n\n${probe.body}`);
  const { text } = article;
  const last =
    splitSentences(text, { start: text.length - probe.body.length, end: text.length }).at(-1)?.start ?? 0;
  const found = findQuotations(article).findLast(({ spans }) => spans.some(({ end }) => end > last));
  if (!found) return { probe, speaker: null, verdict: 'nothing found' };
  return { probe, speaker: found.speaker, verdict: verdictOf(probe, found.speaker) };
}

function verdictOf({ name }: DescriptionProbe, speaker: Speaker | null): Outcome['verdict'] {
  const named = speaker !== null && isName(speaker);
  if (name === null) return named ? 'wrong name' : 'right';
  if (speaker?.name === name) return 'right';
  return named ? 'wrong name' : 'no name';
}

/** "Swedish manufacturer" is none: names begin and end with a capital. */
function isName({ kind, name }: Speaker): boolean {
  const words = name.split(' ');
  const capital = (word: string | undefined) => /^\p{Lu}/u.test(word ?? '');
  return !/^(?:unnamed|group)$/.test(kind) && capital(words[0]) && capital(words.at(-1));
}
