import type { KnownBlock } from '@slack/types';
import {
  type ApiContext,
  type Arguments,
  failed,
  list,
  ok,
  type Response,
  record,
  text,
} from './api-context.ts';
import { openView, publishView, updateView } from './api-views.ts';
import { brokenInMessage } from './block-rules.ts';
import { filePayload, messagePayload, newId } from './payloads.ts';
import { BOT, BOT_ID, type Channel, TEAM, type Workspace } from './workspace.ts';

type Method = (args: Arguments, context: ApiContext) => Response;

/** Each method with the bot scope that it needs; null: none. */
export const METHODS: Readonly<Record<string, { readonly scope: string | null; readonly call: Method }>> = {
  'auth.test': { scope: null, call: authTest },
  'apps.connections.open': {
    scope: null,
    call: (_, { address }) => ok({ url: `${address().replace(/^http/, 'ws')}/link?ticket=${newId('t')}` }),
  },
  'chat.postMessage': { scope: 'chat:write', call: postMessage },
  'chat.postEphemeral': { scope: 'chat:write', call: postEphemeral },
  'chat.update': { scope: 'chat:write', call: updateMessage },
  'chat.delete': { scope: 'chat:write', call: deleteMessage },
  'chat.getPermalink': { scope: null, call: permalink },
  'conversations.info': { scope: 'channels:read', call: conversationInfo },
  'conversations.open': { scope: 'im:write', call: openConversation },
  // Which scope depends on the kind of channel.
  'conversations.replies': { scope: null, call: replies },
  'users.info': { scope: 'users:read', call: userInfo },
  'reactions.add': { scope: 'reactions:write', call: addReaction },
  'views.open': { scope: null, call: openView },
  'views.push': { scope: null, call: openView },
  'views.update': { scope: null, call: updateView },
  'views.publish': { scope: null, call: publishView },
  'assistant.threads.setStatus': { scope: 'chat:write', call: setStatus },
  'assistant.threads.setSuggestedPrompts': { scope: 'assistant:write', call: setPrompts },
  'assistant.threads.setTitle': { scope: 'assistant:write', call: () => ok({}) },
  'files.info': { scope: 'files:read', call: fileInfo },
};

function authTest(_: Arguments, { address }: ApiContext): Response {
  return ok({
    url: `${address()}/`,
    team: TEAM.name,
    user: BOT.name,
    team_id: TEAM.id,
    user_id: BOT.id,
    bot_id: BOT_ID,
    is_enterprise_install: false,
  });
}

function postMessage(args: Arguments, { workspace, byClientId, posted }: ApiContext): Response {
  const channel = channelFor(args, workspace);
  if (typeof channel === 'string') return failed(channel);
  const content = readContent(args);
  if ('ok' in content) return content;
  const thread = text(args.thread_ts);
  if (thread !== null && !workspace.find(channel.id, thread)) return failed('thread_not_found');
  const id = text(args.client_msg_id) ?? '';
  const before = byClientId?.get(id);
  if (before) {
    const stands = workspace.find(before.channel, before.ts);
    if (!stands) return failed('duplicate_message_not_found');
    return ok({ channel: channel.id, ts: stands.ts, message: messagePayload(stands) });
  }
  const metadata = record(args.metadata);
  const message = workspace.add({
    channel: channel.id,
    user: BOT.id,
    thread,
    ...content,
    ...(metadata && { metadata }),
  });
  if (id !== '') byClientId?.set(id, message);
  posted(message, channel);
  return ok({ channel: channel.id, ts: message.ts, message: messagePayload(message) });
}

function postEphemeral(args: Arguments, { workspace }: ApiContext): Response {
  const channel = channelFor(args, workspace);
  if (typeof channel === 'string') return failed(channel);
  const content = readContent(args);
  if ('ok' in content) return content;
  const person = workspace.people.get(text(args.user) ?? '');
  if (!person) return failed('user_not_in_channel');
  const thread = text(args.thread_ts);
  const message = workspace.add({
    channel: channel.id,
    user: BOT.id,
    thread,
    onlyFor: person.id,
    ...content,
  });
  return ok({ message_ts: message.ts });
}

function updateMessage(args: Arguments, { workspace }: ApiContext): Response {
  const message = workspace.find(text(args.channel) ?? '', text(args.ts) ?? '');
  if (!message) return failed('message_not_found');
  if (message.user !== BOT.id) return failed('cant_update_message');
  const content = readContent(args);
  if ('ok' in content) return content;
  const next = workspace.replace(message, { ...content, edited: true });
  const { ts, ...shown } = messagePayload(next);
  return ok({ channel: next.channel, ts, text: next.text, message: shown });
}

function deleteMessage(args: Arguments, { workspace }: ApiContext): Response {
  const message = workspace.find(text(args.channel) ?? '', text(args.ts) ?? '');
  if (!message) return failed('message_not_found');
  if (message.user !== BOT.id) return failed('cant_delete_message');
  workspace.remove(message);
  return ok({ channel: message.channel, ts: message.ts });
}

