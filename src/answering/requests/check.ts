import type { Span } from '../../article/article.ts';
import type { Quotation } from '../../quotations/quotation.ts';
import type { StoredArticle } from '../../retrieval/store.ts';
import type { Citation, DifferenceStep, Verdict } from '../answer.ts';
import { citeQuotation, citeSentence, sharedLength } from '../citations.ts';
import { ComparedText } from '../comparison.ts';
import { fullName, notFoundText, verdictText } from '../compose.ts';
import { type Candidate, quotationsAt } from '../evidence.ts';
import { matchPerson, type Person } from '../people.ts';
import { type Reply, reply, type Turn } from '../turn.ts';
import { citeBest, gather, isAnswered } from './found.ts';

/** A claim keeps at least this share of its words in the article's order to be the same quotation, altered. */
const KEPT = 0.6;
/** A sentence with less than this share of the claim's words is not its altered source. */
const SHARED = 0.2;
/** Of the article's stretch between the first and the last common word the claim has at least this share. */
const USED = 0.5;
/** Shorter claims share words by chance. */
const MIN_WORDS = 4;
/** Without marks, what is typed may be meant as a paraphrase: only a near copy is held to the letter. */
const KEPT_UNMARKED = 0.75;

/** Logits of the ranking: twice as likely by e to this power. */
const FAR_AHEAD = 1;

interface Finding {
  readonly citation: Citation;
  readonly difference: readonly DifferenceStep[] | null;
  readonly verbatim: boolean;
}

/** Holds a quotation, or "did X say Y?", against the article. */
export async function answerCheck(turn: Turn): Promise<Reply> {
  const { understanding } = turn;
  const quoted = understanding.quoted.length > 0;
  const text = quoted ? understanding.quoted.join(' … ') : understanding.content;
  const claimed = { speaker: understanding.speaker, text };
  if (text === '') {
    return reply({
      request: 'help',
      outcome: 'help',
      text: 'Give me the quotation to check, for example: check “the words”.',
    });
  }
  const people = claimedPeople(turn);
  const verbatim = findVerbatim(turn, text, people);
  const finding = verbatim ?? (await findAltered(turn, text, quoted, people));
  if (finding) return judged(turn, claimed, finding, people);
  return findParaphrase(turn, claimed, people);
}

/** The people that the claim names; null when it names none, empty when nobody of that name is quoted. */
function claimedPeople({ understanding, people, articles, memory }: Turn): readonly Person[] | null {
  const { speaker } = understanding;
  if (speaker === null) return null;
  const phrase = memory.speaker !== null && /^(?:he|she|they)$/i.test(speaker) ? memory.speaker : speaker;
  const match = matchPerson(phrase, people, articles);
  if (match.kind === 'described') return null;
  return match.kind === 'found' ? match.people : [];
}

/** The verdict on words that stand in the article, by whoever. */
function judged(
  turn: Turn,
  claimed: NonNullable<Reply['claimed']>,
  finding: Finding,
  people: readonly Person[] | null,
): Reply {
  const { citation, difference } = finding;
  const wrongSpeaker = people !== null && !people.some((person) => isBy(person, citation));
  const unmarked = turn.understanding.quoted.length === 0 && turn.understanding.speaker !== null;
  const exact: Verdict = finding.verbatim
    ? 'verbatim'
    : unmarked && difference === null
      ? 'paraphrase'
      : 'altered';
  const verdict: Verdict = wrongSpeaker ? 'misattributed' : exact;
  return reply({
    request: 'check',
    outcome: 'answered',
    verdict,
    claimed,
    difference: verdict === 'verbatim' ? null : difference,
    text: verdictText(verdict, nameOf(claimed.speaker, people), citation),
    citations: [citation],
    topic: claimed.text,
    speaker: citation.speaker?.name ?? null,
  });
}

function nameOf(phrase: string | null, people: readonly Person[] | null): string | null {
  const [person] = people ?? [];
  return person ? fullName(person.speaker) : phrase;
}

function isBy({ speaker, stored }: Person, citation: Citation): boolean {
  return stored.article.id === citation.article.id && speaker.name === citation.speaker?.name;
}

/** The words as they stand; by the claimed speaker and in a quotation, where they stand more than once. */
function findVerbatim({ articles }: Turn, text: string, people: readonly Person[] | null): Finding | null {
  const found = articles.flatMap((stored) =>
    ComparedText.of(stored.article)
      .findVerbatim(text)
      .map(({ spans }) => citeAt(stored, spans)),
  );
  const rank = (citation: Citation): number =>
    (people?.some((person) => isBy(person, citation)) ? 4 : 0) +
    (citation.speaker ? 2 : 0) +
    (citation.kind === 'direct' ? 1 : 0);
  const [best] = found.sort((a, b) => rank(b) - rank(a));
  return best ? { citation: best, difference: null, verbatim: true } : null;
}

