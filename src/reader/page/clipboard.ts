import type { Copied } from '../citation-text.ts';

/** Puts text on the clipboard, formatted text beside it where there is some; false where it is not allowed. */
export async function copyToClipboard({ text, html }: Copied): Promise<boolean> {
  try {
    if (html === null) {
      await navigator.clipboard.writeText(text);
      return true;
    }
    const part = (words: string, type: string): Blob => new Blob([words], { type });
    await navigator.clipboard.write([
      new ClipboardItem({ 'text/plain': part(text, 'text/plain'), 'text/html': part(html, 'text/html') }),
    ]);
    return true;
  } catch {
    // There is no such clipboard where a page comes by plain HTTP from another machine.
    return copyByEvent({ text, html });
  }
}

function copyByEvent({ text, html }: Copied): boolean {
  let isSet = false;
  const onCopy = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    if (html !== null) event.clipboardData?.setData('text/html', html);
    event.preventDefault();
    isSet = true;
  };
  document.addEventListener('copy', onCopy, { once: true, capture: true });
  const done = document.execCommand('copy');
  document.removeEventListener('copy', onCopy, { capture: true });
  return done && isSet;
}
