import type { ReactElement, ReactNode } from 'react';

export interface Drawn {
  readonly height: number;
  readonly shapes: ReactNode;
}

interface DrawingProps {
  /** Draws for a width in pixels: twice, for a phone and for a wide column, so that text is never scaled down. */
  readonly draw: (width: number, wide: boolean) => Drawn;
  readonly caption: string;
  /** Everything that the drawing says, as a list or table. */
  readonly words: ReactElement;
}

/** What is left of 320 pixels beside the gutters, and the width of the reading column. */
const narrowWidth = 288;
const wideWidth = 640;

/** A figure: drawn for narrow and wide columns, with a caption, and the same in words for whoever does not see it. */
export function Drawing({ draw, caption, words }: DrawingProps) {
  return (
    <div className="figure breakout">
      <figure>
        <Canvas width={narrowWidth} className="drawing drawing-narrow" drawn={draw(narrowWidth, false)} />
        <Canvas width={wideWidth} className="drawing drawing-wide" drawn={draw(wideWidth, true)} />
        <figcaption>{caption}</figcaption>
      </figure>
      <details className="figure-words">
        <summary>The same in words</summary>
        {words}
      </details>
    </div>
  );
}

/** Hidden from assistive technology, since the words beside it say all that it shows. */
function Canvas({ width, className, drawn }: { readonly width: number; readonly className: string; readonly drawn: Drawn }) {
  return (
    <svg className={className} viewBox={`0 0 ${width} ${Math.ceil(drawn.height)}`} aria-hidden="true" focusable="false">
      {drawn.shapes}
    </svg>
  );
}
