import type { PageState } from '../page-state.ts';
import { Avatar } from './message.tsx';

interface PlacesProps {
  readonly state: PageState;
  readonly current: string;
  readonly onChoose: (channel: string) => void;
  readonly onShortcut: (callback: string) => void;
  readonly onPerson: (person: string) => void;
}

/** Where one can be: channels and direct messages, what can be done from everywhere, and who one is. */
export function Places({ state, current, onChoose, onShortcut, onPerson }: PlacesProps) {
  const people = state.people.filter(({ isBot }) => !isBot);
  return (
    <nav className="places" aria-label="Places">
      <p className="workspace-name">Playground</p>
      <ul>
        {state.channels.map((each) => (
          <li key={each.id}>
            <button
              type="button"
              className="place"
              aria-current={each.id === current ? 'page' : undefined}
              onClick={() => onChoose(each.id)}
            >
              {each.kind === 'im' ? <Avatar person={state.bot} /> : <span aria-hidden="true">#</span>}
              <span>{each.kind === 'im' ? state.bot.realName : each.name}</span>
            </button>
          </li>
        ))}
      </ul>
      <ul className="shortcuts" aria-label="Shortcuts">
        {state.shortcuts
          .filter(({ type }) => type === 'global')
          .map(({ callback, name }) => (
            <li key={callback}>
              <button type="button" className="place" onClick={() => onShortcut(callback)}>
                <span aria-hidden="true">+</span>
                <span>{name}</span>
              </button>
            </li>
          ))}
      </ul>
      <label className="person">
        <span>You are</span>
        <select value={state.you.id} onChange={(event) => onPerson(event.target.value)}>
          {people.map(({ id, realName }) => (
            <option key={id} value={id}>
              {realName}
            </option>
          ))}
        </select>
      </label>
    </nav>
  );
}
