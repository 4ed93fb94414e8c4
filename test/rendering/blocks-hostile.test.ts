import type { KnownBlock } from '@slack/types';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slice } from '../../src/article/article.ts';
import { liveInBlocks, liveInText } from '../../src/playground/live-markup.ts';
import { answerMessage, IN_MESSAGE } from '../../src/rendering/blocks.ts';
import { contextView } from '../../src/rendering/blocks-context.ts';
import { answering, article, citing } from './sample.ts';

const MARKUP = [
  '<!channel>',
  '<!here|here>',
  '<@U0123ABCD>',
  '<#C0123|general>',
  '<!subteam^S1|team>',
  '<https://evil.example|click>',
  'https://evil.example',
  '&lt;!channel&gt;',
  '&amp;lt;',
  '&',
  '*bold*',
  '_it_',
  '~no~',
  '`code`',
  '```',
  '> quote',
  ':smile:',
  '@channel',
  '\u202Eevil\u202C',
  '\u200B',
  '\u2066',
  '\u0000',
  '<!date^1^{date}|x>',
  '“',
  '”',
  '|',
  '\\',
  '"}',
  '😀',
];

const hostile = fc
  .array(fc.oneof(fc.constantFrom(...MARKUP), fc.string({ unit: 'grapheme', maxLength: 8 })), {
    maxLength: 8,
  })
  .map((parts) => parts.join(' '));
const line = hostile.map((text) => `x${text.replace(/[\r\n\u0085\u2028\u2029\v\f]+/g, ' ')}x`);

function decoded(blocks: readonly KnownBlock[]): string {
  return blocks
    .flatMap((block) => (block.type === 'rich_text' ? block.elements : []))
    .flatMap((element) => (element.type === 'rich_text_quote' ? element.elements : []))
    .map((element) => ('text' in element ? element.text : ''))
    .join('');
}

test('no quotation, title, name or question of 10,000 comes out as live markup, and each quotation decodes to its source', () => {
  fc.assert(
    fc.property(line, line, line, line, hostile, (quotation, title, name, outlet, question) => {
      const source = {
        ...article(`A Title\n\n“${quotation}” he said.\n`),
        title,
        outlet,
        url: `https://courier.example/${title}`,
      };
      const speaker = { name, title: outlet, role: title, kind: 'person' as const };
      const start = source.text.indexOf('“') + 1;
      const spans = [{ start, end: start + quotation.length }];
      const citation = { ...citing(source, ['he said']), spans, speaker, kind: 'indirect' as const };
      const answer = answering([citation], {
        question,
        text: question,
        verdict: 'altered',
        difference: [
          { op: 'added', text: question },
          { op: 'removed', text: title },
        ],
        speakers: [{ speaker, article: source, counts: { direct: 1, mixed: 0, indirect: 0 } }],
      });
      const { text, blocks } = answerMessage(answer, { ...IN_MESSAGE, share: true, turn: 'abc' });
      expect(decoded(blocks)).toBe(quotation);
      expect(slice(source, citation.spans[0] ?? { start: 0, end: 0 })).toBe(quotation);
      expect(liveInText(text)).toEqual([]);
      for (const found of [...liveInBlocks(blocks), ...liveInBlocks(contextView(source, citation.spans))]) {
        expect(found.kind).toBe('link');
        expect(found.value).toMatch(/^<https:\/\/courier\.example\/[^<>|]*\|[^<>|]*>$/);
      }
    }),
    { numRuns: 10_000 },
  );
});

test('the detector finds what is live', () => {
  expect(liveInText('a <!channel> b <@U1> c <#C1> d <https://x.example|y>').map((each) => each.kind)).toEqual(
    ['broadcast', 'mention', 'channel', 'link'],
  );
  expect(liveInText('&lt;!channel&gt; &amp;')).toEqual([]);
  expect(liveInBlocks([{ type: 'context', elements: [{ type: 'mrkdwn', text: '*b*' }] }])).toHaveLength(1);
  expect(
    liveInBlocks([{ type: 'rich_text', elements: [{ type: 'broadcast', range: 'here' }] }]),
  ).toHaveLength(1);
});
