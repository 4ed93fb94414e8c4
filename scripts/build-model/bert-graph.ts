import { ADAPTER_INPUT } from '../../src/retrieval/model-files.ts';
import { CAST_TO_FLOAT, OnnxGraph } from './onnx.ts';
import { quantise, transpose } from './quantise.ts';
import type { Weights } from './safetensors.ts';

/** Rank of the adapter's matrices: the width through which it sees a layer's input. */
const ADAPTER_RANK = 16;

/** The sizes of a BERT encoder, as its config.json names them. */
export interface BertConfig {
  readonly hidden_size: number;
  readonly intermediate_size: number;
  readonly num_attention_heads: number;
  readonly num_hidden_layers: number;
  readonly max_position_embeddings: number;
  readonly type_vocab_size: number;
  readonly vocab_size: number;
  readonly layer_norm_eps: number;
}

interface Builder {
  readonly graph: OnnxGraph;
  readonly weights: Weights;
  /** Null: the model reads questions as it reads texts. */
  readonly adapter: Weights | null;
  readonly config: BertConfig;
}

// Added to the attention score of padding: e^-10000 is 0 in 32 bits, so padding weighs nothing
// and a text's vector does not depend on what it is batched with.
const MASKED = -10_000;

// Rows of a matrix that share a scale in each column: a divisor of both 384 and 1536. Against one scale
// for a whole column this halves the error (lowest cosine to full precision over the reference texts:
// .9992 for .9963) and adds 4 % to the file.
const BLOCK_ROWS = 48;

/**
 * The ONNX file of a BERT encoder: inputs input_ids, attention_mask, token_type_ids (int64
 * [batch, seq]) and, with an adapter, `question` (float [1], 0 or 1: how much of it takes part); output
 * last_hidden_state (float [batch, seq, hidden]). The matrices are stored as 8-bit integers with scales
 * and widened when the model is loaded; all arithmetic is in 32-bit floats, so that results do not depend
 * on the batch.
 */
export function encodeBertModel(
  weights: Weights,
  adapter: Weights | null,
  config: BertConfig,
  onProgress: (done: number, total: number) => void,
): Uint8Array {
  const builder: Builder = { graph: new OnnxGraph(), weights, adapter, config };
  const total = config.num_hidden_layers + 2;
  addSharedConstants(builder);
  let hidden = addEmbeddings(builder);
  onProgress(1, total);
  for (let layer = 0; layer < config.num_hidden_layers; layer++) {
    const isLast = layer === config.num_hidden_layers - 1;
    hidden = addLayer(builder, layer, hidden, isLast ? 'last_hidden_state' : `layer${layer}`);
    onProgress(layer + 2, total);
  }
  const bytes = builder.graph.encode({
    name: 'bert',
    inputs: {
      input_ids: ['batch', 'seq'],
      attention_mask: ['batch', 'seq'],
      token_type_ids: ['batch', 'seq'],
    },
    numbers: adapter ? [ADAPTER_INPUT] : [],
    output: { name: hidden, shape: ['batch', 'seq', config.hidden_size] },
  });
  onProgress(total, total);
  return bytes;
}

function addSharedConstants({ graph, config }: Builder): void {
  const heads = config.num_attention_heads;
  const perHead = config.hidden_size / heads;
  // In a Reshape, 0 keeps the size of the input's dimension.
  graph.constant('shape.heads', [4], BigInt64Array.of(0n, 0n, BigInt(heads), BigInt(perHead)));
  graph.constant('shape.joined', [3], BigInt64Array.of(0n, 0n, BigInt(config.hidden_size)));
  graph.constant('axis.0', [1], BigInt64Array.of(0n));
  graph.constant('axes.heads', [2], BigInt64Array.of(1n, 2n));
  graph.constant('one', [], Float32Array.of(1));
  graph.constant('half', [], Float32Array.of(0.5));
  graph.constant('sqrt2', [], Float32Array.of(Math.SQRT2));
  graph.constant('masked', [], Float32Array.of(MASKED));
}

