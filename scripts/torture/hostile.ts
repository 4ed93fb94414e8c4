/** Pieces of text that do something where they are read as markup, or break what reads them. */
export const HOSTILE = [
  '<!channel>',
  '<!here>',
  '<!everyone>',
  '<@U0YOU>',
  '<@U0WHOSAID>',
  '<#C0NEWS|news>',
  '<!subteam^S1|@all>',
  '<https://evil.example|click>',
  'https://evil.example/x',
  '&lt;!channel&gt;',
  '&amp;lt;@U0YOU&amp;gt;',
  '@channel',
  '`code`',
  '```block```',
  '*bold* _it_ ~gone~',
  '> quoted',
  ':fire:',
  '\u202Eback\u202C',
  '\u2066iso\u2069',
  'zero\u200Bwidth\uFEFF',
  '\u0000nul',
  'esc\u001B[31m',
  'half \uD83D end',
  'emoji 👩‍👩‍👧‍👦',
  '<script>alert(1)</script>',
  '{{7*7}} #{7*7}',
  "'; DROP TABLE articles; --",
  '../../etc/passwd',
] as const;

/** Random numbers from 0 to 1, the same each time (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Words with hostile pieces among them. */
export function hostileText(random: () => number, words: readonly string[]): string {
  const length = 1 + Math.floor(random() * 6);
  return Array.from({ length }, () => {
    const from: readonly string[] = random() < 0.5 ? HOSTILE : words;
    return from[Math.floor(random() * from.length)] ?? '';
  }).join(random() < 0.8 ? ' ' : '');
}
