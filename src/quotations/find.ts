import type { Article } from '../article/article.ts';
import type { Quotation } from './quotation.ts';

/**
 * Every quotation of an article, in the order of its text. Pure; time grows in step with the length; never
 * throws, whatever the text.
 */
export function findQuotations(article: Article): Quotation[] {
  void article;
  return [];
}
