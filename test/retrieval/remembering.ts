import type { CompactEmbedding, Embedder } from '../../src/retrieval/embedder.ts';

/** An embedder that embeds each text once, with the texts that token vectors were asked for. */
export function remembering(embedder: Embedder): Embedder & { readonly asked: string[] } {
  const known = new Map<string, Promise<CompactEmbedding[]>>();
  const asked: string[] = [];
  const once = async (text: string): Promise<CompactEmbedding> => {
    const found = known.get(text) ?? embedder.embedCompactly([text]);
    known.set(text, found);
    return (await found)[0] as CompactEmbedding;
  };
  return {
    ...embedder,
    asked,
    embedCompactly(texts) {
      asked.push(...texts);
      return Promise.all(texts.map(once));
    },
  };
}
