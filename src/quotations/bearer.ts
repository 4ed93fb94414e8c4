import { DOCUMENT_NOUNS, singular } from './lexicon/nouns.ts';
import { wordSet } from './lexicon/word-set.ts';
import type { Token } from './sentence.ts';
import { nearestBefore, type Source } from './subject.ts';
import type { VerbGroup } from './verb-group.ts';

/** Verbs whose subject says what stands in the thing: "sent a letter saying". */
const ISSUING =
  wordSet(`send sends sent sending issue issues issued issuing post posts posted posting publish publishes published
  publishing write writes wrote written writing release releases released releasing put puts putting circulate circulates circulated
  tweet tweets tweeted share shares shared hand hands handed distribute distributed leave leaves left give gives gave given
  make makes made making sign signs signed file files filed submit submitted draft drafted record recorded pen penned deliver
  delivered broadcast read reads deliver delivers delivered email emailed text texted mail mailed upload uploaded display displayed
  erect erected hang hung`);
const PARTICLES = /^(?:up|out|off|down|back|over|around)$/;
/** "after an editorial telling him", "in response to a letter alleging": nobody in the sentence has written it. */
const OBJECTS = /^(?:after|following|despite|to|against)$/;
/** What is said by telephone has no author that the sentence tells. */
const MESSAGES = /^(?:calls?|tips?|tip-offs?|complaints?|messages?|voicemails?)$/;
/** How far before the thing its verb may stand. */
const VERB_REACH = 4;

/**
 * "Lee got | a letter from the council | saying that": the thing whose words they are, right before the participle; null
 * where there is none, or the subject of the sentence has issued it.
 */
export function bearerOf(tokens: readonly Token[], group: VerbGroup, from: number): Source | null {
  if (group.form !== 'participle' || group.first !== group.verb) return null;
  const phrase = nearestPhrase(tokens, group.first, from);
  const head = tokens[phrase?.head ?? -1]?.lower ?? '';
  if (!phrase || !(DOCUMENT_NOUNS.has(head) || DOCUMENT_NOUNS.has(singular(head)) || MESSAGES.test(head)))
    return null;
  if (OBJECTS.test(tokens[phrase.first - 1]?.lower ?? '')) return phrase;
  for (let at = phrase.first - 1; at >= Math.max(from, phrase.first - VERB_REACH); at--) {
    const token = tokens[at];
    if (!token || token.quote >= 0 || /^[,;:]$/.test(token.text)) return null;
    if (token.tag === 'VERB' || token.tag === 'AUX') return ISSUING.has(token.lower) ? null : phrase;
  }
  return null;
}

/** The phrase that ends at `end`; one that stands behind a verb too, where no subject would. */
function nearestPhrase(tokens: readonly Token[], end: number, from: number): Source | null {
  for (let first = Math.max(from, end - 10); first < end; first++) {
    if (!/^(?:DET|PRON|NUM|NOUN|ADJ)$/.test(tokens[first]?.tag ?? '')) continue;
    const before = tokens[first - 1];
    if (/^(?:DET|PRON|ADJ|NUM)$/.test(before?.tag ?? '')) continue;
    if (before?.tag === 'ADP' && !PARTICLES.test(before.lower) && !OBJECTS.test(before.lower)) continue;
    const found = nearestBefore(tokens.slice(0, end), end, first);
    if (found?.first === first) return found;
  }
  return null;
}
