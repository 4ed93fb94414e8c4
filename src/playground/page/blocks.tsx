import type { KnownBlock } from '@slack/types';
import type { ReactNode } from 'react';
import type { ButtonAt } from '../block-actions.ts';
import { ActionElementView } from './elements.tsx';
import { Mrkdwn, numbered } from './marked-text.tsx';
import { RichText } from './rich-text.tsx';

interface BlocksProps {
  readonly blocks: readonly KnownBlock[];
  /** Position of the first block in its message or window. */
  readonly first?: number;
  /** Called with the button or the menu that was used. */
  readonly onPress: (button: ButtonAt) => void;
}

/** Block Kit as Slack would show it. */
export function Blocks({ blocks, first = 0, onPress }: BlocksProps) {
  return (
    <div className="blocks">
      {numbered(blocks).map(({ key, value }) => (
        <BlockView
          key={key}
          block={value}
          onPress={(button) => onPress({ ...button, block: Number(key) + first })}
        />
      ))}
    </div>
  );
}

interface BlockViewProps {
  readonly block: KnownBlock;
  readonly onPress: (button: ButtonAt) => void;
}

function BlockView({ block, onPress }: BlockViewProps): ReactNode {
  switch (block.type) {
    case 'header':
      return <h3 className="block-header">{block.text.text}</h3>;
    case 'divider':
      return <hr />;
    case 'rich_text':
      return <RichText block={block} />;
    case 'section': {
      const { text, fields = [], accessory } = block;
      return (
        <div className="block-section">
          <div>
            {text && <Text text={text} />}
            {fields.length > 0 && (
              <ul className="block-fields">
                {numbered(fields).map(({ key, value }) => (
                  <li key={key}>
                    <Text text={value} />
                  </li>
                ))}
              </ul>
            )}
          </div>
          {accessory && accessory.type !== 'image' && (
            <ActionElementView
              element={accessory as Parameters<typeof ActionElementView>[0]['element']}
              onPress={onPress}
            />
          )}
        </div>
      );
    }
    case 'context':
      return (
        <p className="block-context">
          {numbered(block.elements).map(({ key, value }) => (
            <span key={key}>{value.type === 'image' ? value.alt_text : <Text text={value} />}</span>
          ))}
        </p>
      );
    case 'actions':
    case 'context_actions':
      return (
        <div className="block-actions">
          {numbered(block.elements as Parameters<typeof ActionElementView>[0]['element'][]).map(
            ({ key, value }) => (
              <ActionElementView key={key} element={value} onPress={onPress} />
            ),
          )}
        </div>
      );
    case 'markdown':
      return <p className="block-markdown">{block.text}</p>;
    case 'image':
      // Pictures lie elsewhere, and this page asks nobody else.
      return <p className="quiet">Image: {block.alt_text}</p>;
    default:
      return <p className="quiet">({block.type})</p>;
  }
}

function Text({
  text,
}: {
  readonly text: { readonly type: 'plain_text' | 'mrkdwn'; readonly text: string };
}) {
  return text.type === 'plain_text' ? text.text : <Mrkdwn text={text.text} />;
}
