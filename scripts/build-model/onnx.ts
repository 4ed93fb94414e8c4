import onnxProto from 'onnx-proto';

const { onnx } = onnxProto;

// The numbers of onnx.proto3: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto3
const FLOAT = 1;
const INT8 = 3;
const INT64 = 7;
const ATTRIBUTE_FLOAT = 1;
const ATTRIBUTE_INT = 2;
const ATTRIBUTE_INTS = 7;
const IR_VERSION = 8;
const OPSET = 17;

type Attribute = number | readonly number[] | { readonly float: number };
type Dimension = number | string;

/** `to` of a Cast node that makes 32-bit floats. */
export const CAST_TO_FLOAT = FLOAT;

/**
 * Collects the nodes and constants of an ONNX graph in the order in which they are added, so
 * that the same calls make the same bytes.
 */
export class OnnxGraph {
  readonly #nodes: InstanceType<typeof onnx.NodeProto>[] = [];
  readonly #constants: InstanceType<typeof onnx.TensorProto>[] = [];

  /** Adds an operator with one output and returns the output's name. */
  node(
    opType: string,
    inputs: readonly string[],
    output: string,
    attributes: Readonly<Record<string, Attribute>> = {},
  ): string {
    this.#nodes.push(
      onnx.NodeProto.create({
        opType,
        name: output,
        input: [...inputs],
        output: [output],
        attribute: Object.entries(attributes).map(([name, value]) => attributeProto(name, value)),
      }),
    );
    return output;
  }

  /** Adds a constant and returns its name. */
  constant(name: string, shape: readonly number[], values: Float32Array | Int8Array | BigInt64Array): string {
    this.#constants.push(
      onnx.TensorProto.create({
        name,
        dims: [...shape],
        dataType: dataTypeOf(values),
        rawData: new Uint8Array(values.buffer, values.byteOffset, values.byteLength),
      }),
    );
    return name;
  }

  /** The bytes of the model file: int64 inputs, single floats and one float output, with named dimensions. */
  encode(graph: {
    readonly name: string;
    readonly inputs: Readonly<Record<string, readonly Dimension[]>>;
    /** Further inputs, each one float. */
    readonly numbers: readonly string[];
    readonly output: { readonly name: string; readonly shape: readonly Dimension[] };
  }): Uint8Array {
    const model = onnx.ModelProto.create({
      irVersion: IR_VERSION,
      producerName: 'whosaid build-model',
      opsetImport: [onnx.OperatorSetIdProto.create({ domain: '', version: OPSET })],
      graph: onnx.GraphProto.create({
        name: graph.name,
        node: this.#nodes,
        initializer: this.#constants,
        input: [
          ...Object.entries(graph.inputs).map(([name, shape]) => valueInfo(name, INT64, shape)),
          ...graph.numbers.map((name) => valueInfo(name, FLOAT, [1])),
        ],
        output: [valueInfo(graph.output.name, FLOAT, graph.output.shape)],
      }),
    });
    return onnx.ModelProto.encode(model).finish();
  }
}

function dataTypeOf(values: Float32Array | Int8Array | BigInt64Array): number {
  if (values instanceof Float32Array) return FLOAT;
  return values instanceof Int8Array ? INT8 : INT64;
}

function attributeProto(name: string, value: Attribute): InstanceType<typeof onnx.AttributeProto> {
  if (typeof value === 'number') return onnx.AttributeProto.create({ name, type: ATTRIBUTE_INT, i: value });
  if ('float' in value) return onnx.AttributeProto.create({ name, type: ATTRIBUTE_FLOAT, f: value.float });
  return onnx.AttributeProto.create({ name, type: ATTRIBUTE_INTS, ints: [...value] });
}

function valueInfo(name: string, elemType: number, shape: readonly Dimension[]) {
  const dim = shape.map((size) => (typeof size === 'number' ? { dimValue: size } : { dimParam: size }));
  return onnx.ValueInfoProto.create({ name, type: { tensorType: { elemType, shape: { dim } } } });
}
