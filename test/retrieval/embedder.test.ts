import { beforeAll, describe, expect, test } from 'vitest';
import { ensureModel } from '../../scripts/build-model.ts';
import { type Embedder, loadEmbedder, type TextEmbedding } from '../../src/retrieval/embedder.ts';
import { BUILT_MODEL, BUILT_MODEL_HASHES, ONNX_FILE } from '../../src/retrieval/model-files.ts';
import { cosine, readReferences } from './references.ts';

const LONG =
  'The ferry to the outer islands did not sail on Friday, because the wind had torn the ramp from its hinges. ';

let embedder: Embedder;
let references: { text: string; vector: Float32Array }[];

beforeAll(async () => {
  await ensureModel({ quiet: true });
  embedder = await loadEmbedder({ model: null, allowDownload: false });
  references = await readReferences();
});

test('different texts have different vectors', async () => {
  const [pier, cranes] = await embedder.embed(['Who said the pier was finished?', 'Turn off the oven.']);
  expect(cosine(pier, cranes)).toBeLessThan(0.5);
});

describe('embed', () => {
  test('a vector does not depend on what else is embedded', async () => {
    const texts = [...references.map(({ text }) => text), LONG.repeat(2), LONG.repeat(20), 'ferry'];
    const together = await embedder.embed(texts);
    for (const [i, text] of texts.entries()) {
      const [alone] = await embedder.embed([text]);
      expect(cosine(alone, together[i]), text.slice(0, 40)).toBeGreaterThan(0.9999);
    }
  });

  test('the same texts give the same numbers', async () => {
    const texts = references.slice(0, 12).map(({ text }) => text);
    expect(await embedder.embed(texts)).toEqual(await embedder.embed(texts));
  });

  test('vectors have length 1 and the dimension that is told', async () => {
    expect(embedder.dimension).toBe(384);
    for (const vector of await embedder.embed(['ferry', '', LONG.repeat(30)])) {
      expect(vector.length).toBe(384);
      expect(cosine(vector, vector)).toBeCloseTo(1, 5);
    }
  });

  test('what stands after 256 tokens does not count', async () => {
    const [whole, cut] = await embedder.embed([LONG.repeat(30), `${LONG.repeat(15)}${'oven '.repeat(200)}`]);
    expect(cosine(whole, cut)).toBeGreaterThan(0.99999);
    const [short, changed] = await embedder.embed([LONG.repeat(8), `${LONG.repeat(8)}${'oven '.repeat(50)}`]);
    expect(cosine(short, changed)).toBeLessThan(0.999);
  });

  test('no texts give no vectors', async () => {
    expect(await embedder.embed([])).toEqual([]);
    expect(await embedder.embedTokens([])).toEqual([]);
  });

  test('progress counts up to the number of texts', async () => {
    const seen: (readonly [number, number])[] = [];
    await embedder.embed(Array(20).fill('ferry'), (done, total) => seen.push([done, total]));
    expect(seen).toEqual([
      [8, 20],
      [16, 20],
      [20, 20],
    ]);
  });

  test('others get their turn while many texts are embedded', async () => {
    let turns = 0;
    let working = true;
    const countTurns = (): void => {
      turns += 1;
      if (working) setImmediate(countTurns);
    };
    setImmediate(countTurns);
    await embedder.embed(Array(24).fill(LONG.repeat(10)));
    working = false;
    // 24 texts of some 220 tokens, at most 512 tokens a run: twelve runs.
    expect(turns).toBeGreaterThanOrEqual(11);
  });

  test.each([
    ['one word of ten million letters', 'a'.repeat(10_000_000)],
    ['zeros', '\0'.repeat(10_000)],
    ['halves of surrogate pairs', '\ud800 \udc00 '.repeat(1000)],
    ['a million spaces', ' '.repeat(1_000_000)],
    ['marks only', '(«[“'.repeat(5000)],
    ["the model's own marks", '[CLS] [SEP] [PAD] [MASK] [UNK] [SEP]'],
    ['stacked accents', `a${'\u0301'.repeat(5000)}`],
  ])('%s are embedded in a moment', async (_name, text) => {
    const start = performance.now();
    const [embedding] = await embedder.embedTokens([text]);
    expect(performance.now() - start).toBeLessThan(1000);
    expect(cosine(embedding?.vector, embedding?.vector)).toBeCloseTo(1, 5);
  });
});

