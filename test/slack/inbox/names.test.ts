import { expect, test } from 'vitest';
import {
  commandPayload,
  editEvent,
  eventPayload,
  mentionEvent,
  messageEvent,
  pressPayload,
} from '../../../src/playground/payloads.ts';
import { BOT, type Channel, type Message, NEWS, TEAM, YOU } from '../../../src/playground/workspace.ts';
import { subjectOf } from '../../../src/slack/inbox/names.ts';

const channel = (kind: Channel['kind']): Channel => ({
  id: kind === 'im' ? 'D0YOU' : NEWS,
  name: 'x',
  kind,
  person: null,
  botIsMember: true,
  archived: false,
});
const message = (change: Partial<Message> = {}): Message => ({
  ts: '1.000001',
  channel: NEWS,
  user: YOU.id,
  text: `<@${BOT.id}> who said that?`,
  blocks: [],
  thread: null,
  onlyFor: null,
  edited: false,
  reactions: [],
  files: [],
  ...change,
});
const names = (event: Record<string, unknown>) => subjectOf(eventPayload(event, 'Ev1')).names;
const person = { person: YOU, triggerId: 'T1' };

test('a mention and the message that it arrives as count as one', () => {
  expect(names(mentionEvent(message()))).toEqual(['event/Ev1', `message/${TEAM.id}/${NEWS}/1.000001`]);
  const direct = message({ channel: 'D0YOU', text: 'who said that?' });
  expect(names(messageEvent(direct, channel('im')))).toEqual(['event/Ev1', 'message/T0PLAY/D0YOU/1.000001']);
});

test('of a whole channel only questions in threads are kept', () => {
  const said = (text: string, thread: string | null) =>
    names(messageEvent(message({ text, thread }), channel('channel')));
  expect(said('who said that?', '0.1')).toHaveLength(2);
  expect(said('who said that?', null)).toBeNull();
  expect(said('thanks', '0.1')).toBeNull();
  expect(said(`<@${BOT.id}> who said that?`, '0.1')).toBeNull();
});

test('what the app itself or another bot says is not kept', () => {
  expect(names(messageEvent(message({ user: BOT.id }), channel('im')))).toBeNull();
  expect(names({ type: 'app_home_opened', user: YOU.id, channel: 'D0YOU' })).toBeNull();
});

test('each edit that changes the words counts once', () => {
  const edit = (text: string) =>
    names(editEvent(message(), message({ text, edited: true }), channel('im'), '2.000001'));
  expect(edit('who else?')).toEqual(['event/Ev1', 'edit/T0PLAY/D0YOU/1.000001/2.000001']);
  expect(edit(message().text)).toBeNull();
});

test('a command and a button count once for each time that somebody acted', () => {
  expect(subjectOf(commandPayload(person, channel('channel'), '/article', 'help', 'http://x'))).toEqual({
    kind: 'command',
    team: TEAM.id,
    channel: NEWS,
    names: ['command/T1'],
  });
  const pressed = pressPayload(person, message({ user: BOT.id }), channel('channel'), {}, 'http://x');
  expect(subjectOf(pressed).names).toEqual(['button/T1']);
});

test.each([null, 'text', [], {}, { event: 1 }, { event: { type: 1 } }, { type: 7 }])(
  'what is none of Slack’s is not kept: %j',
  (body) => {
    expect(subjectOf(body).names).toBeNull();
  },
);
