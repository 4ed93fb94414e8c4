import { isDoer } from '../lexicon/nouns.ts';
import type { Source } from '../subject.ts';
import type { View } from '../view.ts';
import type { Context } from './context.ts';
import type { Entity } from './entity.ts';
import { WEIGHT } from './memory.ts';

/** Who has given evidence and who stands trial, as far as the text has been read. */
export class Testimony {
  private readonly witnesses = new Set<Entity>();
  private readonly accused = new Set<Entity>();
  private readonly counsel = new Set<Entity>();

  /** Takes note of what a sentence tells of its subject or of whoever speaks in it. */
  note(view: View, entity: Entity): void {
    if (entity.plural || entity.kind === 'organisation' || entity.kind === 'document') return;
    const words = wordsOf(view);
    const [counsel, evidence, accused] = [COUNSEL.test(words), EVIDENCE.test(words), ACCUSED.test(words)];
    if (!(counsel || evidence || accused) || isLegal(entity)) return;
    if (counsel) this.counsel.add(entity);
    if (this.counsel.has(entity)) return;
    if (evidence) this.witnesses.add(entity);
    if (accused) this.accused.add(entity);
  }

  /** "A second diver, who cannot be named, said …. “…,” the witness said": nobody but a witness is hidden so. */
  private isUnnamedWitness(entity: Entity): boolean {
    const person = entity.kind === 'person' || isDoer(entity.head);
    return entity.named === null && person && !entity.plural && !isLegal(entity);
  }

  /** Takes note of somebody who speaks to a court. */
  tells(view: View, source: Source, entity: Entity): void {
    const frame = view.frames.find((one) => one.source?.first === source.first);
    const hearer = frame?.hearer ? (view.tokens[frame.hearer.head]?.lower ?? '') : '';
    if (!COURTS.test(hearer) || isLegal(entity) || entity.plural) return;
    if (COUNSEL.test(wordsOf(view))) this.counsel.add(entity);
    if (!this.counsel.has(entity)) this.witnesses.add(entity);
  }

  /** Whom "the witness" or "the defendant" means: the last one; null where nobody is known as that. */
  called({ memory, timeOf }: Context, view: View, head: string): Entity | null {
    const known = /^(?:defendant|accused)$/.test(head)
      ? this.accused
      : head === 'witness'
        ? this.witnesses
        : null;
    const last = head === 'witness' ? memory.findLast(({ weight }) => weight === WEIGHT.speaker) : undefined;
    if (last && last.sentence === timeOf(view) - 1 && this.isUnnamedWitness(last.entity)) return last.entity;
    if (!known || known.size === 0) return null;
    return memory.findLast(({ entity, weight }) => weight >= 1 && known.has(entity))?.entity ?? null;
  }
}

/** The words of a sentence outside marks, in lower case. */
function wordsOf({ tokens }: View): string {
  const own = tokens.filter(({ quote }) => quote < 0);
  return own.map(({ lower }) => lower).join(' ');
}

const COUNSEL = /, (?:prosecuting|defending|mitigating|for the (?:prosecution|defence|defense|crown))\b/;
const COURTS = /^(?:court|jury|jurors?|hearing|inquest|inquiry|tribunal|coroner|magistrates|judge|panel)$/;
const EVIDENCE =
  /\b(?:g[ai]v(?:e|es|ing) evidence|testif(?:y|ied|ies|ying)|(?:from|in|into|took|takes) the (?:witness )?(?:box|stand)|cross-examined|under questioning)\b/;
const ACCUSED =
  /\b(?:pleaded|pleads|denies|denied|is charged|was charged|is accused|stands? accused|on trial|is alleged|was jailed|was convicted|was found guilty|was sentenced|faces \w+ charges?)\b/;

/** Counsel and judges give no evidence. */
function isLegal({ named, description }: Entity): boolean {
  const words = `${named?.title ?? ''} ${named?.role ?? ''} ${description?.name ?? ''}`.toLowerCase();
  return /\b(?:judge|justice|barrister|counsel|prosecut\w+|solicitor|lawyer|attorney|coroner|magistrate|kc|qc|recorder)\b/.test(
    words,
  );
}
