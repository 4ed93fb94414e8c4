import { randomUUID } from 'node:crypto';
import {
  APP_ID,
  BOT,
  BOT_ID,
  type Channel,
  type Message,
  type Person,
  type SharedFile,
  TEAM,
  type View,
} from './workspace.ts';

type Payload = Record<string, unknown>;

/** A message in the form of the Web API and of events. */
export function messagePayload(message: Message, address = ''): Payload {
  const byBot = message.user === BOT.id;
  return {
    type: 'message',
    user: message.user,
    ts: message.ts,
    text: message.text,
    team: TEAM.id,
    ...(message.blocks.length > 0 && { blocks: message.blocks }),
    ...(message.thread !== null && { thread_ts: message.thread }),
    ...(message.files.length > 0 && {
      subtype: 'file_share',
      files: message.files.map((file) => filePayload(file, address)),
    }),
    ...(message.edited && { edited: { user: message.user, ts: message.ts } }),
    ...(byBot && { bot_id: BOT_ID, app_id: APP_ID, bot_profile: botProfile() }),
  };
}

/** A file in the form of the Web API and of events. */
export function filePayload({ id, name, mimetype, bytes }: SharedFile, address: string): Payload {
  const url = `${address}/files/${id}`;
  return { id, name, title: name, mimetype, size: bytes.length, url_private: url, url_private_download: url };
}

function botProfile(): Payload {
  return {
    id: BOT_ID,
    app_id: APP_ID,
    name: BOT.name,
    deleted: false,
    updated: 0,
    team_id: TEAM.id,
    icons: {},
  };
}

