/** The address into the reader that a message leads to first; null where it cites nothing. */
export function firstCitation(blocks: unknown): string | null {
  if (Array.isArray(blocks)) {
    for (const each of blocks) {
      const found = firstCitation(each);
      if (found !== null) return found;
    }
    return null;
  }
  if (typeof blocks !== 'object' || blocks === null) return null;
  const { type, text, url } = blocks as Record<string, unknown>;
  if (type === 'mrkdwn' && typeof text === 'string') return pathIn(/<([^|>]+)/u.exec(text)?.[1]);
  if (type === 'link' && typeof url === 'string') return pathIn(url);
  for (const each of Object.values(blocks)) {
    const found = firstCitation(each);
    if (found !== null) return found;
  }
  return null;
}

function pathIn(url: string | undefined): string | null {
  const path = url === undefined ? undefined : /^https?:\/\/[^/]+(\/articles\/.+)$/u.exec(url)?.[1];
  return path === undefined ? null : path.replaceAll('&amp;', '&');
}
