import { describe, expect, test } from 'vitest';
import { namedArticle } from '../../src/answering/named-article.ts';

const articles = [
  { id: 'ferry', title: 'Ferry strike enters its second week', outlet: 'The Harbour Post', url: null },
  { id: 'bell', title: 'Thieves take a church bell', outlet: 'Oltesh Courier', url: null },
];

describe('a question names an article', () => {
  test('by its outlet', () => {
    expect(namedArticle('what did the mayor say in the Harbour Post piece?', articles)).toEqual({
      articleId: 'ferry',
      rest: 'what did the mayor say ?',
    });
  });

  test('by words of its title', () => {
    expect(namedArticle('in the story about the church bell, who was arrested?', articles)).toMatchObject({
      articleId: 'bell',
    });
  });

  test('as what a summary is of', () => {
    expect(namedArticle('summary of the ferry strike article', articles)).toEqual({
      articleId: 'ferry',
      rest: 'summary',
    });
  });
});

describe('a question names no article', () => {
  test('when the phrase fits none', () => {
    expect(namedArticle('what is said in the Daily Planet piece?', articles)).toBeNull();
  });

  test('when it only speaks of the article', () => {
    expect(namedArticle('who is quoted in the article?', articles)).toBeNull();
  });

  test('when two fit equally well', () => {
    const twins = [...articles, { id: 'bell-2', title: 'A church bell rings', outlet: null, url: null }];
    expect(namedArticle('who spoke in the church bell story?', twins)).toBeNull();
  });
});
