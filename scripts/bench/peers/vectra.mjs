import { join } from 'node:path';
import { LocalIndex } from 'vectra';

/** Vectra: a folder with one file of vectors, read whole into memory; every vector is compared. */
export class Vectra {
  static async build(texts, vectors, folder) {
    const index = new LocalIndex(join(folder, 'vectra'));
    await index.createIndex({ version: 1, deleteIfExists: true });
    await index.beginUpdate();
    for (const [id, text] of texts.entries()) {
      await index.insertItem({ id: String(id), vector: vectors[id], metadata: { text } });
    }
    await index.endUpdate();
    return new Vectra(index);
  }

  constructor(index) {
    this.index = index;
  }

  async search(text, vector, k) {
    const hits = await this.index.queryItems(vector, text, k);
    return hits.map(({ item }) => Number(item.id));
  }
}
