import type { FormEvent } from 'react';
import { useModal } from './use-modal.ts';

interface OwnTextProps {
  /** Adds the text as an article, by sharing it with the bot as a file. */
  readonly onAdd: (file: File) => void;
  readonly onClose: () => void;
}

/** A window of the page's own, not of Slack: a text of one's own becomes an article. */
export function OwnText({ onAdd, onClose }: OwnTextProps) {
  const dialog = useModal();
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    onAdd(asFile(String(form.get('title')), String(form.get('text'))));
  };
  return (
    <dialog
      ref={dialog}
      className="window"
      aria-labelledby="own-title"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <form onSubmit={submit}>
        <header>
          <h2 id="own-title">Try your own text</h2>
          <button type="button" className="tool" aria-label="Close" onClick={onClose}>
            <span aria-hidden="true">×</span>
          </button>
        </header>
        <div className="window-body">
          <p className="quiet">
            Paste a news article in English. It is shared with Whosaid as a file, as anybody could in Slack,
            and stays on this computer.
          </p>
          <div className="field">
            <label htmlFor="own-headline">Headline</label>
            <input id="own-headline" name="title" type="text" required maxLength={200} />
          </div>
          <div className="field">
            <label htmlFor="own-text">Text</label>
            <textarea id="own-text" name="text" rows={10} required />
          </div>
        </div>
        <footer>
          <button type="button" className="button" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" className="button is-primary">
            Find the quotations
          </button>
        </footer>
      </form>
    </dialog>
  );
}

/** An article in the form of the corpus: the headline, then paragraphs with empty lines between them. */
export function asFile(title: string, text: string): File {
  const headline = title.replace(/\s+/gu, ' ').trim();
  const lines = text.replace(/\r\n?/gu, '\n').trim();
  // Pasted text often has one line for each paragraph and no empty ones.
  const body = /\n\s*\n/u.test(lines) ? lines : lines.replace(/\n+/gu, '\n\n');
  const name = headline
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/gu, '')
    .slice(0, 60);
  return new File([`${headline}\n\n${body}\n`], `${name || 'article'}.txt`, { type: 'text/plain' });
}
