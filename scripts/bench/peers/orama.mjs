import { create, insertMultiple, search } from '@orama/orama';

const BATCH = 500;

/** Orama over text and vectors; how it searches is the subclass's. */
class Orama {
  static async build(texts, vectors) {
    const dimension = vectors[0].length;
    const index = create({ schema: { text: 'string', vector: `vector[${dimension}]` } });
    const rows = texts.map((text, id) => ({ id: String(id), text, vector: vectors[id] }));
    await insertMultiple(index, rows, BATCH);
    return new this(index);
  }

  constructor(index) {
    this.index = index;
  }

  async ask(parameters, k) {
    const { hits } = await search(this.index, { ...parameters, limit: k, similarity: 0 });
    return hits.map(({ id }) => Number(id));
  }
}

export class OramaVector extends Orama {
  search(_text, vector, k) {
    return this.ask({ mode: 'vector', vector: { value: vector, property: 'vector' } }, k);
  }
}

export class OramaHybrid extends Orama {
  search(text, vector, k) {
    return this.ask({ mode: 'hybrid', term: text, vector: { value: vector, property: 'vector' } }, k);
  }
}
