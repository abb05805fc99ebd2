import { type GridCase, type GridMark, gridColumns, gridRows, isMarked } from './grid-cells.ts';

/** The grid in words: the same cells as a table. */
export function GridTable({ mark, cases }: { readonly mark: GridMark; readonly cases: readonly GridCase[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="table-scroll" aria-label="The grid as a table" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Activity</th>
            {gridColumns.map(({ id, label }) => (
              <th key={id} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {gridRows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.label}</th>
              {gridColumns.map(({ id }) => {
                const placed = cases.filter((one) => one.row === row.id && one.column === id);
                return (
                  <td key={id}>
                    {row.cells[id]}
                    {isMarked(mark, row, id) && ' (marked)'}
                    {placed.length > 0 && `: ${placed.map(({ label }) => label).join('; ')}`}
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
