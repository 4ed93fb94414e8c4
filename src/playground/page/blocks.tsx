import type { KnownBlock } from '@slack/types';
import { type MouseEvent, useSyncExternalStore } from 'react';
import { Message as SlackBlocks } from 'slack-blocks-to-jsx';
import type { Person } from '../workspace.ts';

interface BlocksProps {
  readonly blocks: readonly KnownBlock[];
  readonly people: readonly Person[];
  /** Called with the action of a button that was pressed. */
  readonly onPress: (action: string) => void;
}

/** Block Kit as Slack would show it. */
export function Blocks({ blocks, people, onPress }: BlocksProps) {
  const dark = usePrefersDark();
  // The package calls nobody back; a button's action is its id.
  const press = (event: MouseEvent<HTMLElement>): void => {
    const button = event.target instanceof Element ? event.target.closest('button[id]') : null;
    if (button) onPress(button.id);
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
