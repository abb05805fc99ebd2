export type GridRow = 'deciding' | 'designing' | 'doing' | 'evaluating';
export type GridColumn = 'government' | 'both' | 'outside';

export interface GridCase {
  readonly label: string;
  readonly row: GridRow;
  readonly column: GridColumn;
  readonly href?: string | undefined;
}

interface GridFigureProps {
  /** Says that the figure is a reconstruction of the idea. */
  readonly caption: string;
  /** What is marked: a cell by its label ("co-production"), `middle column` for the broad definition, or nothing. */
  readonly mark?: string | null | undefined;
  readonly cases?: readonly GridCase[] | undefined;
}

const columns: readonly { readonly id: GridColumn; readonly label: string }[] = [
  { id: 'government', label: 'Government alone' },
  { id: 'both', label: 'Both together' },
  { id: 'outside', label: 'Outside party alone' },
];

const rows: readonly { readonly id: GridRow; readonly label: string; readonly cells: Readonly<Record<GridColumn, string>> }[] = [
  {
    id: 'deciding',
    label: 'Deciding what to do',
    cells: { government: 'official decision', both: 'joint decision', outside: 'private decision' },
  },
  { id: 'designing', label: 'Planning and design', cells: { government: 'official design', both: 'co-design', outside: 'private design' } },
  { id: 'doing', label: 'Doing the work', cells: { government: 'in-house production', both: 'co-production', outside: 'self-help' } },
  { id: 'evaluating', label: 'Evaluating', cells: { government: 'internal review', both: 'joint review', outside: 'independent review' } },
];

/** Who decides, designs, works and evaluates: four activities by three parties, with cases placed in their cells. */
export function GridFigure({ caption, mark = null, cases = [] }: GridFigureProps) {
  return (
    <figure className="grid-figure breakout">
      {/* biome-ignore-start lint/a11y/noRedundantRoles: the phone layout's display: block would drop the table semantics */}
      <table role="table">
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              <span className="visually-hidden">Activity</span>
            </th>
            {columns.map((column) => (
              <th key={column.id} scope="col" role="columnheader">
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={row.id} role="row">
              <th scope="row" role="rowheader">
                {row.label}
              </th>
              {columns.map((column) => {
                const label = row.cells[column.id];
                const marked = mark === label || (mark === 'middle column' && column.id === 'both');
                const placed = cases.filter((entry) => entry.row === row.id && entry.column === column.id);
                return (
                  <td key={column.id} role="cell" className={marked ? 'grid-marked' : undefined}>
                    <span className="stack-label" aria-hidden="true">
                      {column.label}
                    </span>
                    <span className="grid-name">{marked ? <mark>{label}</mark> : label}</span>
                    {placed.length > 0 && (
                      <ul>
                        {placed.map((entry) => (
                          <li key={entry.label}>{entry.href ? <a href={entry.href}>{entry.label}</a> : entry.label}</li>
                        ))}
                      </ul>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {/* biome-ignore-end lint/a11y/noRedundantRoles: see above */}
      <figcaption>{caption}</figcaption>
    </figure>
  );
}
