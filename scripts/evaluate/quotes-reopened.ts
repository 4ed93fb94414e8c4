import { existsSync, readFileSync } from 'node:fs';
import { findQuotations } from '../../src/quotations/find.ts';
import type { Quotation } from '../../src/quotations/quotation.ts';
import { articleOf } from './quotes-data.ts';
import { Share } from './statistics.ts';

const FOLDER = new URL('../../../shared/data/polnear-train/', import.meta.url);

interface Reopened {
  readonly id: string;
  readonly paraEnd: number;
  readonly nextStart: number;
  readonly attrBefore: readonly string[];
  readonly attrAfter: readonly string[];
}

/** How often a quotation that a new paragraph opens again keeps its speaker; null without the data. */
export function reopenedParagraphs(): Share | null {
  const places = new URL('reopened-paragraphs.jsonl', FOLDER);
  if (!existsSync(places)) return null;
  const texts = new Map<string, string>();
  for (const raw of lines<{ id: string; text: string }>(new URL('articles.jsonl', FOLDER)))
    texts.set(raw.id, raw.text);
  const share = new Share();
  for (const place of lines<Reopened>(places)) {
    const text = texts.get(place.id);
    const joined = place.attrBefore.some((id) => place.attrAfter.includes(id));
    if (text === undefined || !joined) continue;
    const quotations = findQuotations(articleOf(place.id, text));
    const before = covering(quotations, place.paraEnd - 3);
    const after = covering(quotations, place.nextStart + 3);
    share.count(before !== null && after !== null && sameSpeaker(before, after));
  }
  return share;
}

function covering(quotations: readonly Quotation[], at: number): Quotation | null {
  return (
    quotations.find(({ spans }) => spans.some((span) => at >= span.start - 1 && at <= span.end + 1)) ?? null
  );
}

function sameSpeaker(left: Quotation, right: Quotation): boolean {
  return left.id === right.id || (left.speaker !== null && left.speaker.name === right.speaker?.name);
}

function lines<T>(file: URL): T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
}
