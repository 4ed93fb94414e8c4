import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../src/article/parse.ts';
import { readBlocks } from '../../src/quotations/blocks.ts';
import { scanMarks } from '../../src/quotations/marks.ts';

function marked(body: string): string[] {
  const article = parseArticle('test.txt', `A title\n\n${body}`);
  return scanMarks(article.text, readBlocks(article)).map(({ inner }) =>
    article.text.slice(inner.start, inner.end),
  );
}

describe('the scanner of quotation marks', () => {
  it('finds curly, straight, single, doubled and angled marks', () => {
    expect(marked('“One,” he said. "Two," she said.')).toEqual(['One,', 'Two,']);
    expect(marked("‘Three,’ he said. He said 'four' twice.")).toEqual(['Three,', 'four']);
    expect(marked("''Five,'' he said. «Six», she said. „Seven“ was not meant.")).toEqual(
      expect.arrayContaining(['Five,', 'Six']),
    );
  });

  it('keeps a quotation in a quotation inside the outer one', () => {
    expect(marked('“She told me ‘no way’ twice,” he said.')).toEqual(['She told me ‘no way’ twice,']);
    expect(marked('‘She told me “no way” twice,’ he said.')).toEqual(['She told me “no way” twice,']);
  });

  it('does not take an apostrophe for a mark', () => {
    expect(marked("The boys' mother didn't see the '90s, and neither did the girls' aunt.")).toEqual([]);
    expect(marked('It’s the officers’ union, rock ’n’ roll and all.')).toEqual([]);
    expect(marked('‘The boys’ mother won’t come,’ he said.')).toEqual(['The boys’ mother won’t come,']);
    expect(marked("'It isn't the Smiths' house,' she said.")).toEqual(["It isn't the Smiths' house,"]);
  });

  it('does not take inches for a mark', () => {
    expect(marked('The plank was 6\'2" long and 5" wide.')).toEqual([]);
  });

  it('lets a missing mark harm its own paragraph only', () => {
    const body = '“It was cold, said Lee.\n\nNobody answered.\n\n“It was warm,” said Ann Moss.';
    expect(marked(body).at(-1)).toBe('It was warm,');
    expect(marked(body).every((words) => !words.includes('Nobody'))).toBe(true);
    expect(marked('"It was cold, said Lee. "It was warm," said Moss.')).toEqual(['It was warm,']);
  });

  it('closes a double mark with one of another shape', () => {
    expect(marked('"It was cold,” said Lee. "It was warm,” said Moss.')).toEqual([
      'It was cold,',
      'It was warm,',
    ]);
    expect(marked('“It was cold," said Lee. “It was warm," said Moss.')).toEqual([
      'It was cold,',
      'It was warm,',
    ]);
    expect(marked('“It was cold,“ said Lee. “It was warm,“ said Moss.')).toEqual([
      'It was cold,',
      'It was warm,',
    ]);
  });

  it('does not close a double mark with what is nested in it, or with inches', () => {
    expect(marked('“She said "no way" to me,” said Lee.')).toEqual(['She said "no way" to me,']);
    expect(marked('"She said “no way” to me," said Lee.')).toEqual(['She said “no way” to me,']);
    expect(marked('“The plank was 6\'2" long,” said Lee.')).toEqual(['The plank was 6\'2" long,']);
  });

  it('knows a quotation that a new paragraph opens again', () => {
    const article = parseArticle('test.txt', 'A title\n\n“One goes on.\n\n“Two ends,” he said.');
    const [first, second] = scanMarks(article.text, readBlocks(article));
    expect(first).toMatchObject({ closed: false, continues: true });
    expect(second).toMatchObject({ closed: true, continues: false });
  });

  it('goes on over a paragraph whose first mark closes', () => {
    expect(marked('He said, "It was long.\n\nIt was very long." She left.')).toEqual([
      'It was long.',
      'It was very long.',
    ]);
  });
});
