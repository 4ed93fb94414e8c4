/** How long a test takes: seconds, as in continuous integration, or what the table of tests asks for. */
export type Size = 'short' | 'long';

/** What a test measured. */
export interface Measured {
  /** Each figure by what it is called, as it is to be read. */
  readonly figures: Readonly<Record<string, string | number>>;
  readonly pass: boolean;
  /** Why it did not pass, or what was left out, in a line each. */
  readonly notes?: readonly string[];
}

/** What a test may use while it runs. */
export interface Bench {
  readonly size: Size;
  /** One line about what goes on, for a person who waits. */
  say(line: string): void;
}

/** One way to ill-treat the program. Each starts the real one, in processes of its own, over real sockets. */
export interface TortureTest {
  readonly name: string;
  /** What is done to it, in a line. */
  readonly how: string;
  /** What has to hold. */
  readonly threshold: string;
  /** Cannot be run without it. */
  readonly needs?: 'PostgreSQL';
  run(bench: Bench): Promise<Measured>;
}
