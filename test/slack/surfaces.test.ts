import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { AnswerEngine } from '../../src/answering/answer.ts';
import { DIRECT, NEWS } from '../../src/playground/workspace.ts';
import { Records } from '../../src/slack/records.ts';
import { memoryShelf, type Shelf } from '../../src/slack/shelf.ts';
import { starters } from '../../src/slack/starters.ts';
import { aWhile, eventually, type Mode, startPair } from './pair.ts';
import { realEngine } from './real-engine.ts';
import { quoted, Surface, shownIn } from './surface.ts';

const STATIC = 'who said Syria is static?';
const WORDS = 'Syria is completely static';
const WHOLE =
  'Syria is completely static, and has been for some time now. Iran isn’t going to dramatically change its positioning. The situation is stagnant, and it appears nothing will change any time soon.';
const SOURCE = '<https://themedialine.org/|the outlet’s site, themedialine.org>';
const SHELVES: Record<Mode, Shelf> = { socket: memoryShelf(), http: memoryShelf() };

/**
 * Every place where people meet the bot; each is tried in both modes. Of their own are adding
 * articles (adding.test.ts), what a channel hears and its settings (channels.test.ts), trouble with
 * Slack (troubles.test.ts), all in both modes; and what is there by HTTP only: installing the app
 * in many workspaces (oauth.test.ts, workspaces.test.ts).
 */
