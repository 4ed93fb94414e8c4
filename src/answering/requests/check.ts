import type { Citation, DifferenceStep, Verdict } from '../answer.ts';
import { fullName, notFoundText, severalChecksText, verdictText } from '../compose.ts';
import { matchPerson, type Person } from '../people.ts';
import { type Reply, reply, type Turn } from '../turn.ts';
import { findSupport } from './claim-support.ts';
import { findAltered, findVerbatim, isBy, type Wording } from './wording.ts';

/** What is found out about one claim. */
interface Finding {
  readonly verdict: Verdict;
  readonly citations: readonly Citation[];
  readonly difference: readonly DifferenceStep[] | null;
}

/** Quotations of one message that are held against the article; the rest is left unread. */
const MOST_CHECKED = 6;

type Claimed = NonNullable<Reply['claimed']>;

/** From the best verdict to the worst: of several quotations the worst is told. */
const ORDER: readonly Verdict[] = ['verbatim', 'paraphrase', 'altered', 'misattributed', 'absent'];

/** Holds a quotation, or "did X say Y?", against the article. */
export async function answerCheck(turn: Turn): Promise<Reply> {
  const { understanding } = turn;
  const { quoted } = understanding;
  const text = quoted.length > 0 ? quoted.join(' … ') : understanding.content;
  if (text === '') {
    return reply({
      request: 'help',
      outcome: 'help',
      text: 'Give me the quotation to check, for example: check “the words”.',
    });
  }
  const people = claimedPeople(turn);
  const joined = findVerbatim(turn, text, people);
  if (quoted.length > 1 && joined === null) return answerSeveral(turn, text, people);
  const finding = joined ? judge(turn, joined, people) : await check(turn, text, people);
  return told({ speaker: understanding.speaker, text }, finding, people);
}

/** Several quotations in one message: each is held against the article, the worst verdict is told. */
async function answerSeveral(turn: Turn, text: string, people: readonly Person[] | null): Promise<Reply> {
  const { quoted, speaker } = turn.understanding;
  const findings: { readonly quote: string; readonly finding: Finding }[] = [];
  for (const quote of quoted.slice(0, MOST_CHECKED))
    findings.push({ quote, finding: await check(turn, quote, people) });
  const sorted = [...findings].sort((a, b) => rankOf(b.finding) - rankOf(a.finding));
  const [worst] = sorted;
  if (!worst) return told({ speaker, text }, { verdict: 'absent', citations: [], difference: null }, people);
  const answer = told({ speaker, text: worst.quote }, worst.finding, people);
  const others = sorted.slice(1);
  return {
    ...answer,
    claimed: { speaker, text },
    text: severalChecksText(
      answer.text,
      others.map(({ quote, finding }) => ({
        quote,
        verdict: finding.verdict,
        citation: finding.citations[0],
      })),
    ),
    citations:
      answer.outcome === 'answered'
        ? [...answer.citations, ...others.flatMap(({ finding }) => found(finding))]
        : [],
  };
}

function rankOf({ verdict }: Finding): number {
  return ORDER.indexOf(verdict);
}

function found({ verdict, citations }: Finding): readonly Citation[] {
  return verdict === 'absent' ? [] : citations;
}

/** Word for word, word by word with changes, or in substance. */
async function check(turn: Turn, text: string, people: readonly Person[] | null): Promise<Finding> {
  const marked = turn.understanding.quoted.length > 0;
  const wording = findVerbatim(turn, text, people) ?? (await findAltered(turn, text, marked, people));
  if (wording) return judge(turn, wording, people);
  const support = await findSupport(turn, text, people);
  // In marks stand somebody's very words: the same in substance is not what was claimed.
  if (marked || !support.citation) return { verdict: 'absent', citations: support.nearest, difference: null };
  return {
    verdict: support.isClaimed ? 'paraphrase' : 'misattributed',
    citations: [support.citation],
    difference: null,
  };
}

/** The verdict on words that stand in the article, by whoever. */
function judge(
  turn: Turn,
  { citation, difference, contrary }: Wording,
  people: readonly Person[] | null,
): Finding {
  const wrongSpeaker = people !== null && !people.some((person) => isBy(person, citation));
  // What is typed without marks is meant by its substance: the contrary of what stands there is not said.
  if (contrary === 'opposite' && turn.understanding.quoted.length === 0)
    return { verdict: 'absent', citations: [citation], difference: null };
  const exact: Verdict = difference === null ? 'verbatim' : contrary === null ? 'paraphrase' : 'altered';
  const verdict = wrongSpeaker ? 'misattributed' : exact;
  return { verdict, citations: [citation], difference: verdict === 'paraphrase' ? null : difference };
}

/** The people that the claim names; null when it names none, empty when nobody of that name is quoted. */
function claimedPeople({ understanding, people, articles, memory }: Turn): readonly Person[] | null {
  const { speaker } = understanding;
  if (speaker === null) return null;
  const pronoun = /^(?:he|she|they|him|her|them|it)$/i.test(speaker);
  if (pronoun && memory.speaker === null) return null;
  const match = matchPerson(pronoun ? (memory.speaker ?? speaker) : speaker, people, articles);
  if (match.kind === 'described') return null;
  // "the man from Tarn" tells what somebody is: whom it fits is not known, and so nobody is contradicted.
  const isDescribed = /^(?:the|an?|this|that)\s/i.test(speaker);
  return match.kind === 'found' ? match.people : isDescribed ? null : [];
}

function told(claimed: Claimed, finding: Finding, people: readonly Person[] | null): Reply {
  const { verdict, citations, difference } = finding;
  const [first] = citations;
  const named = people?.[0]?.speaker ?? null;
  if (verdict === 'absent') {
    return reply({
      request: 'check',
      outcome: 'not-found',
      verdict,
      claimed,
      text: notFoundText('The article does not say that.', first),
      nearest: citations.slice(0, 1),
      topic: claimed.text,
    });
  }
  return reply({
    request: 'check',
    outcome: 'answered',
    verdict,
    claimed,
    difference,
    text: verdictText(verdict, named ? fullName(named) : claimed.speaker, first),
    citations,
    topic: claimed.text,
    speaker: first?.speaker?.name ?? null,
  });
}
