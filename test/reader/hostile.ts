import { parseArticle } from '../../src/article/parse.ts';
import type { StoredArticle } from '../../src/retrieval/store.ts';

/** Text that would do something if it were read as markup, as a script, or as an address. */
const EVIL = `</script><script>window.hacked='script'</script><img src=x onerror="window.hacked='img'"><!--`;

const TEXT = `---
id: ${JSON.stringify(`a/b?c#d"><b>`)}
title: ${JSON.stringify(`Title ${EVIL}`)}
outlet: ${JSON.stringify(`Outlet ${EVIL}`)}
author: ${JSON.stringify(`Author ${EVIL}`)}
published: ${JSON.stringify(`2024 ${EVIL}`)}
url: "javascript:window.hacked='url'"
---

“Words ${EVIL},” Somebody ${EVIL} said.

Nothing here is quoted ${EVIL}.
`;

const article = parseArticle('hostile.md', TEXT);
const at = (words: string) => {
  const start = article.text.indexOf(words, article.paragraphs[0]?.start);
  return { start, end: start + words.length };
};

/** An article in which everything that can be text is hostile, its speaker too. */
export const hostile: StoredArticle = {
  article: { ...article, url: `javascript:window.hacked='url'` },
  passages: [],
  quotations: [
    {
      id: `${article.id}:${at('Words').start}"><script>window.hacked='id'</script>`,
      paragraph: 1,
      spans: [at(`Words ${EVIL},`)],
      kind: 'direct',
      polarity: 'said',
      speaker: { name: `Name ${EVIL}`, title: `Dr. ${EVIL}`, role: `role ${EVIL}`, kind: 'person' },
      mention: at(`Somebody ${EVIL}`),
      cue: at('said'),
      addressee: `Listener ${EVIL}`,
      via: `Via ${EVIL}`,
      pullQuoteOf: null,
      confidence: 0.9,
      rule: `rule-${EVIL}`,
    },
  ],
};
