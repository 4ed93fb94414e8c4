import { useState } from 'react';
import { Desk } from './desk.tsx';
import { useServerState } from './server.ts';

/** The whole page. */
export function Playground() {
  const [person, setPerson] = useState<string | null>(null);
  const { state, wire, lost } = useServerState(person);
  if (!state) return <p className="loading">{lost ? 'The playground is not running.' : 'One moment …'}</p>;
  return <Desk key={state.you.id} state={state} wire={wire} lost={lost} onPerson={setPerson} />;
}
