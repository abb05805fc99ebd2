import { scaleBand, scaleLinear } from 'd3-scale';
import { ChartFrame, type ChartWords } from './chart-frame.tsx';

interface ActivityChartProps extends ChartWords {
  /** What is counted, as the title of its column. */
  readonly counted?: string | undefined;
  /** One entry for each day, in order, quiet days included. */
  readonly days: readonly { /** "2026-11-24". */ readonly day: string; readonly count: number }[];
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Returns "24 Nov" of "2026-11-24". */
export function dayWords(day: string): string {
  const [, month, date] = day.split('-').map(Number);
  return `${date} ${months[(month ?? 1) - 1]}`;
}

const edge = { top: 10, bottom: 26, left: 40 };
const height = 170;

/** What was done, or is to be done, day by day, as bars over time. */
export function ActivityChart({ days, counted = 'Answers', ...words }: ActivityChartProps) {
  const most = Math.max(0, ...days.map(({ count }) => count));
  const draw = (width: number, wide: boolean) => {
    const x = scaleBand(
      days.map(({ day }) => day),
      [edge.left, width - 2],
    ).paddingInner(0.2);
    const y = scaleLinear([0, most], [height - edge.bottom, edge.top]).nice(4);
    const every = Math.ceil(days.length / (wide ? 8 : 3));
    const shapes = (
      <>
        {y
          .ticks(4)
          .filter(Number.isInteger)
          .map((tick) => (
            <g key={tick}>
              <line className="chart-grid" x1={edge.left} x2={width} y1={y(tick)} y2={y(tick)} />
              <text className="figure-text figure-soft" x={edge.left - 8} y={y(tick) + 4.5} textAnchor="end" fontSize="13">
                {tick}
              </text>
            </g>
          ))}
        {days.map(({ day, count }) => (
          <rect key={day} className="chart-bar" x={x(day)} y={y(count)} width={x.bandwidth()} height={y(0) - y(count)} />
        ))}
        {days.map(({ day }, index) =>
          index % every === 0 && (x(day) ?? 0) < width - 30 ? (
            <text key={day} className="figure-text figure-soft" x={x(day)} y={height - 6} fontSize="13">
              {dayWords(day)}
            </text>
          ) : null,
        )}
      </>
    );
    return { height, shapes };
  };
  const table = (
    <table className="data-table">
      <thead>
        <tr>
          <th scope="col">Day</th>
          <th scope="col" className="number">
            {counted}
          </th>
        </tr>
      </thead>
      <tbody>
        {days.map(({ day, count }) => (
          <tr key={day}>
            <th scope="row">{day}</th>
            <td className="number figures">{count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
  return <ChartFrame {...words} isEmpty={most === 0} draw={draw} table={table} />;
}
