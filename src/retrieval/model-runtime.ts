import { createRequire } from 'node:module';
import { basename, dirname } from 'node:path';
import type { PreTrainedModel, PreTrainedTokenizer, Tensor } from '@xenova/transformers';
import type * as Onnxruntime from 'onnxruntime-node';
import { stateOf } from './durable.ts';
import type { CompactEmbedding, Embedder, OnProgress, TextEmbedding, TokenVectors } from './embedder.ts';
import { type EncodedText, planBatches } from './embedding-batches.ts';
import { ADAPTER_INPUT, ModelError } from './model-files.ts';
import { findModel, type LocalModel, type ModelChoice, type ModelIdentity } from './model-folder.ts';
import { meanOfRows, normalisedRows } from './pooling.ts';
import { pieceSpans } from './token-spans.ts';
import { quantise } from './token-vectors.ts';

/** The length at which all-MiniLM-L6-v2 was trained to cut (its sentence_bert_config.json). */
const MAX_TOKENS = 256;
// A text this long is far over 256 tokens in any language: what follows would be tokenized to be cut.
const MAX_TEXT_LENGTH = 8192;

interface Runtime {
  readonly tokenizer: PreTrainedTokenizer;
  readonly network: PreTrainedModel;
  readonly makeTensor: (values: BigInt64Array, shape: number[]) => Tensor;
  /** How much of the adapter for questions takes part, none or all of it; nothing for a model that has none. */
  readonly adapterShare: (share: 0 | 1) => Readonly<Record<string, Tensor>>;
  readonly inNative: InNative;
}

/** Does work that calls native code, and gives what it gives. */
export type InNative = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** What the model says of one text: a row for each of its tokens, the marks around it included. */
interface TokenRows {
  readonly values: Float32Array;
  readonly encoded: EncodedText;
}

export interface ModelOptions extends ModelChoice {
  /**
   * Threads that share one run. 1 if it is not given: a second one embeds a question in two thirds of the time, and
   * then takes a processor from whatever follows, for it waits by spinning.
   */
  readonly threads?: number;
}

/**
 * Loads the chosen model into this thread (about half a second, most of it the library), which each run of it then
 * holds to its end. The runtime works in one thread of a process only. Nothing is fetched from anywhere unless
 * `allowDownload`. Throws ModelError: missing, damaged, not allowed, unusable. `inNative` is put around all that calls
 * native code.
 */
export async function loadModel(
  options: ModelOptions,
  inNative: InNative = (work) => work(),
): Promise<Embedder> {
  const found = await findModel(options);
  const model: ModelIdentity = { name: found.name, hash: found.hash };
  const runtime = await inNative(() => startRuntime(found, options.threads ?? 1, inNative));
  const [probe] = await runAll(model, runtime, ['ready'], 0, (rows) => rows);
  const dimension = probe ? probe.values.length / probe.encoded.ids.length : 0;
  const byWord = (rows: TokenRows, text: string): TextEmbedding => ({
    vector: meanOfRows(rows.values, dimension),
    tokens: tokenVectors(runtime.tokenizer, rows, dimension, text),
  });
  const compactly = ({ values }: TokenRows): CompactEmbedding => ({
    vector: meanOfRows(values, dimension),
    tokens: quantise(pieceRows(values, dimension), dimension),
  });
  return {
    model: model.name,
    hash: model.hash,
    dimension,
    embed: (texts, onProgress) =>
      runAll(model, runtime, texts, 0, ({ values }) => meanOfRows(values, dimension), onProgress),
    embedTokens: (texts, onProgress) => runAll(model, runtime, texts, 0, byWord, onProgress),
    embedCompactly: (texts) => runAll(model, runtime, texts, 0, compactly),
    embedQuestions: (questions) => runAll(model, runtime, questions, 1, byWord),
  };
}

async function startRuntime(model: LocalModel, threads: number, inNative: InNative): Promise<Runtime> {
  try {
    // Before native code is loaded: a thread that ends afterwards may take the process with it.
    await checkUnchanged(model);
  } catch (error) {
    throw unusable(model, error);
  }
  // Imported here and not above: the library costs a quarter of a second, and many commands need no model.
  const { AutoTokenizer, env, PreTrainedModel, Tensor } = await import('@xenova/transformers');
  // Required, not imported: what an import of this package gives differs between Node, tsx and vitest.
  const onnxruntime: typeof Onnxruntime = createRequire(import.meta.url)('onnxruntime-node');
  env.allowRemoteModels = false;
  env.useFSCache = false;
  env.localModelPath = dirname(model.folder);
  try {
    const tokenizer = await AutoTokenizer.from_pretrained(basename(model.folder), { local_files_only: true });
    // The library opens a session without settings; given one, it runs it as its own.
    // By its path: of a model given as bytes this version reads no settings, runs it in as many threads as there are
    // processors, and each of them waits for work by spinning through what an answer takes beside the model.
    const session = await onnxruntime.InferenceSession.create(model.weights.path, {
      intraOpNumThreads: threads,
      interOpNumThreads: 1,
      logSeverityLevel: 3,
    });
    await checkUnchanged(model);
    const adapted = session.inputNames.includes(ADAPTER_INPUT);
    return {
      tokenizer,
      network: new PreTrainedModel({}, session),
      makeTensor: (values, shape) => new Tensor('int64', values, shape),
      adapterShare: (share) =>
        adapted ? { [ADAPTER_INPUT]: new Tensor('float32', Float32Array.of(share), [1]) } : {},
      inNative,
    };
  } catch (error) {
    throw unusable(model, error);
  }
}

