import { useEffect, useRef, useState } from 'react';

interface DropZoneProps {
  /** Where a file goes that is dropped, in words. */
  readonly place: string;
  readonly onFile: (file: File) => void;
}

/** Takes files that are dropped anywhere on the page, and says so while one is held over it. */
export function DropZone({ place, onFile }: DropZoneProps) {
  const [over, setOver] = useState(false);
  const drop = useRef(onFile);
  useEffect(() => {
    drop.current = onFile;
  });
  useEffect(() => {
    // Each element below the pointer tells of its own coming and going.
    let depth = 0;
    const holdsFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    const onEnter = (event: DragEvent): void => {
      if (!holdsFile(event)) return;
      depth += 1;
      setOver(true);
    };
    const onLeave = (event: DragEvent): void => {
      if (!holdsFile(event)) return;
      depth -= 1;
      if (depth <= 0) setOver(false);
    };
    const onOver = (event: DragEvent): void => {
      if (holdsFile(event)) event.preventDefault();
    };
    const onDrop = (event: DragEvent): void => {
      if (!holdsFile(event)) return;
      event.preventDefault();
      depth = 0;
      setOver(false);
      for (const file of event.dataTransfer?.files ?? []) drop.current(file);
    };
    const events = { dragenter: onEnter, dragleave: onLeave, dragover: onOver, drop: onDrop };
    for (const [name, listener] of Object.entries(events)) {
      window.addEventListener(name, listener as EventListener);
    }
    return () => {
      for (const [name, listener] of Object.entries(events)) {
        window.removeEventListener(name, listener as EventListener);
      }
    };
  }, []);
  if (!over) return null;
  return (
    <div className="drop" aria-hidden="true">
      <p>
        Share it in {place}
        <span>A text, Markdown or HTML file is added as an article.</span>
      </p>
    </div>
  );
}
