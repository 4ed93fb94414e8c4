import type { KnownBlock } from '@slack/types';
import { useState } from 'react';
import type { ButtonAt } from '../block-actions.ts';
import { Menu } from './menu.tsx';

type OnPress = (button: Omit<ButtonAt, 'block'>) => void;
type ElementOf<T extends KnownBlock['type']> =
  Extract<KnownBlock, { type: T }> extends { elements: readonly (infer E)[] } ? E : never;
/** What stands in a row of actions, beside a section, or below an answer. */
export type ActionElement = ElementOf<'actions'> | ElementOf<'context_actions'>;

interface ElementProps {
  readonly element: ActionElement;
  readonly onPress: OnPress;
}

/** A button, a pair of thumbs, or a menu of Block Kit. */
export function ActionElementView({ element, onPress }: ElementProps) {
  switch (element.type) {
    case 'button': {
      const { action_id: action = '', text, style, url, accessibility_label: label } = element;
      const className = style ? `button is-${style}` : 'button';
      if (url !== undefined && /^https?:/u.test(url)) {
        return (
          <a className={className} href={url} target="_blank" rel="noopener noreferrer">
            {text.text}
          </a>
        );
      }
      return (
        <button
          type="button"
          className={className}
          data-action={action}
          {...(label !== undefined && { 'aria-label': label })}
          onClick={() => onPress({ action })}
        >
          {text.text}
        </button>
      );
    }
    case 'feedback_buttons':
      return <Feedback element={element} onPress={onPress} />;
    case 'icon_button': {
      const { action_id: action = '', text } = element;
      return (
        <button type="button" className="button" onClick={() => onPress({ action })}>
          {text.text}
        </button>
      );
    }
    case 'overflow': {
      const { action_id: action = '', options } = element;
      const items = options.map(({ text, value = '' }) => ({
        key: value,
        label: text.text,
        onChoose: () => onPress({ action, option: value }),
      }));
      return (
        <Menu label="More" items={items} className="button">
          <span aria-hidden="true">⋯</span>
        </Menu>
      );
    }
    case 'static_select': {
      const { action_id: action = '', options = [], placeholder, initial_option: initial } = element;
      return (
        <select
          className="select"
          aria-label={placeholder?.text ?? 'Choose'}
          defaultValue={initial?.value ?? ''}
          onChange={(event) => onPress({ action, option: event.target.value })}
        >
          {initial === undefined && <option value="">{placeholder?.text ?? 'Choose'}</option>}
          {options.map(({ text, value }) => (
            <option key={value} value={value}>
              {text.text}
            </option>
          ))}
        </select>
      );
    }
    default:
      return <span className="quiet">({element.type})</span>;
  }
}

interface FeedbackProps {
  readonly element: Extract<ActionElement, { type: 'feedback_buttons' }>;
  readonly onPress: OnPress;
}

/** Thumbs up and down; the one that was pressed stays marked. */
function Feedback({ element, onPress }: FeedbackProps) {
  const [given, setGiven] = useState<'positive' | 'negative' | null>(null);
  const { action_id: action = '', positive_button: positive, negative_button: negative } = element;
  return (
    <span className="feedback">
      {(['positive', 'negative'] as const).map((side) => {
        const { text, accessibility_label: label } = side === 'positive' ? positive : negative;
        return (
          <button
            key={side}
            type="button"
            className="thumb"
            aria-label={label ?? text.text}
            title={text.text}
            aria-pressed={given === side}
            onClick={() => {
              setGiven(side);
              onPress({ action, side });
            }}
          >
            <Thumb down={side === 'negative'} />
          </button>
        );
      })}
    </span>
  );
}

function Thumb({ down }: { readonly down: boolean }) {
  return (
    <svg
      viewBox="0 0 20 20"
      width="18"
      height="18"
      aria-hidden="true"
      className={down ? 'is-down' : undefined}
    >
      <path
        d="M2.5 9h3v8h-3zM5.5 9.6 9 3.2c.9-1.3 2.6-.6 2.4 1L11 7.5h4.6c1.3 0 2.1 1.1 1.8 2.3l-1.3 5.6c-.2.9-1 1.6-2 1.6H8.5l-3-1"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinejoin="round"
      />
    </svg>
  );
}
