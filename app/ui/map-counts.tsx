import type { GridMap } from '#app/definitions/theory.ts';
import { Icon } from './icon.tsx';
import { percent } from './words.ts';

interface MapCountsProps {
  readonly map: GridMap;
  readonly caption: string;
  /** By cell, as `row.column`. */
  readonly counts: Readonly<Record<string, number>>;
  /** All that was counted, at least 1. */
  readonly n: number;
  /** The cell that follows from the facts. */
  readonly belongs: string;
}

/** Five shades, each for a fifth of the answers; none where nobody was. */
const shade = (share: number) => Math.min(5, Math.ceil(share * 5));

/** The map with the number of answers in each cell: a table whose cells are shaded by their share, the right one told by word and frame. */
export function MapCounts({ map, caption, counts, n, belongs }: MapCountsProps) {
  return (
    <>
      {/* Roles are spelled out since the phone layout changes how the table is displayed. */}
      {/* biome-ignore-start lint/a11y/noRedundantRoles: display: grid would drop the table semantics */}
      <table className="grid-board" role="table">
        <caption className="visually-hidden">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <td role="cell" />
            {map.columns.map(({ id, label }) => (
              <th key={id} scope="col" role="columnheader">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {map.rows.map((row) => (
            <tr key={row.id} role="row">
              <th scope="row" role="rowheader">
                {row.label}
              </th>
              {map.columns.map(({ id }) => {
                const cell = `${row.id}.${id}`;
                const count = counts[cell] ?? 0;
                const isRight = cell === belongs;
                return (
                  <td key={id} role="cell" className={isRight ? 'grid-cell grid-belongs' : 'grid-cell'} data-shade={shade(count / n)}>
                    <span className="grid-name">{row.cells[id]}</span>
                    <span className="grid-count figures">
                      {count}
                      {count > 0 && <span className="grid-share"> {percent(count / n)}</span>}
                    </span>
                    {isRight && (
                      <span className="grid-right">
                        <Icon name="check" />
                        belongs here
                      </span>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {/* biome-ignore-end lint/a11y/noRedundantRoles: see above */}
    </>
  );
}