const SURFACES: Record<string, (at: Surface, mode: Mode) => Promise<void>> = {
  async 'a thread of mentions keeps its subject'(at) {
    const first = await at.mention(STATIC);
    expect(quoted(first).join(' ')).toContain(WORDS);
    const more = await at.mention('what else did he say?', first.thread);
    expect(more.thread).toBe(first.thread);
    expect(quoted(more).join(' ')).toContain('Israel acts when it can');
    expect(quoted(more).join(' ')).not.toContain(WORDS);
  },

  async 'a wrong speaker is corrected, what is not there is said'(at) {
    const wrong = await at.mention('did Valensi say "Syria is completely static"?');
    expect(shownIn(wrong)).toContain('Wrong speaker.');
    expect(wrong.text).toContain('Zisser');
    expect((await at.mention('what did Vladimir Putin say?')).text).toMatch(
      /^Vladimir Putin is not quoted in this article/,
    );
  },

  async 'greetings and thanks get a word and no citation'(at) {
    for (const courtesy of [
      'hello there',
      'hi!',
      'good morning',
      'thanks!',
      'thank you so much',
      'ok thanks',
    ]) {
      const said = await at.mention(courtesy);
      expect(quoted(said), courtesy).toEqual([]);
      expect(shownIn(said), courtesy).not.toContain('¶');
      expect(said.text, courtesy).not.toContain('does not say');
    }
  },

  async 'a direct message, each its own thread'(at) {
    const first = await at.tell(STATIC);
    expect(quoted(first).join(' ')).toContain(WORDS);
    expect((await at.tell('sources')).thread).not.toBe(first.thread);
  },

  async 'the Messages tab offers questions that the loaded article answers'(at) {
    at.you.openApp('messages');
    const prompts = await eventually(() => at.pair.slack.workspace.prompts.get(DIRECT), 'the prompts');
    expect(prompts.length).toBeGreaterThan(1);
    for (const { message } of prompts) {
      expect((await at.tell(message)).text).not.toMatch(/went wrong|does not say/);
    }
  },

  async 'a slow answer is announced, a quick one is not'(at) {
    const statuses = () => at.pair.slack.calls.filter(({ method }) => method.endsWith('setStatus')).length;
    const before = statuses();
    await at.tell('sources');
    expect(statuses()).toBe(before);
    await at.tell('slowly sources');
    expect(statuses()).toBe(before + 1);
    expect(at.pair.slack.workspace.statuses.size).toBe(0);
  },

  async 'every request by slash command, for one person'(at) {
    const begin = (await starters(at.pair.engine)).map(({ text }) => text);
    expect(begin.length).toBeGreaterThanOrEqual(4);
    const requests = ['summary 3', 'sources', 'quotes Zisser', 'check "Syria is completely stable"', STATIC];
    for (const request of ['', 'help', ...requests, ...begin]) {
      const answer = await at.command(request);
      expect(answer.onlyFor).toBe(at.you.person.id);
      expect(answer.text).not.toMatch(/went wrong|does not say/);
      expect(answer.blocks.length).toBeGreaterThan(0);
    }
    expect((await at.command('help')).text).toMatch(/Try “what did .+ say\?”/);
  },

  async 'a wrong word gets the nearest right one, and is told so'(at) {
    const answer = await at.command('sumary 3');
    expect(shownIn(answer)).toContain('There is no “sumary”. Taken as: summary 3');
    expect(answer.text).toContain('in 3 sentences');
  },

  async 'an answer for one person is shared, and who shared it is named'(at) {
    const secret = await at.command(STATIC);
    const shared = await at.after(() => at.you.press(secret, 'share'), 'the shared answer');
    expect(shared.onlyFor).toBeNull();
    expect(shownIn(shared)).toContain(`"user_id":"${at.you.person.id}"`);
    expect(quoted(shared).join(' ')).toContain(WORDS);
    await eventually(() => !at.pair.said().some(({ ts }) => ts === secret.ts), 'the private one to go');
  },

  async 'a message is checked by its shortcut: each quotation of it, and all of it where none is marked'(at) {
    const check = async (claim: string, ...verdicts: string[]) => {
      await at.you.messageShortcut(at.you.say(claim), 'check_quote');
      for (const verdict of verdicts) await at.window(verdict);
      at.closeWindows();
    };
    const two = 'Valensi said "Syria is completely static" and Zisser "Israel acts when it can".';
    await check(two, 'Verbatim.', 'Wrong speaker.');
    await check('Syria is completely stable', 'Altered.', '"strike":true');
    await check('', 'no text');
  },

  async 'the global shortcut asks from anywhere'(at) {
    await at.you.globalShortcut('ask_article');
    await at.window('Your question');
    await at.you.submit({ question: { question: { value: 'sources' } } });
    await at.window('Eyal Zisser');
  },

  async 'the Home tab shows the articles with their speakers, and answers from there'(at) {
    at.you.openApp('home');
    await at.home('Prof. Eyal Zisser');
    await at.you.pressInHome('home_sources');
    await at.window('Carmit Valensi');
    at.closeWindows();
    await at.you.pressInHome('home_summary');
    await at.window('Summary');
    at.closeWindows();
    await at.you.pressInHome('ask_article');
    await at.window('Your question');
    await at.you.submit({ question: { question: { type: 'plain_text_input', value: STATIC } } });
    await at.window(WORDS);
  },

  async 'a mention is answered with the quotation, its speaker, the paragraph and the source'(at) {
    const answer = await at.mention(STATIC);
    expect(quoted(answer)).toContain(WHOLE);
    for (const part of ['Prof. Eyal Zisser', 'vice rector of Tel Aviv University', '¶20', SOURCE]) {
      expect(shownIn(answer)).toContain(part);
    }
    for (const part of [WHOLE, 'Eyal Zisser', '¶20']) expect(answer.text).toContain(part);
  },

  async 'below an answer: the context, and all of the speaker’s quotations'(at) {
    const answer = await at.mention(STATIC);
    await at.you.press(answer, 'context');
    const marked = `{"type":"text","text":"${WHOLE}","style":{"bold":true}}`;
    expect(JSON.stringify((await at.window('¶19')).definition)).toContain(marked);
    at.closeWindows();
    await at.you.press(answer, 'quotations');
    await at.window('Israel acts when it can');
  },

  async 'what did not fit comes with Next, in the thread and for one person'(at) {
    const first = await at.mention('summary in 12');
    const more = /(\d+) more passages? (?:is|are) not shown/.exec(shownIn(first))?.[1];
    expect(Number(more)).toBeGreaterThan(0);
    const second = await at.after(() => at.you.press(first, 'next'), 'the rest');
    expect(second.thread).toBe(first.thread);
    expect(shownIn(second)).not.toContain('not shown');
    const secret = await at.command('summary in 12');
    const rest = await at.after(() => at.you.press(secret, 'next'), 'the private rest');
    expect(rest.onlyFor).toBe(at.you.person.id);
  },

  async 'a thumb is written down with the question and the answer, a thumb down with its reason'(at, mode) {
    const kept = new Records(SHELVES[mode]);
    const answer = await at.mention(STATIC);
    const thanks = await at.after(
      () => at.you.press(answer, { action: 'feedback', side: 'positive' }),
      'thanks',
    );
    expect(thanks.onlyFor).toBe(at.you.person.id);
    await at.you.press(answer, { action: 'feedback', side: 'negative' });
    await at.window('What was wrong');
    await eventually(async () => (await kept.allFeedback())[0]?.feedback.judged === 'wrong', 'the judgement');
    await at.you.submit({ reason: { reason: { value: 'the role is missing' } } });
    const all = await kept.allFeedback();
    expect(all).toHaveLength(1);
    expect(all[0]?.feedback).toMatchObject({
      judged: 'wrong',
      reason: 'the role is missing',
      index: 'v7',
      turn: { question: STATIC },
      answer: { outcome: 'answered' },
    });
  },

  async 'a button whose turn is forgotten, or of another workspace, says so'(at) {
    const answer = await at.mention(STATIC);
    const blocks = JSON.parse(shownIn(answer).replaceAll(/\\"t\\":\\"[^"]+\\"/g, '\\"t\\":\\"gone\\"'));
    const old = at.pair.slack.workspace.replace(answer, { blocks });
    const told = await at.after(
      () => at.you.press(old, { action: 'feedback', side: 'positive' }),
      'a sentence',
    );
    expect(told.text).toContain('Please ask again.');
    expect(told.onlyFor).toBe(at.you.person.id);
  },

  async 'nothing of an article or a question becomes live'(at) {
    const { live } = at.pair.slack;
    await at.mention(`<!channel> *bold* <https://evil.example|x> ${STATIC}`);
    await at.command('check "<!here> Syria is completely static `x`"');
    // Who shared an answer is meant to be a mention, in a channel in which they have just acted.
    const shared = JSON.stringify({ type: 'user', user_id: at.you.person.id });
    const seen = new Set(live.filter(({ value }) => value !== shared).map(({ value }) => value));
    expect([...seen]).toEqual([SOURCE]);
  },

  async 'what other bots say and what nobody asked is left alone'(at) {
    const before = at.pair.said({ channel: NEWS }).length;
    at.you.say('who said what? I do not ask the bot.');
    const event = { type: 'app_mention', channel: NEWS, text: '<@U0WHOSAID> sources', ts: '1.1', user: 'U9' };
    await at.pair.slack.deliverEvent('app_mention', { ...event, event_ts: '1.1', bot_id: 'B9' });
    await aWhile();
    expect(at.pair.said({ channel: NEWS })).toHaveLength(before);
  },
};

let engine: AnswerEngine;
let close: () => Promise<void>;
beforeAll(async () => {
  const real = await realEngine();
  close = real.close;
  engine = {
    ...real.engine,
    async answer(question, thread) {
      if (question.includes('slowly')) await aWhile(800);
      return real.engine.answer(question.replace('slowly', ''), thread);
    },
  };
}, 120_000);
afterAll(() => close());

describe.each<Mode>(['socket', 'http'])('by %s', (mode) => {
  let at: Surface;
  beforeAll(async () => {
    at = new Surface(await startPair(engine, mode, { shelf: SHELVES[mode], indexVersion: 'v7' }));
  });
  afterEach(() => at.closeWindows());
  afterAll(async () => {
    await at.pair.stop();
    // A busy machine may miss a heartbeat; the connection is opened anew, and nothing is lost.
    const expected = /StaleButton|pong wasn't received/;
    expect(at.pair.logged.filter((line) => !expected.test(line))).toEqual([]);
  });

  test.each(Object.entries(SURFACES))('%s', (_, act) => act(at, mode));
});
