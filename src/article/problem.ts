/** What is wrong with one article, in one line that names the file and what to do. */
export class ArticleProblem extends Error {
  readonly file: string;

  constructor(file: string, what: string) {
    super(`${file}: ${what}`);
    this.name = 'ArticleProblem';
    this.file = file;
  }
}
