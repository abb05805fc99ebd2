import type { ReactElement } from 'react';
import type { Drawn } from '../figures/drawing.tsx';
import { TableScroll } from '../table-scroll.tsx';

export interface ChartWords {
  /** States what the chart shows, as in "Two in three have finished lesson 3". */
  readonly title: string;
  /** On what the figures rest: how many learners, which attempts, which content. */
  readonly note: string;
  /** What is said in the place of a chart without data. */
  readonly empty: string;
}

interface ChartFrameProps extends ChartWords {
  readonly isEmpty: boolean;
  /** Draws for a width in pixels: twice, for a phone and for a wide column, so that text is never scaled down. */
  readonly draw: (width: number, wide: boolean) => Drawn;
  /** Every number of the chart, as a table. */
  readonly table: ReactElement;
}

/** What is left of 320 pixels beside the gutters, and a comfortable width for a chart on a desk. */
const narrowWidth = 288;
const wideWidth = 720;

/** A chart with the sentence it shows, what it rests on, and its numbers as a table. */
export function ChartFrame({ title, note, empty, isEmpty, draw, table }: ChartFrameProps) {
  return (
    <figure className="chart figure">
      <figcaption className="chart-title">{title}</figcaption>
      {isEmpty ? (
        <p className="hint">{empty}</p>
      ) : (
        <>
          <Canvas width={narrowWidth} className="drawing drawing-narrow" drawn={draw(narrowWidth, false)} />
          <Canvas width={wideWidth} className="drawing drawing-wide" drawn={draw(wideWidth, true)} />
          <p className="hint">{note}</p>
          <details className="figure-words">
            <summary>The numbers</summary>
            <TableScroll label={`The numbers as a table: ${title}`}>{table}</TableScroll>
          </details>
        </>
      )}
    </figure>
  );
}

/** Hidden from assistive technology, since the table beside it says all that it shows. */
function Canvas({ width, className, drawn }: { readonly width: number; readonly className: string; readonly drawn: Drawn }) {
  return (
    <svg className={className} viewBox={`0 0 ${width} ${Math.ceil(drawn.height)}`} aria-hidden="true" focusable="false">
      {drawn.shapes}
    </svg>
  );
}
