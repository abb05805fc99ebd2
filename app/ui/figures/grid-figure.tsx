import { Fragment } from 'react';
import type { GridMap } from '#app/definitions/theory.ts';
import { Drawing, type Drawn } from './drawing.tsx';
import { type GridCase, isAt, regionsAt, regionWords } from './grid-cells.ts';
import { GridTable } from './grid-table.tsx';
import { Lines, setText } from './lines.tsx';

interface GridFigureProps {
  readonly map: GridMap;
  /** Says that the figure is a reconstruction of the idea. */
  readonly caption: string;
  /** Ids of lenses: what each takes in is told by word and pattern. */
  readonly mark?: readonly string[] | undefined;
  readonly cases?: readonly GridCase[] | undefined;
}

const padding = 7;
const disc = 22;

interface Numbered {
  readonly number: number;
  /** Put here, but belonging elsewhere. */
  readonly astray: boolean;
}

/** Numbered discs in a row, starting a new one where they reach the edge. */
function discsOf(discs: readonly Numbered[], width: number) {
  const perRow = Math.max(1, Math.floor(width / (disc + 4)));
  const places = discs.map((one, index) => ({ ...one, x: (index % perRow) * (disc + 4), y: Math.floor(index / perRow) * (disc + 4) }));
  return { places, height: Math.ceil(discs.length / perRow) * (disc + 4) };
}

/** Slanted lines that fill a box from edge to edge, as the data of a path. */
function hatch(x: number, y: number, width: number, height: number): string {
  const lines: string[] = [];
  for (let offset = 8; offset < width + height; offset += 8) {
    const [fromX, fromY] = offset < height ? [0, offset] : [offset - height, height];
    const [toX, toY] = offset < width ? [offset, 0] : [width, offset - width];
    lines.push(`M${x + fromX} ${y + fromY}L${x + toX} ${y + toY}`);
  }
  return lines.join('');
}

/** Rows are activities, columns parties. On a phone the name of a row stands above its cells, not beside them. */
function draw({ map, mark = [], cases = [] }: Omit<GridFigureProps, 'caption'>, width: number, wide: boolean): Drawn {
  const side = wide ? 128 : 0;
  const column = (width - side) / map.columns.length;
  const inner = column - 2 * padding;
  const heads = map.columns.map(({ label }) => setText(label, inner, 'small'));
  let y = Math.max(...heads.map(({ height }) => height)) + 10;
  const rows = map.rows.map((row) => {
    const name = setText(row.label, wide ? side - 12 : width, 'strong');
    const cells = map.columns.map(({ id }) => {
      const regions = regionsAt(map, mark, row.id, id);
      // A region of one cell is framed, a larger one hatched.
      const marked = regions.some(({ cells }) => cells.length === 1);
      const hatched = regions.some(({ cells }) => cells.length > 1);
      const numbered = cases.flatMap((one, index) => [
        ...(isAt(one, row.id, id) ? [{ number: index + 1, astray: false }] : []),
        ...(isAt(one.astray, row.id, id) ? [{ number: index + 1, astray: true }] : []),
      ]);
      const text = setText(row.cells[id], inner, marked ? 'strong' : 'small');
      const tag = regions.length > 0 ? setText(regionWords(regions), inner, 'small') : null;
      const discs = discsOf(numbered, inner);
      const top = padding + text.height + (tag?.height ?? 0) + 4;
      return { id, marked, hatched, text, tag, discs, discsTop: top, height: top + padding + discs.height };
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
          <Lines key={map.columns[index]?.id} block={block} x={side + index * column + padding} y={0} tone="soft" />
        ))}
        {rows.map(({ row, name, nameTop, cells, top, height }) => (
          <Fragment key={row.id}>
            <Lines block={name} x={0} y={nameTop} />
            {/* The marked cell comes last, so that no neighbour covers its frame. */}
            {cells
              .map((cell, index) => ({ ...cell, x: side + index * column }))
              .toSorted((one, other) => Number(one.marked) - Number(other.marked))
              .map(({ id, marked, hatched, text, tag, discs, discsTop, x }) => (
                <Fragment key={id}>
                  <rect
                    className={marked ? 'figure-card figure-marked' : 'figure-card'}
                    x={x + 0.5}
                    y={top + 0.5}
                    width={column - 1}
                    height={height - 1}
                  />
                  {hatched && <path className="figure-hatch" d={hatch(x + 1, top + 1, column - 2, height - 2)} />}
                  <Lines block={text} x={x + padding} y={top + padding} tone={marked ? 'accent' : 'ink'} />
                  {tag && <Lines block={tag} x={x + padding} y={top + padding + text.height} tone="soft" />}
                  {discs.places.map((place) => (
                    <Disc key={place.number} {...place} x={x + padding + place.x} y={top + discsTop + place.y} />
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

interface DiscProps {
  readonly number: number;
  readonly astray?: boolean;
  readonly x: number;
  readonly y: number;
}

function Disc({ number, astray = false, x, y }: DiscProps) {
  return (
    <>
      <circle className={astray ? 'figure-astray' : 'figure-dot'} cx={x + disc / 2} cy={y + disc / 2} r={disc / 2 - (astray ? 1 : 0)} />
      <Lines
        block={setText(String(number), disc, 'strong')}
        x={x + disc / 2}
        y={y + 2.5}
        anchor="middle"
        tone={astray ? 'ink' : 'on-accent'}
      />
    </>
  );
}

/** Who decides, designs, works and evaluates: activities by parties, with cases placed in their cells and regions of definitions. */
export function GridFigure({ caption, ...drawn }: GridFigureProps) {
  const { map, mark = [], cases = [] } = drawn;
  return (
    <Drawing draw={(width, wide) => draw(drawn, width, wide)} caption={caption} words={<GridTable map={map} mark={mark} cases={cases} />} />
  );
}
