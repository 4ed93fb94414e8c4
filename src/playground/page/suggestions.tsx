import type { Suggestion } from './completion.ts';

interface SuggestionsProps {
  readonly id: string;
  readonly suggestions: readonly Suggestion[];
  /** Position of the one that Enter takes; null: none. */
  readonly chosen: number | null;
  readonly onChoose: (suggestion: Suggestion) => void;
}

/** What could be meant by what is being typed. The field keeps the focus and the keys. */
export function Suggestions({ id, suggestions, chosen, onChoose }: SuggestionsProps) {
  return (
    <div id={id} role="listbox" aria-label="Commands" className="suggestions">
      {suggestions.map((suggestion, index) => (
        <div
          key={suggestion.label}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === chosen}
          className="suggestion"
          // Before the field loses the focus and with it the list.
          onMouseDown={(event) => {
            event.preventDefault();
            onChoose(suggestion);
          }}
        >
          <strong>{suggestion.label}</strong>
          {suggestion.about !== '' && <span className="quiet">{suggestion.about}</span>}
        </div>
      ))}
    </div>
  );
}
