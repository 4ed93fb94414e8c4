import { readdirSync, readFileSync } from 'node:fs';

export interface GoldSpan {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface GoldSpeaker {
  readonly name: string;
  readonly title: string | null;
  readonly role: string | null;
  readonly kind: 'person' | 'group' | 'organisation' | 'document' | 'unnamed';
}

interface GoldAttribution {
  readonly paragraph: number | null;
  readonly kind: 'direct' | 'mixed' | 'indirect';
  readonly polarity: 'said' | 'not-said' | 'asked';
  readonly speaker: GoldSpeaker | null;
  readonly mention: string | null;
  readonly sourceForm: 'named' | 'pronoun' | 'nominal' | 'none';
  readonly cue: string | null;
  readonly addressee: string | null;
  readonly via: string | null;
  readonly pullQuoteOf: number | null;
}

export interface GoldQuotation extends GoldAttribution {
  readonly spans: readonly GoldSpan[];
}

export interface GoldArticle {
  /** The file's name without its ending. */
  readonly slug: string;
  readonly fileName: string;
  readonly path: string;
  readonly text: string;
  /** Scored and reported, never tuned on. */
  readonly frozen: boolean;
  readonly manner: string;
  readonly quotations: readonly GoldQuotation[];
}

export interface GoldFile {
  readonly frozen: boolean;
  readonly manner: string;
  readonly quotations: readonly (GoldAttribution & {
    readonly spans: readonly { readonly text: string; readonly nth?: number }[];
  })[];
}

const FOLDER = new URL('./quotations/', import.meta.url);

/**
 * The golden articles with their quotations, by file name. Offsets are UTF-16 code units into
 * `text`, which is the whole file (front matter and title included) without a byte order mark.
 * Throws, naming file and entry, when a text of the gold does not stand in the article.
 */
export function readGoldQuotations(): GoldArticle[] {
  const names = readdirSync(FOLDER).sort();
  return names.filter((name) => name.endsWith('.json')).map((name) => readArticle(name, names));
}

/** The quotations of one gold file with offsets into `text`. Throws as readGoldQuotations does. */
export function resolveQuotations(fileName: string, gold: GoldFile, text: string): GoldQuotation[] {
  return gold.quotations.map(({ spans, ...attribution }, entry) => {
    const where = `${fileName}, quotation ${entry}`;
    if (spans.length === 0) throw new Error(`${where}: has no spans; give at least one`);
    return { ...attribution, spans: spans.map((span) => locate(where, text, span.text, span.nth ?? 1)) };
  });
}

function readArticle(jsonName: string, names: readonly string[]): GoldArticle {
  const slug = jsonName.slice(0, -'.json'.length);
  const fileName = [`${slug}.md`, `${slug}.txt`].find((name) => names.includes(name));
  if (fileName === undefined) throw new Error(`${jsonName}: no article ${slug}.md or ${slug}.txt beside it`);
  const url = new URL(fileName, FOLDER);
  const text = readFileSync(url, 'utf8').replace(/^\uFEFF/, '');
  const gold = JSON.parse(readFileSync(new URL(jsonName, FOLDER), 'utf8')) as GoldFile;
  return {
    slug,
    fileName,
    path: decodeURIComponent(url.pathname),
    text,
    frozen: gold.frozen,
    manner: gold.manner,
    quotations: resolveQuotations(jsonName, gold, text),
  };
}

function locate(where: string, text: string, wanted: string, nth: number): GoldSpan {
  let start = -1;
  for (let found = 0; found < nth; found++) {
    start = wanted === '' ? -1 : text.indexOf(wanted, start + 1);
    if (start === -1) {
      throw new Error(`${where}: “${wanted}” (occurrence ${nth}) does not stand in the article`);
    }
  }
  return { start, end: start + wanted.length, text: wanted };
}
