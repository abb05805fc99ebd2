import { Fragment } from 'react';
import { Drawing, type Drawn } from './drawing.tsx';
import { type GridCase, type GridMark, gridColumns, gridRows, isMarked } from './grid-cells.ts';
import { GridTable } from './grid-table.tsx';
import { Lines, setText } from './lines.tsx';

interface GridFigureProps {
  /** Says that the figure is a reconstruction of the idea. */
  readonly caption: string;
  readonly mark?: GridMark | undefined;
  readonly cases?: readonly GridCase[] | undefined;
}

const padding = 7;
const disc = 22;

/** Numbered discs in a row, starting a new one where they reach the edge. */
function discsOf(numbers: readonly number[], width: number) {
  const perRow = Math.max(1, Math.floor(width / (disc + 4)));
  const places = numbers.map((number, index) => ({ number, x: (index % perRow) * (disc + 4), y: Math.floor(index / perRow) * (disc + 4) }));
  return { places, height: Math.ceil(numbers.length / perRow) * (disc + 4) };
}

/** Rows are activities, columns parties. On a phone the name of a row stands above its cells, not beside them. */
function draw({ mark = null, cases = [] }: Omit<GridFigureProps, 'caption'>, width: number, wide: boolean): Drawn {
  const side = wide ? 128 : 0;
  const column = (width - side) / gridColumns.length;
  const inner = column - 2 * padding;
  const heads = gridColumns.map(({ label }) => setText(label, inner, 'small'));
  let y = Math.max(...heads.map(({ height }) => height)) + 10;
  const rows = gridRows.map((row) => {
    const name = setText(row.label, wide ? side - 12 : width, 'strong');
    const cells = gridColumns.map(({ id }) => {
      const marked = isMarked(mark, row, id);
      const numbers = cases.flatMap((one, index) => (one.row === row.id && one.column === id ? [index + 1] : []));
      const text = setText(row.cells[id], inner, marked ? 'strong' : 'small');
      const discs = discsOf(numbers, inner);
      return { id, marked, text, discs, height: 2 * padding + text.height + (numbers.length > 0 ? discs.height + 4 : 0) };
    });
    const top = wide ? y : y + name.height + 4;
    const height = Math.max(...cells.map((cell) => cell.height), wide ? name.height + 2 * padding : 0);
    const made = { row, name, nameTop: wide ? y + padding : y, cells, top, height };
    y = top + height + (wide ? 0 : 10);
    return made;
  });
  const legendTop = y + 10;
  let legendY = legendTop;
  const legend = cases.map(({ label }, index) => {
    const block = setText(label, width - disc - 8, 'small');
    const at = legendY;
    legendY += Math.max(disc, block.height) + 4;
    return { number: index + 1, block, y: at };
  });
  return {
    height: cases.length > 0 ? legendY : y + 1,
    shapes: (
      <>
        {heads.map((block, index) => (
          <Lines key={gridColumns[index]?.id} block={block} x={side + index * column + padding} y={0} tone="soft" />
        ))}
        {rows.map(({ row, name, nameTop, cells, top, height }) => (
          <Fragment key={row.id}>
            <Lines block={name} x={0} y={nameTop} />
            {/* The marked cell comes last, so that no neighbour covers its frame. */}
            {cells
              .map((cell, index) => ({ ...cell, x: side + index * column }))
              .toSorted((one, other) => Number(one.marked) - Number(other.marked))
              .map(({ id, marked, text, discs, x }) => (
                <Fragment key={id}>
                  <rect
                    className={marked ? 'figure-card figure-marked' : 'figure-card'}
                    x={x + 0.5}
                    y={top + 0.5}
                    width={column - 1}
                    height={height - 1}
                  />
                  <Lines block={text} x={x + padding} y={top + padding} tone={marked ? 'accent' : 'ink'} />
                  {discs.places.map((place) => (
                    <Disc
                      key={place.number}
                      number={place.number}
                      x={x + padding + place.x}
                      y={top + padding + text.height + 4 + place.y}
                    />
                  ))}
                </Fragment>
              ))}
          </Fragment>
        ))}
        {legend.map(({ number, block, y: at }) => (
          <Fragment key={number}>
            <Disc number={number} x={0} y={at} />
            <Lines block={block} x={disc + 8} y={at + 3} />
          </Fragment>
        ))}
      </>
    ),
  };
}

function Disc({ number, x, y }: { readonly number: number; readonly x: number; readonly y: number }) {
  return (
    <>
      <circle className="figure-dot" cx={x + disc / 2} cy={y + disc / 2} r={disc / 2} />
      <Lines block={setText(String(number), disc, 'strong')} x={x + disc / 2} y={y + 2.5} anchor="middle" tone="on-accent" />
    </>
  );
}

/** Who decides, designs, works and evaluates: four activities by three parties, with cases placed in their cells. */
export function GridFigure({ caption, mark = null, cases = [] }: GridFigureProps) {
  return (
    <Drawing draw={(width, wide) => draw({ mark, cases }, width, wide)} caption={caption} words={<GridTable mark={mark} cases={cases} />} />
  );
}
