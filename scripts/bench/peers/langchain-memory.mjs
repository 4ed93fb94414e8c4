import { Document } from '@langchain/core/documents';
import { FakeEmbeddings } from '@langchain/core/utils/testing';
import { MemoryVectorStore } from 'langchain/vectorstores/memory';

/** LangChain's store in memory: every vector is compared. */
export class LangChainMemory {
  static async build(texts, vectors) {
    // The vectors are given: its embeddings are never asked.
    const store = new MemoryVectorStore(new FakeEmbeddings());
    await store.addVectors(
      vectors,
      texts.map((pageContent, id) => new Document({ pageContent, metadata: { id } })),
    );
    return new LangChainMemory(store);
  }

  constructor(store) {
    this.store = store;
  }

  async search(_text, vector, k) {
    const hits = await this.store.similaritySearchVectorWithScore(vector, k);
    return hits.map(([document]) => document.metadata.id);
  }
}
