import { type RefObject, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { fullName, type ReaderArticle } from '../reader-article.ts';
import { FORM_WORDS, ruleWords } from '../words.ts';
import { Badge } from './badge.tsx';
import { placeBeside } from './floating.ts';
import { useListener } from './use-listener.ts';

interface MentionTipProps {
  readonly article: ReaderArticle;
  readonly body: RefObject<HTMLElement | null>;
}

/** Whom a phrase stands for and how that is known, while it is pointed at or has the focus. */
export function MentionTip({ article, body }: MentionTipProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const tip = useRef<HTMLDivElement>(null);
  const id = useId();
  const follow = ({ target }: Event): void => {
    const mention = target instanceof Element ? target.closest<HTMLElement>('.phrase') : null;
    // The pointer may rest on the tip: what is shown can be read in peace.
    if (mention !== anchor) setAnchor(mention);
  };
  useListener(body, 'mouseover', follow);
  useListener(body, 'mouseleave', () => setAnchor(null));
  useListener(body, 'focusin', follow);
  useListener(body, 'focusout', () => setAnchor(null));
  useListener(body, 'click', () => setAnchor(null));

  useEffect(() => {
    if (!anchor) return;
    const close = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') setAnchor(null);
    };
    const leave = (): void => setAnchor(null);
    anchor.setAttribute('aria-describedby', id);
    document.addEventListener('keydown', close);
    document.addEventListener('scroll', leave, { passive: true, capture: true });
    return () => {
      anchor.removeAttribute('aria-describedby');
      document.removeEventListener('keydown', close);
      document.removeEventListener('scroll', leave, { capture: true });
    };
  }, [anchor, id]);
  useLayoutEffect(() => {
    const { current } = tip;
    if (!anchor || !current) return;
    current.showPopover();
    placeBeside(current, anchor);
    return () => current.hidePopover();
  }, [anchor]);

  const quotation = anchor ? article.quotations[Number(anchor.dataset.mention)] : undefined;
  const speaker = quotation && article.speakers[quotation.speaker];
  return (
    <div ref={tip} id={id} className="tip" role="tooltip" popover="manual">
      {anchor && quotation?.mention && speaker && (
        <>
          <p className="tip-who">
            <Badge speaker={speaker} index={quotation.speaker} />
            <strong>{fullName(speaker)}</strong>
          </p>
          {speaker.role !== null && <p>{speaker.role}</p>}
          <p className="tip-how">
            “{anchor.textContent}” is {FORM_WORDS[quotation.mention.form]}
            {quotation.mention.antecedent?.paragraph != null &&
              `; last named in ¶${quotation.mention.antecedent.paragraph}`}
            .
          </p>
          <p className="tip-how">Found by: {ruleWords(quotation)}.</p>
        </>
      )}
    </div>
  );
}
