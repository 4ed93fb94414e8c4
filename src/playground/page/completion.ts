import type { Introduction } from '../page-state.ts';

/** Something that could be meant by what is being typed. */
export interface Suggestion {
  readonly label: string;
  /** What it does, in a few words. */
  readonly about: string;
  /** The whole field after it was chosen. */
  readonly text: string;
}

const MOST = 8;

/** What a slash command could go on with: the commands, what may follow them, and names to fill in. */
export function suggest(typed: string, { commands, names, articles }: Introduction): readonly Suggestion[] {
  if (!typed.startsWith('/') || typed.includes('\n')) return [];
  const command = commands.find(({ name }) => typed.startsWith(`${name} `));
  if (!command) {
    return commands
      .filter(({ name }) => name.startsWith(typed))
      .map(({ name, description }) => ({ label: name, about: description, text: `${name} ` }));
  }
  const rest = typed.slice(command.name.length + 1);
  const taking = command.requests.find(({ takes, typed: word }) => takes !== null && rest.startsWith(word));
  if (taking) {
    const values = taking.takes === 'name' ? names : articles.map(({ title }) => title);
    const begun = rest.slice(taking.typed.length).toLowerCase();
    return values
      .filter((value) => value.toLowerCase().includes(begun) && value.toLowerCase() !== begun)
      .slice(0, MOST)
      .map((value) => ({ label: value, about: '', text: `${command.name} ${taking.typed}${value}` }));
  }
  return command.requests
    .filter(({ typed: word }) => word.startsWith(rest.toLowerCase()) && word.trim() !== rest.trim())
    .map(({ hint, typed: word }) => ({
      label: `${command.name} ${hint}`,
      about: '',
      text: `${command.name} ${word}`,
    }));
}
