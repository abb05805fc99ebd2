import { Fragment } from 'react';
import type { DepictedReason } from '#app/definitions/theory.ts';
import { Drawing, type Drawn } from './drawing.tsx';
import { Lines, setText } from './lines.tsx';

interface Category {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
}

interface ReasonsFigureProps {
  readonly categories: readonly Category[];
  readonly reasons: readonly DepictedReason[];
  readonly caption: string;
}

const strongest = 3;
const gap = 12;

/** A mark for each category, in its order: a gift, a spark, two together, a level. */
const marks = [
  'M5 13h22v14H5zM3 8h26v5H3zM16 8v19M16 8c-3-7-10-4-7 0M16 8c3-7 10-4 7 0',
  'M16 4l3 9l9 3l-9 3l-3 9l-3-9l-9-3l9-3z',
  'M11 6a4 4 0 1 0 0 8a4 4 0 0 0 0-8zM21 6a4 4 0 1 0 0 8a4 4 0 0 0 0-8zM4 27c0-6 3-9 7-9s5 2 5 4c0-2 1-4 5-4s7 3 7 9',
  'M16 4v23M9 27h14M6 10h20M6 10l-3.5 8h7zM26 10l-3.5 8h7z',
];

/** The weight of a reason as filled and open dots. */
function Dots({ weight, x, y }: { readonly weight: number; readonly x: number; readonly y: number }) {
  return Array.from({ length: strongest }, (_, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: dots in a row
    <circle key={index} className={index < weight ? 'figure-dot' : 'figure-ring'} cx={x + 6 + index * 15} cy={y + 9} r={5} />
  ));
}

const people = (reasons: readonly DepictedReason[]) => [...new Set(reasons.map(({ who }) => who))];

/** Four columns with a row for each person. */
function drawWide({ categories, reasons }: Omit<ReasonsFigureProps, 'caption'>, width: number): Drawn {
  const column = width / categories.length;
  const inner = column - 16;
  const heads = categories.map(({ label, hint }) => ({ label: setText(label, inner, 'strong'), hint: setText(hint, inner, 'small') }));
  let y = 40 + Math.max(...heads.map(({ label, hint }) => label.height + hint.height)) + gap;
  const rows = people(reasons).map((who) => {
    const name = setText(who, width - 16, 'strong');
    const cells = categories.map(({ id }) =>
      reasons
        .filter((reason) => reason.who === who && reason.category === id)
        .map((reason) => ({ reason, cue: setText(`“${reason.cue}”`, inner, 'small') })),
    );
    const row = { who, name, cells, y };
    y += name.height + 16 + Math.max(...cells.map((cell) => cell.reduce((sum, { cue }) => sum + 22 + cue.height, 0))) + gap;
    return row;
  });
  return {
    height: y,
    shapes: (
      <>
        {heads.map(({ label, hint }, index) => (
          <g key={categories[index]?.id}>
            <path className="figure-mark" transform={`translate(${index * column + 8} 0)`} d={marks[index]} />
            <Lines block={label} x={index * column + 8} y={40} tone="accent" />
            <Lines block={hint} x={index * column + 8} y={40 + label.height} tone="soft" />
          </g>
        ))}
        {rows.map(({ who, name, cells, y: top }) => (
          <Fragment key={who}>
            <rect className="figure-strip" x={0} y={top} width={width} height={name.height + 8} />
            <Lines block={name} x={8} y={top + 4} />
            {cells.map((cell, index) => {
              let at = top + name.height + 16;
              return cell.map(({ reason, cue }) => {
                const own = at;
                at += 22 + cue.height;
                return (
                  <Fragment key={reason.id}>
                    <Dots weight={reason.weight} x={index * column + 8} y={own} />
                    <Lines block={cue} x={index * column + 8} y={own + 22} />
                  </Fragment>
                );
              });
            })}
          </Fragment>
        ))}
      </>
    ),
  };
}

/** The four one below the other, then each person with a list. */
function drawNarrow({ categories, reasons }: Omit<ReasonsFigureProps, 'caption'>, width: number): Drawn {
  const indent = 44;
  let y = 0;
  const heads = categories.map(({ id, label, hint }) => {
    const made = { id, y, label: setText(label, width - indent, 'strong'), hint: setText(hint, width - indent, 'small') };
    y += Math.max(34, made.label.height + made.hint.height) + gap;
    return made;
  });
  const rows = people(reasons).map((who) => {
    const name = setText(who, width - 16, 'strong');
    const top = y;
    y += name.height + 14;
    const entries = reasons
      .filter((reason) => reason.who === who)
      .map((reason) => {
        const label = categories.find(({ id }) => id === reason.category)?.label ?? reason.category;
        const entry = { reason, y, label: setText(label, width - 60, 'strong'), cue: setText(`“${reason.cue}”`, width - 60, 'small') };
        y += entry.label.height + entry.cue.height + 8;
        return entry;
      });
    y += gap;
    return { who, name, top, entries };
  });
  return {
    height: y,
    shapes: (
      <>
        {heads.map(({ id, y: top, label, hint }, index) => (
          <g key={id}>
            <path className="figure-mark" transform={`translate(0 ${top})`} d={marks[index]} />
            <Lines block={label} x={indent} y={top} tone="accent" />
            <Lines block={hint} x={indent} y={top + label.height} tone="soft" />
          </g>
        ))}
        {rows.map(({ who, name, top, entries }) => (
          <Fragment key={who}>
            <rect className="figure-strip" x={0} y={top} width={width} height={name.height + 8} />
            <Lines block={name} x={8} y={top + 4} />
            {entries.map(({ reason, y: at, label, cue }) => (
              <Fragment key={reason.id}>
                <Dots weight={reason.weight} x={2} y={at} />
                <Lines block={label} x={58} y={at} />
                <Lines block={cue} x={58} y={at + label.height} />
              </Fragment>
            ))}
          </Fragment>
        ))}
      </>
    ),
  };
}

const strength = ['', 'slightly', 'clearly', 'strongly'];

/** Why people give: the kinds of reason, and how strongly each moves whom. */
export function ReasonsFigure({ categories, reasons, caption }: ReasonsFigureProps) {
  const figure = { categories, reasons };
  return (
    <Drawing
      draw={(width, wide) => (wide ? drawWide(figure, width) : drawNarrow(figure, width))}
      caption={caption}
      words={
        <dl className="figure-list">
          {categories.map(({ id, label, hint }) => (
            <div key={id}>
              <dt>{label}</dt>
              <dd>{hint}.</dd>
              {reasons
                .filter(({ category }) => category === id)
                .map((reason) => (
                  <dd key={reason.id}>{`${reason.who}, ${strength[reason.weight] ?? ''}: “${reason.cue}”.`}</dd>
                ))}
            </div>
          ))}
        </dl>
      }
    />
  );
}
