/** What is wrong with one article, in one line that names the file and what to do. */
export class ArticleProblem extends Error {
  readonly file: string;

  constructor(file: string, what: string) {
    super(oneLine(`${file}: ${what}`));
    this.name = 'ArticleProblem';
    this.file = file;
  }
}

/** A file's name and an id are anyone's words: line breaks and terminal codes in them are not passed on. */
function oneLine(message: string): string {
  return message.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]+/gu, '\uFFFD');
}
