import { normaliseWord, type Word, words } from '../article/words.ts';
import { tag } from '../quotations/tagger.ts';
import type { TextEmbedding } from '../retrieval/embedder.ts';
import { type WeightedTokens, weightedTokens } from '../retrieval/late-interaction.ts';
import { matchForm } from './word-forms.ts';

/** A question's content, ready to be compared with passages. */
export interface Query {
  readonly text: string;
  readonly vector: Float32Array;
  readonly tokens: WeightedTokens;
  /** The content words, each once: as typed, and the stem under which passages are searched. */
  readonly words: readonly QueryWord[];
}

export interface QueryWord {
  readonly text: string;
  readonly stem: string;
  /** How much the word tells, 0 to 1. */
  readonly weight: number;
  /** A noun or name: what the question is about, rather than what is said of it. */
  readonly noun: boolean;
  /** Rows of the token vectors that belong to it. */
  readonly tokens: readonly number[];
}

/** Words that carry no content in a question, whatever they stand beside. */
const FUNCTION_WORDS = new Set(
  `a an the of to in on at by for from with about as into onto over under up down out off than then and or but if so
   that this these those it its they them their he him his she her hers we us our you your i me my who whom whose
   what which when where why how is are was were be been being am do does did done doing has have had having will
   would shall should can could may might must not no nor there here s 's re ve ll d t don't didn't isn't doesn't
   wasn't weren't won't can't couldn't wouldn't haven't hasn't hadn't really actually just also very too even still
   any some one ones all because while during since until though although article piece story text say said says
   saying tell told tells according think thinks thought claim claims claimed make made get got give gave exactly
   please hey anyone someone somebody anybody people person guy thing things something anything lot much many`.split(
    /\s+/,
  ),
);

/** First number of the vocabulary that is a word: BERT's words stand in it roughly by their frequency in English. */
const FIRST_WORD_ID = 1996;
const VOCABULARY = 30_522;

/**
 * How much a word piece tells, 0 to 1: the square root of its inverse document frequency, where the frequency is
 * guessed from the piece's rank in the vocabulary (Zipf: frequency ∝ 1 / rank).
 */
function pieceWeight(id: number): number {
  if (id < FIRST_WORD_ID) return 0;
  return Math.sqrt(Math.log(2 + id - FIRST_WORD_ID) / Math.log(VOCABULARY - FIRST_WORD_ID));
}

/**
 * Makes a query of a text and its embedding, in two steps: what the text alone tells is read at once, while the model
 * still works.
 */
export function queryOf(text: string, dimension: number): (embedding: TextEmbedding) => Query {
  const nouns = new Set(
    tag(text).flatMap(({ start, tag }) => (tag === 'NOUN' || tag === 'PROPN' ? [start] : [])),
  );
  const content = words(text)
    .filter(({ form }) => !isFunctionWord(form))
    .map((word) => ({ ...word, stem: matchForm(word.form), noun: nouns.has(word.start) }));
  return (embedding) => joined(text, content, embedding, dimension);
}

interface ContentWord extends Word {
  readonly stem: string;
  readonly noun: boolean;
}

function joined(
  text: string,
  content: readonly ContentWord[],
  embedding: TextEmbedding,
  dimension: number,
): Query {
  const { ids, spans, values } = embedding.tokens;
  const weights = ids.map((id, token) => {
    const span = spans[token];
    const shown = span ? normaliseWord(text.slice(span.start, span.end)) : '';
    return isFunctionWord(shown) ? 0 : pieceWeight(id);
  });
  const queryWords = content.map(({ start, end, stem, noun }): QueryWord => {
    const own = spans.flatMap((span, token) => (span.start >= start && span.end <= end ? [token] : []));
    const weight = Math.max(0, ...own.map((token) => weights[token] ?? 0));
    return { text: text.slice(start, end), stem, weight, noun, tokens: own };
  });
  return {
    text,
    vector: embedding.vector,
    tokens: weightedTokens(values, weights, dimension),
    words: queryWords,
  };
}

/** How many words of a text say what to look for. */
export function contentWords(text: string): number {
  return words(text).filter(({ form }) => !isFunctionWord(form)).length;
}

/** "they've" and "he'd" are as empty as "they" and "he". */
function isFunctionWord(form: string): boolean {
  return FUNCTION_WORDS.has(form) || FUNCTION_WORDS.has(form.replace(/'(?:ve|re|d|ll|s|m)$/, ''));
}
