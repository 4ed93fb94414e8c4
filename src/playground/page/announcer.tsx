import { useEffect, useRef, useState } from 'react';
import type { PageState } from '../page-state.ts';
import { readMrkdwn } from './mrkdwn.ts';

/** Says each new answer to those who listen instead of look: its fallback text, which is made for that. */
export function Announcer({ state }: { readonly state: PageState }) {
  const [said, setSaid] = useState('');
  const newest = state.messages.findLast(({ user }) => user === state.bot.id);
  const known = useRef(newest?.ts);
  useEffect(() => {
    if (!newest || newest.ts === known.current) return;
    known.current = newest.ts;
    setSaid(`Whosaid: ${plainText(newest.text)}`);
  }, [newest]);
  return (
    <p role="status" className="unseen">
      {said}
    </p>
  );
}

function plainText(text: string): string {
  return readMrkdwn(text)
    .map((piece) => ('text' in piece ? piece.text : 'label' in piece ? piece.label : ''))
    .join('');
}
