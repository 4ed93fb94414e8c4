import { isDoer, isRole } from '../lexicon/nouns.ts';
import type { View } from '../view.ts';
import type { Named } from './named.ts';

/** Whether a role stands right before a name, in the same phrase as an article. */
export function isDescribed({ tokens }: View, start: number): boolean {
  const at = tokens.findIndex((token) => token.start === start);
  const role = tokens[at - 1];
  return (
    role?.capital === false &&
    (isRole(role.lower) || isDoer(role.lower)) &&
    /^(?:DET|NOUN|ADJ)$/.test(tokens[at - 2]?.tag ?? '')
  );
}

/** Whether a comma stands before a name, titles aside. */
export function isBehindComma({ tokens }: View, start: number): boolean {
  let at = tokens.findIndex((token) => token.start === start) - 1;
  while (tokens[at]?.capital) at--;
  return tokens[at]?.text === ',';
}

/** "told the BBC": a body that is only told something is no subject of the text, which "the company" could go back to. */
export function isToldOnly(view: View, { mentions }: Named): boolean {
  const from = view.tokens[0]?.start ?? 0;
  const to = view.tokens.at(-1)?.end ?? 0;
  const here = mentions.filter((at) => at >= from && at < to);
  if (here.length === 0) return false;
  const heard = view.frames.flatMap(({ hearer }) => {
    const first = hearer && view.tokens[hearer.first];
    const last = hearer && view.tokens[hearer.end - 1];
    return first && last ? [{ start: first.start, end: last.end }] : [];
  });
  return here.every((at) => heard.some(({ start, end }) => at >= start && at < end));
}