/** The outer part of an event, under an id of its own. */
export function eventPayload(event: Payload, eventId = newId('Ev')): Payload {
  return {
    token: 'legacy',
    team_id: TEAM.id,
    context_team_id: TEAM.id,
    api_app_id: APP_ID,
    type: 'event_callback',
    event,
    event_id: eventId,
    event_time: Math.floor(Date.now() / 1000),
    event_context: newId('EC'),
    is_ext_shared_channel: false,
    authorizations: [
      {
        enterprise_id: null,
        team_id: TEAM.id,
        user_id: BOT.id,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
  };
}

/** The event of a message in a channel that mentions the bot. */
export function mentionEvent(message: Message, address = ''): Payload {
  const { user, ts, text, team, thread_ts, files } = messagePayload(message, address);
  return {
    type: 'app_mention',
    user,
    ts,
    text,
    team,
    ...(thread_ts !== undefined && { thread_ts }),
    ...(files !== undefined && { files }),
    client_msg_id: randomUUID(),
    channel: message.channel,
    event_ts: message.ts,
  };
}

/** The event of a message as the app's subscription for that kind of channel delivers it. */
export function messageEvent(message: Message, channel: Channel, address = ''): Payload {
  const { team, ...own } = messagePayload(message, address);
  return {
    ...own,
    // A message that shares a file comes without these two.
    ...(message.files.length === 0 && { team, client_msg_id: randomUUID() }),
    channel: message.channel,
    channel_type: channel.kind,
    event_ts: message.ts,
  };
}

/** The event of a message whose text was changed. */
export function editEvent(before: Message, after: Message, channel: Channel, ts: string): Payload {
  return {
    type: 'message',
    subtype: 'message_changed',
    hidden: true,
    message: messagePayload(after),
    previous_message: messagePayload(before),
    channel: channel.id,
    channel_type: channel.kind,
    ts,
    event_ts: ts,
  };
}

/** The event of a message that was taken away. */
export function deletionEvent(message: Message, channel: Channel, ts: string): Payload {
  return {
    type: 'message',
    subtype: 'message_deleted',
    hidden: true,
    deleted_ts: message.ts,
    previous_message: messagePayload(message),
    channel: channel.id,
    channel_type: channel.kind,
    ts,
    event_ts: ts,
  };
}

/** What an app subscribes to in order to hear the messages of such a channel. */
export function subscriptionFor({ kind }: Channel): string {
  return kind === 'im' ? 'message.im' : 'message.channels';
}

export interface Interaction {
  readonly person: Person;
  readonly triggerId: string;
}

export function commandPayload(
  { person, triggerId }: Interaction,
  channel: Channel,
  command: string,
  text: string,
  responseUrl: string,
): Record<string, string> {
  return {
    token: 'legacy',
    api_app_id: APP_ID,
    team_id: TEAM.id,
    team_domain: TEAM.domain,
    channel_id: channel.id,
    channel_name: channel.kind === 'im' ? 'directmessage' : channel.name,
    user_id: person.id,
    user_name: person.name,
    command,
    text,
    response_url: responseUrl,
    trigger_id: triggerId,
    is_enterprise_install: 'false',
  };
}

/** What Slack sends when a button of a message is pressed; an ephemeral message is not handed back. */
export function pressPayload(
  interaction: Interaction,
  message: Message,
  channel: Channel,
  action: Payload,
  responseUrl: string,
): Payload {
  const secret = message.onlyFor !== null;
  return {
    ...interactionBase('block_actions', interaction),
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: secret,
      ...(message.thread !== null && { thread_ts: message.thread }),
    },
    channel: { id: channel.id, name: channel.kind === 'im' ? 'directmessage' : channel.name },
    ...(!secret && { message: messagePayload(message) }),
    response_url: responseUrl,
    state: { values: {} },
    actions: [actionPayload(action)],
  };
}

/** What Slack sends when a button of a window is pressed. */
export function viewPressPayload(interaction: Interaction, view: View, action: Payload): Payload {
  return {
    ...interactionBase('block_actions', interaction),
    container: { type: 'view', view_id: view.id },
    view: viewPayload(view),
    actions: [actionPayload(action)],
  };
}

export function viewPayload({ id, hash, definition }: View): Payload {
  return {
    id,
    team_id: TEAM.id,
    hash,
    app_id: APP_ID,
    app_installed_team_id: TEAM.id,
    bot_id: BOT_ID,
    root_view_id: id,
    previous_view_id: null,
    external_id: '',
    private_metadata: '',
    callback_id: '',
    state: { values: {} },
    clear_on_close: false,
    notify_on_close: false,
    submit: null,
    close: null,
    ...definition,
  };
}

function actionPayload(action: Payload): Payload {
  return { block_id: 'b', action_ts: String(Date.now() / 1000), ...action };
}

/** What Slack sends when somebody chooses a shortcut from a message's menu. */
export function shortcutPayload(
  { person, triggerId }: Interaction,
  message: Message,
  channel: Channel,
  callbackId: string,
  responseUrl: string,
): Payload {
  return {
    type: 'message_action',
    token: 'legacy',
    team: { id: TEAM.id, domain: TEAM.domain },
    enterprise: null,
    is_enterprise_install: false,
    user: { id: person.id, name: person.name, team_id: TEAM.id },
    trigger_id: triggerId,
    callback_id: callbackId,
    action_ts: String(Date.now() / 1000),
    channel: { id: channel.id, name: channel.name },
    message_ts: message.ts,
    message: messagePayload(message),
    response_url: responseUrl,
  };
}

/** What Slack sends when somebody chooses a shortcut that is there everywhere. */
export function globalShortcutPayload({ person, triggerId }: Interaction, callbackId: string): Payload {
  return {
    type: 'shortcut',
    token: 'legacy',
    action_ts: String(Date.now() / 1000),
    team: { id: TEAM.id, domain: TEAM.domain },
    enterprise: null,
    is_enterprise_install: false,
    user: { id: person.id, username: person.name, team_id: TEAM.id },
    callback_id: callbackId,
    trigger_id: triggerId,
  };
}

/** What the payloads of buttons and windows have in common. */
export function interactionBase(type: string, { person, triggerId }: Interaction): Payload {
  return {
    type,
    token: 'legacy',
    api_app_id: APP_ID,
    team: { id: TEAM.id, domain: TEAM.domain },
    enterprise: null,
    is_enterprise_install: false,
    user: { id: person.id, username: person.name, name: person.name, team_id: TEAM.id },
    trigger_id: triggerId,
  };
}

export function newId(prefix: string): string {
  return `${prefix}${randomUUID().replaceAll('-', '').slice(0, 12).toUpperCase()}`;
}