/** The quotation or sentence that holds these spans, whole. */
function citeAt(stored: StoredArticle, spans: readonly Span[]): Citation {
  const first = spans[0] ?? { start: 0, end: 0 };
  const quotation = quotationAround(stored, first);
  if (quotation) return citeQuotation(stored, quotation);
  const passage = stored.passages.find(({ start, end }) => start <= first.start && end >= first.start);
  const fallback = { ...first, paragraph: passage?.paragraph ?? 0 };
  return citeSentence(stored, passage ?? fallback, null);
}

function quotationAround(stored: StoredArticle, span: Span): Quotation | null {
  const [best] = quotationsAt(stored, span).sort(
    (a, b) => sharedLength(b.spans, span) - sharedLength(a.spans, span),
  );
  return best && sharedLength(best.spans, span) >= 0.5 * (span.end - span.start) ? best : null;
}

/** The stretch that comes nearest word by word, if it is near enough to be the same quotation with changes. */
async function findAltered(
  turn: Turn,
  text: string,
  quoted: boolean,
  people: readonly Person[] | null,
): Promise<Finding | null> {
  if (text.split(/\s+/).length < MIN_WORDS) return null;
  const query = await turn.query(text);
  const evidence = await gather(turn, query, { speech: false, people: null });
  const needed = quoted || turn.understanding.speaker === null ? KEPT : KEPT_UNMARKED;
  const near = evidence.flatMap(({ stored, passage, features }) => {
    if (features.coverage < SHARED) return [];
    const match = ComparedText.of(stored.article).compare(text, around(stored, passage.index));
    return match && match.kept >= needed && match.used >= USED ? [{ stored, match }] : [];
  });
  const rank = ({ stored, match }: (typeof near)[number]): number =>
    match.kept +
    match.used +
    (people?.some((person) => isBy(person, citeAt(stored, [match.span]))) ? 0.2 : 0);
  const [best] = near.sort((a, b) => rank(b) - rank(a));
  if (!best) return null;
  return {
    citation: citeAt(best.stored, [best.match.span]),
    difference: best.match.difference,
    verbatim: false,
  };
}

/** A sentence and its neighbours in the paragraph: people join what a frame stands between. */
function around({ passages }: StoredArticle, index: number): Span {
  const own = passages[index];
  const near = [passages[index - 1], own, passages[index + 1]].filter(
    (passage) => passage !== undefined && passage.paragraph === own?.paragraph,
  );
  return { start: near[0]?.start ?? 0, end: near.at(-1)?.end ?? 0 };
}

/** No shared wording: whether the one named, or somebody else, says the same in other words. */
async function findParaphrase(
  turn: Turn,
  claimed: NonNullable<Reply['claimed']>,
  people: readonly Person[] | null,
): Promise<Reply> {
  const query = await turn.query(claimed.text);
  const anybody = await gather(turn, query, { speech: true, people: null });
  const own = people?.length ? await gather(turn, query, { speech: true, people }) : [];
  const evidence = own.length > 0 && !isFarAhead(anybody, own) ? own : anybody;
  const citations = citeBest(evidence, true, 1);
  const [first] = citations;
  const marked = turn.understanding.quoted.length > 0;
  if (!first || marked || !isAnswered(turn, query, evidence, 'who-said')) {
    return absent(claimed, citeBest(own.length > 0 ? own : anybody, true, 1));
  }
  const verdict: Verdict = people === null || evidence === own ? 'paraphrase' : 'misattributed';
  return reply({
    request: 'check',
    outcome: 'answered',
    verdict,
    claimed,
    text: verdictText(verdict, nameOf(claimed.speaker, people), first),
    citations,
    topic: claimed.text,
    speaker: first.speaker?.name ?? null,
  });
}

/** Whether what somebody else says fits a claim so much better that the claim must mean it. */
function isFarAhead(anybody: readonly Candidate[], own: readonly Candidate[]): boolean {
  return (anybody[0]?.score ?? 0) - (own[0]?.score ?? 0) > FAR_AHEAD;
}

function absent(claimed: NonNullable<Reply['claimed']>, nearest: readonly Citation[]): Reply {
  return reply({
    request: 'check',
    outcome: 'not-found',
    verdict: 'absent',
    claimed,
    text: notFoundText('The article does not say that.', nearest[0]),
    nearest: nearest.slice(0, 1),
    topic: claimed.text,
  });
}
