import { scaleBand, scaleLinear } from 'd3-scale';
import { ChartFrame, type ChartWords } from './chart-frame.tsx';
import { RowLabel } from './row-label.tsx';

export interface ChartRow {
  readonly label: string;
  /** What the row comes to: at most three lines of some fifteen letters. */
  readonly words: readonly string[];
  /** One for each column. */
  readonly counts: readonly number[];
}

interface RowsChartProps extends ChartWords {
  readonly rows: readonly ChartRow[];
  /** Names of the columns, as short as "23 Nov" or "60–80%". */
  readonly columns: readonly string[];
  /** The count that fills the height of a row; the greatest of all where it is absent. */
  readonly full?: number;
  /** Titles of the table: what a row is, and what its words say. */
  readonly titles: readonly [string, string];
}

const barsFrom = 24;
const lineHeight = 16;

/** Counts over the same columns, row below row and on one scale, so that rows can be compared. */
export function RowsChart({ rows, columns, titles, full, ...words }: RowsChartProps) {
  const most = Math.max(0, ...rows.flatMap(({ counts }) => counts));
  const lines = Math.max(1, ...rows.map(({ words: said }) => said.length));
  const base = Math.max(56, 18 + lines * lineHeight);
  const rowHeight = base + 10;
  const draw = (width: number, wide: boolean) => {
    const end = width - 120;
    const x = scaleBand<number>(
      columns.map((_, index) => index),
      [0, end],
    ).paddingInner(0.2);
    const y = scaleLinear([0, full ?? most], [0, base - barsFrom]);
    const every = Math.ceil(columns.length / (wide ? 6 : 3));
    const shapes = (
      <>
        {rows.map(({ label, words: said, counts }, row) => (
          <g key={label} transform={`translate(0 ${row * rowHeight})`}>
            <RowLabel label={label} wide={wide} />
            <line className="chart-grid" x1={0} x2={end} y1={base} y2={base} />
            {counts.map((n, column) => (
              <rect
                key={columns[column]}
                className="chart-bar"
                x={x(column)}
                y={base - y(n)}
                width={Math.min(x.bandwidth(), 90)}
                height={y(n)}
              />
            ))}
            {said.map((line, number) => (
              <text
                key={line}
                className="figure-text figure-soft"
                x={end + 8}
                y={base - (said.length - 1 - number) * lineHeight}
                fontSize="13"
              >
                {line}
              </text>
            ))}
          </g>
        ))}
        {columns.map((name, column) =>
          column % every === 0 ? (
            <text key={name} className="figure-text figure-soft" x={x(column)} y={rows.length * rowHeight + 14} fontSize="13">
              {name}
            </text>
          ) : null,
        )}
      </>
    );
    return { height: rows.length * rowHeight + 20, shapes };
  };
  const table = (
    <table className="data-table">
      <thead>
        <tr>
          <th scope="col">{titles[0]}</th>
          <th scope="col">{titles[1]}</th>
          {columns.map((name) => (
            <th key={name} scope="col" className="number">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, words: said, counts }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{said.join(', ')}</td>
            {counts.map((n, column) => (
              <td key={columns[column]} className="number figures">
                {n}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
  return <ChartFrame {...words} isEmpty={most === 0} draw={draw} table={table} />;
}
