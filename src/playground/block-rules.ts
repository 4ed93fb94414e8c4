import { LIMITS } from '../rendering/limits.ts';

/** A rule of Block Kit that a payload breaks: where, and what. */
export interface Broken {
  readonly error: 'invalid_blocks' | 'msg_blocks_too_long' | 'invalid_arguments';
  readonly detail: string;
}

type Fields = Readonly<Record<string, unknown>>;

/** The first rule that a message's blocks break; null where Slack would take them. */
export function brokenInMessage(blocks: unknown): Broken | null {
  if (!Array.isArray(blocks)) return { error: 'invalid_blocks', detail: 'blocks must be a list' };
  if (blocks.length > LIMITS.blocksPerMessage) {
    return { error: 'invalid_blocks', detail: `no more than ${LIMITS.blocksPerMessage} items allowed` };
  }
  const detail = brokenInBlocks(blocks);
  if (detail) return { error: 'invalid_blocks', detail };
  if (JSON.stringify(blocks).length > LIMITS.charactersPerMessage) {
    return { error: 'msg_blocks_too_long', detail: 'the blocks are too long together' };
  }
  return null;
}

/** The first rule that a modal or an App Home breaks. */
export function brokenInView(view: unknown): Broken | null {
  const wrong = (detail: string): Broken => ({ error: 'invalid_arguments', detail });
  const { type, title, blocks, private_metadata: metadata, submit } = fields(view);
  if (type !== 'modal' && type !== 'home') return wrong('view.type');
  if (type === 'modal' && textLength(title) === null) return wrong('view.title is missing');
  if ((textLength(title) ?? 0) > LIMITS.viewTitle) return wrong('view.title is too long');
  if (submit !== undefined && (textLength(submit) ?? 99) > LIMITS.viewTitle) return wrong('view.submit');
  if (typeof metadata === 'string' && metadata.length > LIMITS.privateMetadata) {
    return wrong('view.private_metadata is too long');
  }
  if (!Array.isArray(blocks)) return wrong('view.blocks must be a list');
  if (blocks.length > LIMITS.blocksPerView) return wrong('view.blocks: too many');
  const detail = brokenInBlocks(blocks);
  return detail ? wrong(detail) : null;
}

function brokenInBlocks(blocks: readonly unknown[]): string | null {
  const ids = new Set<string>();
  for (const [index, block] of blocks.entries()) {
    const { type, block_id: id } = fields(block);
    const rule = typeof type === 'string' ? RULES[type] : undefined;
    if (!rule) return `/${index}: unsupported type ${String(type)}`;
    if (typeof id === 'string') {
      if (id.length > LIMITS.identifier) return `/${index}/block_id: too long`;
      if (ids.has(id)) return `/${index}/block_id: ${id} is there twice`;
      ids.add(id);
    }
    const detail = rule(fields(block));
    if (detail) return `/${index}/${detail}`;
  }
  return null;
}

const RULES: Readonly<Record<string, (block: Fields) => string | null>> = {
  header: ({ text }) => textRule(text, LIMITS.headerText, ['plain_text'], 'text'),
  divider: () => null,
  image: ({ alt_text: alt }) => (typeof alt === 'string' ? null : 'alt_text: missing'),
  section: ({ text, fields: more, accessory }) => {
    if (text === undefined && more === undefined) return 'text: missing';
    const wrong = text === undefined ? null : textRule(text, LIMITS.sectionText, ANY_TEXT, 'text');
    return wrong ?? (accessory === undefined ? null : elementRule(accessory, 'accessory'));
  },
  context: ({ elements }) => {
    if (!Array.isArray(elements) || elements.length === 0) return 'elements: missing';
    if (elements.length > LIMITS.contextElements) return 'elements: too many';
    return firstBroken(elements, (each, at) =>
      fields(each).type === 'image' ? null : textRule(each, LIMITS.contextText, ANY_TEXT, at),
    );
  },
  actions: ({ elements }) => {
    if (!Array.isArray(elements) || elements.length === 0) return 'elements: missing';
    if (elements.length > LIMITS.actionElements) return 'elements: too many';
    const ids = elements.map((each) => fields(each).action_id);
    if (new Set(ids).size < ids.length) return 'elements: an action_id is there twice';
    return firstBroken(elements, elementRule);
  },
  context_actions: ({ elements }) => {
    if (!Array.isArray(elements) || elements.length === 0 || elements.length > 5) return 'elements';
    return firstBroken(elements, (each, at) =>
      ['feedback_buttons', 'icon_button'].includes(String(fields(each).type)) ? null : at,
    );
  },
  input: ({ label, element }) =>
    textRule(label, 2_000, ['plain_text'], 'label') ?? elementRule(element, 'element'),
  markdown: ({ text }) => (typeof text === 'string' && text.length <= 12_000 ? null : 'text'),
  rich_text: ({ elements }) => {
    if (!Array.isArray(elements) || elements.length === 0) return 'elements: missing';
    return firstBroken(elements, richTextRule);
  },
};

const ANY_TEXT = ['plain_text', 'mrkdwn'];
const RICH_CONTAINERS = ['rich_text_section', 'rich_text_quote', 'rich_text_preformatted', 'rich_text_list'];
const RICH_LEAVES = ['text', 'link', 'user', 'channel', 'usergroup', 'broadcast', 'emoji', 'date', 'color'];

function richTextRule(element: unknown, at: string): string | null {
  const { type, elements } = fields(element);
  if (typeof type !== 'string' || !RICH_CONTAINERS.includes(type)) return `${at}: ${String(type)}`;
  if (!Array.isArray(elements)) return `${at}/elements: missing`;
  return firstBroken(elements, (each, inner) => {
    const { type: leaf, text } = fields(each);
    if (type === 'rich_text_list') return richTextRule(each, `${at}/${inner}`);
    if (typeof leaf !== 'string' || !RICH_LEAVES.includes(leaf)) return `${at}/${inner}: ${String(leaf)}`;
    return leaf === 'text' && (typeof text !== 'string' || text === '') ? `${at}/${inner}/text: empty` : null;
  });
}

function elementRule(element: unknown, at: string): string | null {
  const { type, action_id: id, text, value, url } = fields(element);
  if (typeof type !== 'string') return `${at}: no type`;
  if (typeof id === 'string' && id.length > LIMITS.identifier) return `${at}/action_id: too long`;
  if (type !== 'button') return null;
  if (typeof value === 'string' && value.length > LIMITS.buttonValue) return `${at}/value: too long`;
  if (typeof url === 'string' && url.length > LIMITS.buttonUrl) return `${at}/url: too long`;
  return textRule(text, LIMITS.buttonText, ['plain_text'], `${at}/text`);
}

function textRule(object: unknown, most: number, types: readonly string[], at: string): string | null {
  const { type } = fields(object);
  if (typeof type !== 'string' || !types.includes(type)) return `${at}: type ${String(type)}`;
  const length = textLength(object);
  if (length === null || length === 0) return `${at}: empty`;
  return length > most ? `${at}: must be less than ${most + 1} characters` : null;
}

function textLength(object: unknown): number | null {
  const { text } = fields(object);
  return typeof text === 'string' ? text.length : null;
}

function firstBroken(
  elements: readonly unknown[],
  rule: (element: unknown, at: string) => string | null,
): string | null {
  for (const [index, element] of elements.entries()) {
    const detail = rule(element, `elements/${index}`);
    if (detail) return detail;
  }
  return null;
}

function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
