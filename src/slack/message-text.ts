/** Slack itself cuts a message here. */
const LONGEST = 40_000;

/**
 * A message's text as a person typed it: mentions of people and of the bot are taken out, channels
 * and links are their names, and Slack's three entities are characters again.
 */
export function typedText(text: string): string {
  return text
    .slice(0, LONGEST)
    .replace(/<@[^<>]*>/gu, ' ')
    .replace(/<#[^<>|]*\|?([^<>]*)>/gu, (_, name: string) => (name ? `#${name}` : ' '))
    .replace(
      /<!(?:subteam\^[^<>|]*|([a-z]+)(?:\^[^<>|]*)?)\|?([^<>]*)>/gu,
      (_, word?: string, name?: string) => name || (word ? `@${word}` : ' '),
    )
    .replace(/<([^<>|]*)\|?([^<>]*)>/gu, (_, address: string, words: string) => words || address)
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/gu, ' ')
    .trim();
}
