import { scaleLinear } from 'd3-scale';
import { ChartFrame, type ChartWords } from './chart-frame.tsx';
import { RowLabel } from './row-label.tsx';

export interface Bar {
  readonly label: string;
  /** 0 to `most`. */
  readonly value: number;
  /** The value as it is written. */
  readonly words: string;
}

interface BarsChartProps extends ChartWords {
  readonly bars: readonly Bar[];
  /** What a full bar stands for. */
  readonly most: number;
  /** Titles of the table: what a bar is, and what its length. */
  readonly columns: readonly [string, string];
}

const rowHeight = 46;

/** A few quantities side by side, each under its name. */
export function BarsChart({ bars, most, columns, ...words }: BarsChartProps) {
  const draw = (width: number, wide: boolean) => {
    const room = wide ? 76 : 64;
    const x = scaleLinear([0, most], [0, width - room]).clamp(true);
    const shapes = bars.map(({ label, value, words: said }, index) => (
      <g key={label} transform={`translate(0 ${index * rowHeight})`}>
        <RowLabel label={label} wide={wide} />
        <rect className="chart-ground" x={0} y={24} width={width - room} height={12} rx={2} />
        <rect className="chart-bar" x={0} y={24} width={x(value)} height={12} rx={2} />
        <text className="figure-text figure-soft" x={width - room + 8} y={35} fontSize={wide ? 15 : 14}>
          {said}
        </text>
      </g>
    ));
    return { height: bars.length * rowHeight, shapes };
  };
  const table = (
    <table className="data-table">
      <thead>
        <tr>
          <th scope="col">{columns[0]}</th>
          <th scope="col" className="number">
            {columns[1]}
          </th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ label, words: said }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td className="number figures">{said}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
  return <ChartFrame {...words} isEmpty={bars.length === 0} draw={draw} table={table} />;
}
