import type { Article } from '../article/article.ts';
import { splitSentences } from '../article/sentences.ts';
import type { Passage } from './store.ts';

/**
 * The passages of an article: its sentences, in order, without pull quotes. A sentence is what
 * people ask for; its quotation, speaker and paragraph are found from its position.
 */
export function passagesOf(article: Article): Passage[] {
  const passages: Passage[] = [];
  for (const paragraph of article.paragraphs) {
    if (paragraph.n === null) continue;
    for (const sentence of splitSentences(article.text, paragraph)) {
      passages.push({ ...sentence, index: passages.length, paragraph: paragraph.n });
    }
  }
  return passages;
}