describe('embedTokens', () => {
  const text = 'Renn wrote: “The cranes weren’t tested in Zürich.”';

  test('the vector of the text is that of embed', async () => {
    const texts = references.map((reference) => reference.text);
    const plain = await embedder.embed(texts);
    const withTokens = await embedder.embedTokens(texts);
    expect(withTokens.map(({ vector }) => vector)).toEqual(plain);
  });

  test('there is a row of length 1 for each word piece, without the marks around the text', async () => {
    const [embedding] = await embedder.embedTokens([text]);
    const { pieces, spans, values } = embedding?.tokens ?? {
      pieces: [],
      spans: [],
      values: new Float32Array(),
    };
    expect(pieces.slice(0, 6)).toEqual(['ren', '##n', 'wrote', ':', '“', 'the']);
    expect(pieces).not.toContain('[CLS]');
    expect(pieces).not.toContain('[SEP]');
    expect(spans.length).toBe(pieces.length);
    expect(values.length).toBe(pieces.length * embedder.dimension);
    for (let i = 0; i < pieces.length; i++) expect(cosine(row(values, i), row(values, i))).toBeCloseTo(1, 5);
  });

  test('spans point at the pieces in the text', async () => {
    const [embedding] = await embedder.embedTokens([text]);
    const shown = embedding?.tokens.spans.map(({ start, end }) => text.slice(start, end));
    expect(shown?.slice(0, 3)).toEqual(['Ren', 'n', 'wrote']);
    expect(shown).toContain('Zürich');
    expect(shown?.join('')).toBe(text.replaceAll(' ', ''));
  });

  test('a word finds its like in another text', async () => {
    const [question, passage] = await embedder.embedTokens(['cranes', text]);
    const cranes = passage?.tokens.pieces.indexOf('cranes') ?? -1;
    const similarities = passage?.tokens.pieces.map((_, i) =>
      cosine(row(question?.tokens.values, 0), row(passage.tokens.values, i)),
    );
    expect(similarities?.indexOf(Math.max(...similarities))).toBe(cranes);
  });
});

describe('embedQuestions', () => {
  // In the answer hardly a word of the question stands; the other sentence has its words and does not answer.
  const ASKED = [
    [
      'who moaned that the trains never turn up',
      '“I have stood on that platform for an hour most mornings since March,” the nurse said.',
      'The trains turn round at Hadley, where they are cleaned before the evening.',
    ],
    [
      'what did the harbour people reckon it would cost',
      'The port authority put the bill at nine million crowns.',
      'The harbour people met on Tuesday to talk of the new crane and who would drive it.',
    ],
    [
      'why did the bakery shut',
      'Flour had doubled in price and the owner, Tessa Mond, could no longer pay her two apprentices.',
      'The bakery stands beside the chapel, and its door is shut at noon.',
    ],
    [
      'who thinks the young striker is overrated',
      '“One good season does not make a great forward,” said the former captain.',
      'The young striker thinks of his mother before each match.',
    ],
  ] as const;

  test('a question is nearer to what answers it than the same words as a text are', async () => {
    const questions = ASKED.map(([question]) => question);
    const asked = await embedder.embedQuestions(questions);
    const told = await embedder.embedTokens(questions);
    const answers = await embedder.embed(ASKED.map(([, answer]) => answer));
    const others = await embedder.embed(ASKED.map(([, , other]) => other));
    const lead = (of: readonly TextEmbedding[]): number =>
      of.reduce((sum, { vector }, at) => sum + cosine(vector, answers[at]) - cosine(vector, others[at]), 0);
    expect(lead(asked)).toBeGreaterThan(lead(told) + 0.4);
  });

  test('it has the pieces and places of the same words as a text', async () => {
    const [asked] = await embedder.embedQuestions(['who saw the ferry sink?']);
    const [told] = await embedder.embedTokens(['who saw the ferry sink?']);
    expect(asked?.tokens.pieces).toEqual(told?.tokens.pieces);
    expect(asked?.tokens.spans).toEqual(told?.tokens.spans);
    expect(asked?.tokens.values).not.toEqual(told?.tokens.values);
  });
});

test('the embedder names its model and the hash of the weights', () => {
  expect(embedder.model).toBe(BUILT_MODEL);
  expect(embedder.hash).toBe(BUILT_MODEL_HASHES[ONNX_FILE]);
});

function row(values: Float32Array | undefined, index: number): Float32Array | undefined {
  return values?.subarray(index * 384, (index + 1) * 384);
}
