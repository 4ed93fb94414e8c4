import type { KnownBlock } from '@slack/types';

/** Which button or menu of a message or a view is meant, where its action alone does not tell. */
export interface ButtonAt {
  readonly action: string;
  /** Position of its block; the first that has the action, without. */
  readonly block?: number | null;
  /** The side of a pair of thumbs. */
  readonly side?: 'positive' | 'negative' | null;
  /** The value that was chosen, where it is a menu. */
  readonly option?: string | null;
}

type Fields = Readonly<Record<string, unknown>>;

/** What Slack tells an app about an element that was used. Throws where there is no such element. */
export function findAction(blocks: unknown, button: string | ButtonAt): Record<string, unknown> {
  const at: ButtonAt = typeof button === 'string' ? { action: button } : button;
  for (const [index, block] of (Array.isArray(blocks) ? (blocks as KnownBlock[]) : []).entries()) {
    if (typeof at.block === 'number' && at.block !== index) continue;
    const inside: readonly unknown[] =
      'elements' in block && Array.isArray(block.elements) ? block.elements : [];
    for (const element of [...inside, ...('accessory' in block ? [block.accessory] : [])]) {
      const fields = element as Fields | undefined;
      if (fields?.action_id !== at.action) continue;
      const id = block.block_id ?? `b${index}`;
      return { type: fields.type, action_id: at.action, block_id: id, ...chosen(fields, at) };
    }
  }
  throw new Error(`there is no button ${at.action}`);
}

function chosen(element: Fields, { side, option }: ButtonAt): Fields {
  if (typeof option === 'string') {
    const options = Array.isArray(element.options) ? (element.options as Fields[]) : [];
    const selected = options.find(({ value }) => value === option);
    if (!selected) throw new Error(`there is no choice ${option}`);
    return { selected_option: selected };
  }
  const { value, text } = side ? (element[`${side}_button`] as Fields) : element;
  return { value, text };
}