function addEmbeddings(builder: Builder): string {
  const { graph, weights, config } = builder;
  const size = config.hidden_size;
  const table = weights.tensor('embeddings.word_embeddings.weight', [config.vocab_size, size]);
  const words = quantise(table.values, size, config.vocab_size);
  graph.constant('words.int8', table.shape, words.values);
  graph.constant('words.scales', [size], words.scales);
  // Widened after the lookup: only the rows of the text, not the table, take 32 bits in memory.
  const rows = graph.node('Gather', ['words.int8', 'input_ids'], 'words.rows', { axis: 0 });
  const wide = graph.node('Cast', [rows], 'words.wide', { to: CAST_TO_FLOAT });
  const scaled = graph.node('Mul', [wide, 'words.scales'], 'words.scaled');

  const types = addConstant(builder, 'embeddings.token_type_embeddings.weight', [
    config.type_vocab_size,
    size,
  ]);
  const typeRows = graph.node('Gather', [types, 'token_type_ids'], 'types.rows', { axis: 0 });

  const positions = addConstant(builder, 'embeddings.position_embeddings.weight', [
    config.max_position_embeddings,
    size,
  ]);
  const length = graph.node('Shape', ['input_ids'], 'length', { start: 1, end: 2 });
  const positionRows = graph.node('Slice', [positions, 'axis.0', length, 'axis.0'], 'positions.rows');

  const mask = graph.node('Cast', ['attention_mask'], 'mask.float', { to: CAST_TO_FLOAT });
  const inverse = graph.node('Sub', ['one', mask], 'mask.inverse');
  const scores = graph.node('Mul', [inverse, 'masked'], 'mask.scores');
  graph.node('Unsqueeze', [scores, 'axes.heads'], 'mask');

  const typed = graph.node('Add', [scaled, typeRows], 'embeddings.typed');
  const placed = graph.node('Add', [typed, positionRows], 'embeddings.placed');
  return addLayerNorm(builder, 'embeddings.LayerNorm', placed, 'embeddings');
}

function addLayer(builder: Builder, layer: number, input: string, output: string): string {
  const { graph, config } = builder;
  const prefix = `encoder.layer.${layer}`;
  const { hidden_size: size, intermediate_size: inner } = config;

  const context = addAttention(builder, `${prefix}.attention`, input);
  const attended = addLinear(builder, `${prefix}.attention.output.dense`, context, [size, size]);
  const sum = graph.node('Add', [attended, input], `${prefix}.attention.sum`);
  const normed = addLayerNorm(
    builder,
    `${prefix}.attention.output.LayerNorm`,
    sum,
    `${prefix}.attention.normed`,
  );

  const widened = addLinear(builder, `${prefix}.intermediate.dense`, normed, [size, inner]);
  const activated = addGelu(builder, `${prefix}.gelu`, widened);
  const narrowed = addLinear(builder, `${prefix}.output.dense`, activated, [inner, size]);
  const outputSum = graph.node('Add', [narrowed, normed], `${prefix}.sum`);
  return addLayerNorm(builder, `${prefix}.output.LayerNorm`, outputSum, output);
}

function addAttention(builder: Builder, prefix: string, input: string): string {
  const { graph, config } = builder;
  const size = config.hidden_size;
  // The division of the scores by the root of the head's size is folded into the query weights.
  const queryFactor = 1 / Math.sqrt(size / config.num_attention_heads);
  const heads = (part: string, factor: number, permutation: readonly number[]) => {
    const linear = addLinear(builder, `${prefix}.self.${part}`, input, [size, size], factor);
    const split = graph.node('Reshape', [linear, 'shape.heads'], `${linear}.split`);
    return graph.node('Transpose', [split], `${linear}.heads`, { perm: permutation });
  };
  const query = heads('query', queryFactor, [0, 2, 1, 3]);
  const key = heads('key', 1, [0, 2, 3, 1]);
  const value = heads('value', 1, [0, 2, 1, 3]);
  const scores = graph.node('MatMul', [query, key], `${prefix}.scores`);
  const masked = graph.node('Add', [scores, 'mask'], `${prefix}.masked`);
  const shares = graph.node('Softmax', [masked], `${prefix}.shares`, { axis: -1 });
  const mixed = graph.node('MatMul', [shares, value], `${prefix}.mixed`);
  const back = graph.node('Transpose', [mixed], `${prefix}.back`, { perm: [0, 2, 1, 3] });
  return graph.node('Reshape', [back, 'shape.joined'], `${prefix}.joined`);
}

function addLinear(
  builder: Builder,
  prefix: string,
  input: string,
  [inputSize, outputSize]: readonly [number, number],
  factor = 1,
): string {
  const { graph, weights } = builder;
  const { values } = weights.tensor(`${prefix}.weight`, [outputSize, inputSize]);
  const matrix = transpose(values, outputSize, inputSize);
  if (builder.adapter?.has(`${prefix}.texts.down`)) {
    mergeAdapter(matrix, builder.adapter, `${prefix}.texts`, [inputSize, outputSize]);
  }
  const restored = addQuantised(builder, prefix, [inputSize, outputSize], matrix, factor);
  const product = graph.node('MatMul', [input, restored], `${prefix}.product`);
  const bias = weights.tensor(`${prefix}.bias`, [outputSize]).values.map((value) => value * factor);
  graph.constant(`${prefix}.bias`, [outputSize], bias);
  if (!builder.adapter?.has(`${prefix}.down`)) {
    return graph.node('Add', [product, `${prefix}.bias`], `${prefix}.out`);
  }
  const biased = graph.node('Add', [product, `${prefix}.bias`], `${prefix}.biased`);
  const adapted = addAdapter(graph, builder.adapter, prefix, input, [inputSize, outputSize], factor);
  return graph.node('Add', [biased, adapted], `${prefix}.out`);
}

