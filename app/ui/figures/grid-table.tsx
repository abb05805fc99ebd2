import type { GridMap } from '#app/definitions/theory.ts';
import { type GridCase, isAt, regionsAt, regionWords } from './grid-cells.ts';

interface GridTableProps {
  readonly map: GridMap;
  /** Ids of the lenses whose regions are told. */
  readonly mark: readonly string[];
  readonly cases: readonly GridCase[];
}

/** The map in words: the same cells as a table. */
export function GridTable({ map, mark, cases }: GridTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="table-scroll" aria-label="The map as a table" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Activity</th>
            {map.columns.map(({ id, label }) => (
              <th key={id} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {map.rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.label}</th>
              {map.columns.map(({ id }) => {
                const regions = regionWords(regionsAt(map, mark, row.id, id));
                const here = cases.filter((one) => isAt(one, row.id, id));
                const astray = cases.filter((one) => isAt(one.astray, row.id, id));
                return (
                  <td key={id}>
                    {row.cells[id]}
                    {regions && ` (${regions} definition)`}
                    {here.length > 0 && `: ${here.map(({ label }) => label).join('; ')}`}
                    {astray.length > 0 && `. Put here but not belonging here: ${astray.map(({ label }) => label).join('; ')}`}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
