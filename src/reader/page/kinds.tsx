import type { QuotationKind } from '../../quotations/quotation.ts';
import type { ReaderQuotation } from '../reader-article.ts';
import { KIND_LABEL, KIND_MEANING } from '../words.ts';

/** What is shown of the quotations; the rest steps back. */
export interface Filter {
  /** Index of a speaker; null: all. */
  readonly speaker: number | null;
  /** null: all. */
  readonly kind: QuotationKind | null;
}

export const EVERYTHING: Filter = { speaker: null, kind: null };

/** Whether a filter lets a quotation stand out. */
export function shows(filter: Filter, quotation: ReaderQuotation | undefined): boolean {
  if (!quotation) return false;
  return (
    (filter.speaker === null || filter.speaker === quotation.speaker) &&
    (filter.kind === null || filter.kind === quotation.kind)
  );
}

const KINDS = ['direct', 'mixed', 'indirect'] as const satisfies readonly QuotationKind[];

interface KindsProps {
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}

/** How the kinds of speech look; each can be shown alone. */
export function Kinds({ filter, onFilter }: KindsProps) {
  return (
    <fieldset className="kinds">
      <legend>Speech</legend>
      {KINDS.map((kind) => (
        <button
          key={kind}
          type="button"
          className="kind"
          aria-pressed={filter.kind === kind}
          title={KIND_MEANING[kind]}
          onClick={() => onFilter({ ...filter, kind: filter.kind === kind ? null : kind })}
        >
          <span className={`sample said is-${kind}`}>{KIND_LABEL[kind]}</span>
        </button>
      ))}
    </fieldset>
  );
}
