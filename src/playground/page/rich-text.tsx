import type { RichTextBlock, RichTextBlockElement, RichTextElement } from '@slack/types';
import type { ReactNode } from 'react';
import { Link, Mention, numbered } from './marked-text.tsx';
import { useSurroundings } from './surroundings.ts';

/** A block of rich text: sections, quotations, lists and preformatted text. */
export function RichText({ block }: { readonly block: RichTextBlock }) {
  return (
    <div className="rich-text">
      {numbered(block.elements).map(({ key, value }) => (
        <Container key={key} element={value} />
      ))}
    </div>
  );
}

function Container({ element }: { readonly element: RichTextBlockElement }) {
  switch (element.type) {
    case 'rich_text_quote':
      return (
        <blockquote>
          <Leaves elements={element.elements} />
        </blockquote>
      );
    case 'rich_text_preformatted':
      return (
        <pre>
          <Leaves elements={element.elements} />
        </pre>
      );
    case 'rich_text_list': {
      const items = numbered(element.elements).map(({ key, value }) => (
        <li key={key}>
          <Leaves elements={value.elements} />
        </li>
      ));
      return element.style === 'ordered' ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'rich_text_section':
      return (
        <p>
          <Leaves elements={element.elements} />
        </p>
      );
    default:
      return element satisfies never;
  }
}

function Leaves({ elements }: { readonly elements: readonly RichTextElement[] }): ReactNode {
  return numbered(elements).map(({ key, value }) => <Leaf key={key} element={value} />);
}

function Leaf({ element }: { readonly element: RichTextElement }): ReactNode {
  const { channels } = useSurroundings();
  switch (element.type) {
    case 'text':
      return styled(element.text, element.style);
    case 'link':
      return <Link url={element.url}>{styled(element.text ?? element.url, element.style)}</Link>;
    case 'user':
      return <Mention id={element.user_id} />;
    case 'channel':
      return (
        <span className="mention">
          #{channels.find(({ id }) => id === element.channel_id)?.name ?? element.channel_id}
        </span>
      );
    case 'broadcast':
      return <span className="mention">@{element.range}</span>;
    case 'usergroup':
      return <span className="mention">@{element.usergroup_id}</span>;
    case 'team':
      return <span className="mention">{element.team_id}</span>;
    case 'emoji':
      return emoji(element.name);
    case 'date':
      return element.fallback ?? new Date(element.timestamp * 1000).toLocaleString();
    case 'color':
      return <code>{element.value}</code>;
    default:
      return element satisfies never;
  }
}

type Style = Extract<RichTextElement, { type: 'text' }>['style'];

function styled(text: string, style: Style): ReactNode {
  let shown: ReactNode = text;
  if (style?.code) shown = <code>{shown}</code>;
  if (style?.strike) shown = <s>{shown}</s>;
  if (style?.italic) shown = <em>{shown}</em>;
  if (style?.bold) shown = <strong>{shown}</strong>;
  return shown;
}

const EMOJI: Readonly<Record<string, string>> = {
  '+1': '👍',
  thumbsup: '👍',
  '-1': '👎',
  thumbsdown: '👎',
  eyes: '👀',
  white_check_mark: '✅',
  heart: '❤️',
  question: '❓',
  warning: '⚠️',
  x: '❌',
};

/** An emoji by Slack's name for it; the name in colons where it has none here. */
export function emoji(name: string): string {
  return EMOJI[name] ?? `:${name}:`;
}