/** Adds to a matrix what an adapter would add to its outputs: down · up. It costs nothing when the model runs. */
function mergeAdapter(
  matrix: Float32Array,
  adapter: Weights,
  name: string,
  [inputSize, outputSize]: readonly [number, number],
): void {
  const down = adapter.tensor(`${name}.down`, [inputSize, ADAPTER_RANK]).values;
  const up = adapter.tensor(`${name}.up`, [ADAPTER_RANK, outputSize]).values;
  for (let row = 0; row < inputSize; row++) {
    for (let column = 0; column < outputSize; column++) {
      let sum = 0;
      for (let at = 0; at < ADAPTER_RANK; at++) {
        sum += (down[row * ADAPTER_RANK + at] as number) * (up[at * outputSize + column] as number);
      }
      matrix[row * outputSize + column] = (matrix[row * outputSize + column] as number) + sum;
    }
  }
}

/**
 * What the adapter adds to a linear layer's output: input · down · up, two matrices of low rank (LoRA, Hu et al. 2021),
 * times the input `question`. Nothing at all where that is 0.
 */
function addAdapter(
  graph: OnnxGraph,
  adapter: Weights,
  prefix: string,
  input: string,
  [inputSize, outputSize]: readonly [number, number],
  factor: number,
): string {
  const down = adapter.tensor(`${prefix}.down`, [inputSize, ADAPTER_RANK]);
  const up = adapter.tensor(`${prefix}.up`, [ADAPTER_RANK, outputSize]);
  graph.constant(`${prefix}.down`, down.shape, down.values);
  graph.constant(
    `${prefix}.up`,
    up.shape,
    up.values.map((value) => value * factor),
  );
  const narrow = graph.node('MatMul', [input, `${prefix}.down`], `${prefix}.narrow`);
  const gated = graph.node('Mul', [narrow, ADAPTER_INPUT], `${prefix}.gated`);
  return graph.node('MatMul', [gated, `${prefix}.up`], `${prefix}.adapted`);
}

/** A matrix times a factor, stored in 8 bits; the runtime restores it once, when it loads the model. */
function addQuantised(
  { graph }: Builder,
  name: string,
  [rows, columns]: readonly [number, number],
  matrix: Float32Array,
  factor: number,
): string {
  const blocks = rows / BLOCK_ROWS;
  const { values, scales } = quantise(matrix, columns, BLOCK_ROWS);
  graph.constant(`${name}.int8`, [blocks, BLOCK_ROWS, columns], values);
  const scaled = scales.map((scale) => scale * factor);
  graph.constant(`${name}.scales`, [blocks, 1, columns], scaled);
  graph.constant(`${name}.shape`, [2], BigInt64Array.of(BigInt(rows), BigInt(columns)));
  const wide = graph.node('Cast', [`${name}.int8`], `${name}.wide`, { to: CAST_TO_FLOAT });
  const restored = graph.node('Mul', [wide, `${name}.scales`], `${name}.blocks`);
  return graph.node('Reshape', [restored, `${name}.shape`], `${name}.restored`);
}

function addLayerNorm(builder: Builder, prefix: string, input: string, output: string): string {
  const { graph, config } = builder;
  const size = [config.hidden_size];
  const weight = addConstant(builder, `${prefix}.weight`, size);
  const bias = addConstant(builder, `${prefix}.bias`, size);
  return graph.node('LayerNormalization', [input, weight, bias], output, {
    axis: -1,
    epsilon: { float: config.layer_norm_eps },
  });
}

function addGelu({ graph }: Builder, prefix: string, input: string): string {
  const divided = graph.node('Div', [input, 'sqrt2'], `${prefix}.divided`);
  const erf = graph.node('Erf', [divided], `${prefix}.erf`);
  const shifted = graph.node('Add', [erf, 'one'], `${prefix}.shifted`);
  const weighted = graph.node('Mul', [input, shifted], `${prefix}.weighted`);
  return graph.node('Mul', [weighted, 'half'], `${prefix}.out`);
}

function addConstant({ graph, weights }: Builder, name: string, shape: readonly number[]): string {
  return graph.constant(name, shape, weights.tensor(name, shape).values);
}
