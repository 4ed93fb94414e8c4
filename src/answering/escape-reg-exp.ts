/** A pattern that matches these characters and nothing else, in a regular expression of any flags. */
export function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
