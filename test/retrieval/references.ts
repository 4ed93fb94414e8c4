import { readFile } from 'node:fs/promises';

/** Texts and their vectors by another engine from the model's weights as they are published. */
export async function readReferences(): Promise<{ text: string; vector: Float32Array }[]> {
  const file = new URL('../reference-vectors/vectors.json', import.meta.url);
  const { texts }: { texts: { text: string; vector: string }[] } = JSON.parse(await readFile(file, 'utf8'));
  return texts.map(({ text, vector }) => ({
    text,
    vector: new Float32Array(new Uint8Array(Buffer.from(vector, 'base64')).buffer),
  }));
}

/** The dot product: all vectors here have length 1, and one that has not shows. */
export function cosine(a: Float32Array | undefined, b: Float32Array | undefined): number {
  if (!a || !b || a.length !== b.length) return Number.NaN;
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? Number.NaN), 0);
}
