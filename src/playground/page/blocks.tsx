import type { KnownBlock } from '@slack/types';
import { type MouseEvent, useSyncExternalStore } from 'react';
import { Message as SlackBlocks } from 'slack-blocks-to-jsx';
import type { ButtonAt } from '../block-actions.ts';
import type { Person } from '../workspace.ts';

interface BlocksProps {
  readonly blocks: readonly KnownBlock[];
  readonly people: readonly Person[];
  /** Position of the first block in its message or window. */
  readonly first?: number;
  /** Called with the button that was pressed. */
  readonly onPress: (button: ButtonAt) => void;
}

/** Block Kit as Slack would show it. */
export function Blocks({ blocks, people, first = 0, onPress }: BlocksProps) {
  const dark = usePrefersDark();
  const press = (event: MouseEvent<HTMLElement>): void => {
    const button = pressedButton(event.target);
    if (button) onPress({ ...button, block: (button.block ?? 0) + first });
  };
  return (
    // biome-ignore lint/a11y: the buttons inside take the focus and the keys, this only listens
    <div className="blocks" onClick={press}>
      <SlackBlocks
        blocks={asPackageReads(blocks)}
        withoutWrapper
        theme={dark ? 'dark' : 'light'}
        logo=""
        name=""
        data={{ users: people.map(({ id, name }) => ({ id, name })) }}
      />
    </div>
  );
}

/** The package calls nobody back; a button's action is its id, or that of the pair it belongs to. */
function pressedButton(target: EventTarget): ButtonAt | null {
  const button = target instanceof Element ? target.closest('button') : null;
  const wrapper = button?.closest('.slack_blocks_to_jsx--block_wrapper');
  if (!button || !wrapper) return null;
  const block = [...(wrapper.parentElement?.children ?? [])].indexOf(wrapper);
  if (button.id !== '') return { action: button.id, block };
  const pair = button.closest('.slack_blocks_to_jsx__feedback_buttons_element');
  if (!pair) return null;
  return { action: pair.id, block, side: pair.firstElementChild === button ? 'positive' : 'negative' };
}

type PackageBlocks = Parameters<typeof SlackBlocks>[0]['blocks'];

/**
 * The package reads markup in plain text and none in mrkdwn that is `verbatim`; Slack does neither
 * (there the word only keeps bare addresses from becoming links).
 */
function asPackageReads(blocks: readonly KnownBlock[]): PackageBlocks {
  return JSON.parse(JSON.stringify(blocks), (_, value) => {
    if (value?.type === 'plain_text') return { ...value, verbatim: true };
    if (value?.type === 'mrkdwn') return { ...value, verbatim: false };
    return value;
  });
}

const DARK = window.matchMedia('(prefers-color-scheme: dark)');

function usePrefersDark(): boolean {
  return useSyncExternalStore(
    (changed) => {
      DARK.addEventListener('change', changed);
      return () => DARK.removeEventListener('change', changed);
    },
    () => DARK.matches,
  );
}
