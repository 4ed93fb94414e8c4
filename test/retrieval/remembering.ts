import type { Embedder, TextEmbedding } from '../../src/retrieval/embedder.ts';

/** An embedder that embeds each text once, with the texts that token vectors were asked for. */
export function remembering(embedder: Embedder): Embedder & { readonly asked: string[] } {
  const known = new Map<string, Promise<TextEmbedding[]>>();
  const asked: string[] = [];
  const once = async (text: string): Promise<TextEmbedding> => {
    const found = known.get(text) ?? embedder.embedTokens([text]);
    known.set(text, found);
    return (await found)[0] as TextEmbedding;
  };
  return {
    ...embedder,
    asked,
    embedTokens(texts) {
      asked.push(...texts);
      return Promise.all(texts.map(once));
    },
  };
}
