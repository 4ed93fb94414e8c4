import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An invented article and what is asked of it. */
export interface Invented {
  readonly file: string;
  readonly text: string;
  /** A direct quotation of it, and who says it. */
  readonly quote: string;
  readonly speaker: string;
}

const FIRST = 'Amara Piet Mara Jonas Selma Tovi Edda Bruno Ines Karel Dina Oskar Lotte Emil Vera Hanno'.split(
  ' ',
);
const LAST =
  'Okafor Anders Quell Brandt Lindqvist Reyes Halloran Novak Duarte Ferro Ibsen Kowal Marten Osei Pryce Sato'.split(
    ' ',
  );
const ROLES = [
  'harbour master',
  'head of the ferry line',
  'chief engineer',
  'town councillor',
  'fishing captain',
];
const PLACES = 'Tolm Verrin Skara Dunmore Estel Karrow Milby Norrholt Ostrava Pellin'.split(' ');
const THINGS = 'ferry,harbour,bridge,library,orchard,lighthouse,market,tunnel,tram,dam'.split(',');
const MATERIALS = 'copper,timber,granite,rope,glass,canvas,iron,clay,linen,tar,slate,cork,brass'.split(',');
const TIMES = 'spring,harvest,Easter,the regatta,midsummer,the first frost,the election'.split(',');
const SAYINGS = [
  'Nobody brought MATERIAL to the THING in PLACE before TIME',
  'We paid for MATERIAL twice and PLACE still has no THING by TIME',
  'The THING of PLACE will be built of MATERIAL after TIME',
  'I have never seen so much MATERIAL in PLACE as at TIME near the THING',
  'Our THING lost its MATERIAL when PLACE closed the road at TIME',
];

/** So many articles, the same each time; no two say the same. */
export function invented(count: number, paragraphs = 6): Invented[] {
  return Array.from({ length: count }, (_, n) => article(n, paragraphs));
}

function article(n: number, paragraphs: number): Invented {
  const speakerAt = (p: number): string =>
    `${nth(FIRST, n * 7 + p * 3)} ${nth(LAST, n * 5 + p * 11 + Math.floor(n / 16))}`;
  // Strides without a common divisor: two sayings with the same words in every place are far apart.
  const sayingAt = (p: number): string => {
    const at = n * paragraphs + p;
    return nth(SAYINGS, at)
      .replace('MATERIAL', nth(MATERIALS, at + Math.floor(at / 5)))
      .replace('THING', nth(THINGS, at * 3 + Math.floor(at / 13)))
      .replace('PLACE', nth(PLACES, at * 7 + Math.floor(at / 17)))
      .replace('TIME', nth(TIMES, at * 5 + Math.floor(at / 19)));
  };
  const lines = Array.from({ length: paragraphs }, (_, p) => {
    const told = `The ${nth(THINGS, n + p)} of ${nth(PLACES, n * 2 + p)} was discussed for hour ${n * 31 + p}.`;
    return `“${sayingAt(p)},” ${nth(ROLES, n + p)} ${speakerAt(p)} said. ${told}`;
  });
  const title = `${nth(PLACES, n)} Debates Its ${nth(THINGS, n)} for Year ${n + 1}`;
  return {
    file: `article-${String(n).padStart(5, '0')}.txt`,
    text: `${title}\n\n${lines.join('\n\n')}\n`,
    quote: sayingAt(0),
    speaker: speakerAt(0),
  };
}

/** One of a list, counted round and round. */
export function nth<T>(from: readonly T[], at: number): T {
  return from[at % from.length] as T;
}

/** Folders of a run, removed after it. */
export interface Folders {
  readonly root: string;
  readonly corpus: string;
  readonly index: string;
  readonly state: string;
  remove(): Promise<void>;
}

/** A corpus of these articles, and empty folders for the index and the state. */
export async function folders(articles: readonly Pick<Invented, 'file' | 'text'>[]): Promise<Folders> {
  const root = await mkdtemp(join(tmpdir(), 'torture-'));
  const corpus = join(root, 'corpus');
  await mkdir(corpus);
  for (const { file, text } of articles) await writeFile(join(corpus, file), text);
  return {
    root,
    corpus,
    index: join(root, 'index'),
    state: join(root, 'state'),
    remove: () => rm(root, { recursive: true, force: true }),
  };
}

/** A question that this article answers. */
export function questionFor({ quote }: Invented): string {
  return `who said “${quote}”?`;
}
