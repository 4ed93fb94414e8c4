import { readFileSync } from 'node:fs';

/** A few sentences whose last one has a speaker without a name, and who that is. */
export interface DescriptionProbe {
  /** The body of an article: paragraphs with an empty line between. */
  readonly body: string;
  /** The fullest name in the body, without title; null for somebody new who has none. */
  readonly name: string | null;
}

const FOLDER = new URL('./descriptions/', import.meta.url);

/** The probes that rules may be tuned on, or those that are only reported. */
export function readDescriptions(set: 'open' | 'frozen'): DescriptionProbe[] {
  const blocks = readFileSync(new URL(`${set}.txt`, FOLDER), 'utf8').split(/\n\n+/);
  return blocks.filter(Boolean).map((block) => {
    const lines = block.trim().split('\n');
    const name = (lines.at(-1) ?? '').replace(/^= /, '').trim();
    const body = lines.slice(0, -1).join(' ').replaceAll(' ¶ ', '\n\n');
    return { body, name: name === '-' ? null : name };
  });
}