/** What was loaded must be what was hashed. */
async function checkUnchanged({ name, weights }: LocalModel): Promise<void> {
  if ((await stateOf(weights.path)) !== weights.state)
    throw new Error(`${name} was changed while it was loaded; start again`);
}

/** Embeds all texts, shortest first in small batches, and gives the results in the order of the texts. */
async function runAll<Result>(
  model: ModelIdentity,
  runtime: Runtime,
  texts: readonly string[],
  adapterShare: 0 | 1,
  finish: (rows: TokenRows, text: string) => Result,
  onProgress?: OnProgress,
): Promise<Result[]> {
  const encoded = texts.map((text) => encode(runtime.tokenizer, text));
  const results = new Map<number, Result>();
  for (const batch of planBatches(encoded)) {
    const values = await run(
      model,
      runtime,
      batch.map((index) => encoded[index] as EncodedText),
      adapterShare,
    );
    batch.forEach((index, position) => {
      const rows = { values: values[position] as Float32Array, encoded: encoded[index] as EncodedText };
      results.set(index, finish(rows, texts[index] as string));
    });
    onProgress?.(results.size, texts.length);
    // A run holds the thread to its end; between two of them others get their turn.
    if (results.size < texts.length) await new Promise((resolve) => setImmediate(resolve));
  }
  return texts.map((_, index) => results.get(index) as Result);
}

function encode(tokenizer: PreTrainedTokenizer, text: string): EncodedText {
  const { input_ids: ids }: { input_ids: number[] } = tokenizer(text.slice(0, MAX_TEXT_LENGTH), {
    truncation: false,
    return_tensor: false,
  });
  // Cut here: the library's own truncation takes the closing mark away, which the model expects.
  return { ids: ids.length > MAX_TOKENS ? [...ids.slice(0, MAX_TOKENS - 1), ...ids.slice(-1)] : ids };
}

/** Runs the model on one batch: for each text, its rows without those of the padding. */
async function run(
  model: ModelIdentity,
  runtime: Runtime,
  batch: readonly EncodedText[],
  adapterShare: 0 | 1,
): Promise<Float32Array[]> {
  const length = Math.max(...batch.map(({ ids }) => ids.length));
  const ids = new BigInt64Array(batch.length * length);
  const mask = new BigInt64Array(batch.length * length);
  batch.forEach((text, row) => {
    text.ids.forEach((id, column) => {
      ids[row * length + column] = BigInt(id);
      mask[row * length + column] = 1n;
    });
  });
  const shape = [batch.length, length];
  let hidden: Float32Array;
  try {
    const output: { last_hidden_state: { data: Float32Array } } = await runtime.inNative(() =>
      runtime.network({
        input_ids: runtime.makeTensor(ids, shape),
        attention_mask: runtime.makeTensor(mask, shape),
        token_type_ids: runtime.makeTensor(new BigInt64Array(ids.length), shape),
        ...runtime.adapterShare(adapterShare),
      }),
    );
    hidden = output.last_hidden_state.data;
  } catch (error) {
    throw unusable(model, error);
  }
  const dimension = hidden.length / (batch.length * length);
  return batch.map((text, row) => {
    const start = row * length * dimension;
    return hidden.subarray(start, start + text.ids.length * dimension);
  });
}

function tokenVectors(
  tokenizer: PreTrainedTokenizer,
  { values, encoded }: TokenRows,
  dimension: number,
  text: string,
): TokenVectors {
  const ids = encoded.ids.slice(1, -1);
  const pieces = ids.map((id) => tokenizer.model.vocab[id] ?? '');
  return {
    pieces,
    ids,
    spans: pieceSpans(text.slice(0, MAX_TEXT_LENGTH), pieces, tokenizer.model.unk_token ?? '[UNK]'),
    values: pieceRows(values, dimension),
  };
}

/** The rows of the word pieces, without the first and the last, which are those of the marks around a text. */
function pieceRows(values: Float32Array, dimension: number): Float32Array {
  return normalisedRows(values.subarray(dimension, values.length - dimension), dimension);
}

function unusable(model: ModelIdentity, cause: unknown): ModelError {
  const reason = cause instanceof Error ? cause.message.split('\n')[0] : String(cause);
  return new ModelError('unusable', `The embedding model ${model.name} cannot be used: ${reason}`, { cause });
}