function permalink(args: Arguments, { workspace, address }: ApiContext): Response {
  const message = workspace.find(text(args.channel) ?? '', text(args.message_ts) ?? '');
  if (!message) return failed('message_not_found');
  const link = `${address()}/archives/${message.channel}/p${message.ts.replace('.', '')}`;
  return ok({ channel: message.channel, permalink: link });
}

function conversationInfo(args: Arguments, { workspace }: ApiContext): Response {
  const channel = workspace.channels.get(text(args.channel) ?? '');
  if (!channel) return failed('channel_not_found');
  const im = channel.kind === 'im';
  return ok({
    channel: {
      id: channel.id,
      name: channel.name,
      is_channel: !im,
      is_im: im,
      is_group: false,
      is_archived: channel.archived,
      is_member: channel.botIsMember,
      is_private: im,
      created: 0,
    },
  });
}

function openConversation(args: Arguments, { workspace }: ApiContext): Response {
  const person = workspace.people.get(text(args.users) ?? '');
  if (!person) return failed('user_not_found');
  return ok({ channel: { id: workspace.directWith(person.id).id } });
}

function replies(args: Arguments, { workspace, granted }: ApiContext): Response {
  const channel = text(args.channel) ?? '';
  const needed = workspace.channels.get(channel)?.kind === 'im' ? 'im:history' : 'channels:history';
  if (!granted.scopes.includes(needed)) {
    return failed('missing_scope', { needed, provided: granted.scopes.join(',') });
  }
  const all = args.include_all_metadata === true || args.include_all_metadata === 'true';
  const first = text(args.ts) ?? '';
  const thread = workspace.messages.filter(
    (each) =>
      each.channel === channel && each.onlyFor === null && (each.ts === first || each.thread === first),
  );
  if (thread.length === 0) return failed('thread_not_found');
  const messages = thread.map((each) => ({
    ...messagePayload(each),
    ...(all && each.metadata && { metadata: each.metadata }),
  }));
  return ok({ messages, has_more: false });
}

function userInfo(args: Arguments, { workspace }: ApiContext): Response {
  const person = workspace.people.get(text(args.user) ?? '');
  if (!person) return failed('user_not_found');
  const { id, name, realName, isBot } = person;
  return ok({
    user: {
      id,
      team_id: TEAM.id,
      name,
      real_name: realName,
      deleted: false,
      is_bot: isBot,
      profile: { real_name: realName, display_name: name, team: TEAM.id },
    },
  });
}

function fileInfo(args: Arguments, { workspace, address }: ApiContext): Response {
  const file = workspace.file(text(args.file) ?? '');
  return file ? ok({ file: filePayload(file, address()) }) : failed('file_not_found');
}

function addReaction(args: Arguments, { workspace }: ApiContext): Response {
  const message = workspace.find(text(args.channel) ?? '', text(args.timestamp) ?? '');
  const name = text(args.name);
  if (!message) return failed('message_not_found');
  if (!name) return failed('invalid_name');
  if (message.reactions.includes(name)) return failed('already_reacted');
  workspace.replace(message, { reactions: [...message.reactions, name] });
  return ok({});
}

function setStatus(args: Arguments, { workspace }: ApiContext): Response {
  const channel = text(args.channel_id);
  const thread = text(args.thread_ts);
  if (!channel || !thread) return failed('invalid_arguments');
  const status = text(args.status);
  if (status) workspace.statuses.set(`${channel}/${thread}`, status);
  else workspace.statuses.delete(`${channel}/${thread}`);
  workspace.changed();
  return ok({});
}

function setPrompts(args: Arguments, { workspace }: ApiContext): Response {
  const channel = text(args.channel_id);
  const prompts = list(args.prompts);
  if (!channel || !prompts || prompts.length === 0 || prompts.length > 4) return failed('invalid_arguments');
  const read = prompts.map((prompt) => {
    const { title, message } = prompt as Record<string, unknown>;
    return { title: String(title), message: String(message) };
  });
  workspace.prompts.set(channel, read);
  workspace.changed();
  return ok({});
}

/** Text and blocks of a message, or why Slack would refuse them. */
function readContent(args: Arguments): { text: string; blocks: readonly KnownBlock[] } | Response {
  const written = text(args.text) ?? '';
  const blocks = args.blocks === undefined ? [] : list(args.blocks);
  if (blocks === null) return failed('invalid_blocks_format');
  if (written === '' && blocks.length === 0) return failed('no_text');
  const broken = brokenInMessage(blocks);
  if (broken) return failed(broken.error, { response_metadata: { messages: [`[ERROR] ${broken.detail}`] } });
  return { text: written.slice(0, 40_000), blocks: blocks as KnownBlock[] };
}

/** The channel that is named, by its id or by a person's; or Slack's error. */
function channelFor(args: Arguments, workspace: Workspace): Channel | string {
  const id = text(args.channel) ?? '';
  if (workspace.people.has(id)) return workspace.directWith(id);
  const channel = workspace.channels.get(id);
  if (!channel) return 'channel_not_found';
  if (channel.archived) return 'is_archived';
  return channel.botIsMember ? channel : 'not_in_channel';
}
