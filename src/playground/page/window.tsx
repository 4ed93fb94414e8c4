import type { InputBlock, KnownBlock } from '@slack/types';
import type { FormEvent } from 'react';
import type { ButtonAt } from '../block-actions.ts';
import type { InputValue, InputValues, PageWindow } from '../page-state.ts';
import { Blocks } from './blocks.tsx';
import { useModal } from './use-modal.ts';

interface AppWindowProps {
  readonly shown: PageWindow;
  readonly onPress: (button: ButtonAt) => void;
  readonly onSubmit: (values: InputValues) => void;
  readonly onClose: () => void;
}

/** A window that the app opened. Escape closes it; the focus stays inside and then goes back to where it was. */
export function AppWindow({ shown, onPress, onSubmit, onClose }: AppWindowProps) {
  const dialog = useModal();
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    onSubmit(readInputs(shown.blocks, new FormData(event.currentTarget)));
  };
  return (
    <dialog
      ref={dialog}
      className="window"
      aria-labelledby="window-title"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <form onSubmit={submit}>
        <header>
          <h2 id="window-title">{shown.title}</h2>
          <button type="button" className="tool" aria-label="Close" onClick={onClose}>
            <span aria-hidden="true">×</span>
          </button>
        </header>
        <div className="window-body">
          {inGroups(shown.blocks).map(({ first, blocks }) => {
            const [input] = blocks;
            return input?.type === 'input' ? (
              <Field key={first} block={input} />
            ) : (
              <Blocks key={first} blocks={blocks} first={first} onPress={onPress} />
            );
          })}
        </div>
        <footer>
          <button type="button" className="button" onClick={onClose}>
            {shown.close}
          </button>
          {shown.submit !== null && (
            <button type="submit" className="button is-primary">
              {shown.submit}
            </button>
          )}
        </footer>
      </form>
    </dialog>
  );
}

/** An input as a field of the page's own: the package keeps what is typed to itself. */
function Field({ block }: { readonly block: InputBlock }) {
  const { label, hint, optional } = block;
  return (
    <div className="field">
      <label htmlFor={nameOf(block)}>
        {label.text}
        {optional === true && <span className="quiet"> (optional)</span>}
      </label>
      <Control block={block} />
      {hint && <span className="quiet">{hint.text}</span>}
    </div>
  );
}

function Control({ block }: { readonly block: InputBlock }) {
  const { element, optional } = block;
  const name = nameOf(block);
  if (element.type === 'static_select') {
    return (
      <select id={name} name={name} defaultValue={element.initial_option?.value}>
        {element.options?.map(({ text, value }) => (
          <option key={value} value={value}>
            {text.text}
          </option>
        ))}
      </select>
    );
  }
  if (element.type !== 'plain_text_input') return null;
  const { max_length: maxLength, initial_value: defaultValue, multiline } = element;
  const common = { id: name, name, defaultValue, required: optional !== true, maxLength };
  return multiline ? <textarea rows={4} {...common} /> : <input type="text" {...common} />;
}

function nameOf({ block_id: block = '', element }: InputBlock): string {
  return JSON.stringify([block, 'action_id' in element ? element.action_id : '']);
}

function readInputs(blocks: readonly KnownBlock[], form: FormData): InputValues {
  const inputs = blocks.filter((block) => block.type === 'input');
  return Object.fromEntries(
    inputs.map((block) => {
      const [id, action] = JSON.parse(nameOf(block)) as [string, string];
      const value = String(form.get(nameOf(block)) ?? '');
      const isMenu = block.element.type === 'static_select';
      const read: InputValue = isMenu
        ? { type: 'static_select', selected_option: { value } }
        : { type: 'plain_text_input', value };
      return [id, { [action]: read }];
    }),
  );
}

/** Inputs one by one, and what stands between them together. */
function inGroups(blocks: readonly KnownBlock[]): { first: number; blocks: KnownBlock[] }[] {
  const groups: { first: number; blocks: KnownBlock[] }[] = [];
  for (const [index, block] of blocks.entries()) {
    const last = groups.at(-1);
    if (last && block.type !== 'input' && last.blocks[0]?.type !== 'input') last.blocks.push(block);
    else groups.push({ first: index, blocks: [block] });
  }
  return groups;
}
