import { scaleLinear } from 'd3-scale';
import { ChartFrame, type ChartWords } from './chart-frame.tsx';
import { RowLabel } from './row-label.tsx';

/** How many learners stand in each state of a lesson. */
export interface LessonStates {
  readonly name: string;
  readonly tally: Readonly<Record<State, number>>;
}

interface StatesChartProps extends ChartWords {
  readonly lessons: readonly LessonStates[];
}

const states = [
  { id: 'done', words: 'Done' },
  { id: 'shaky', words: 'Worth another look' },
  { id: 'in-progress', words: 'In progress' },
  { id: 'not-started', words: 'Not started' },
] as const;
type State = (typeof states)[number]['id'];

const rowHeight = 46;
const bar = 14;

/** One state's part of a bar. Each has a pattern of its own (full, striped, outlined, empty), so that colour tells nothing alone. */
function Part({ state, x, y, width }: { readonly state: State; readonly x: number; readonly y: number; readonly width: number }) {
  if (width <= 0) return null;
  const stripes = Array.from({ length: Math.floor(width / 5) }, (_, index) => x + 2.5 + index * 5);
  return (
    <>
      <rect className={`chart-state chart-${state}`} x={x + 0.5} y={y + 0.5} width={Math.max(0.5, width - 1)} height={bar - 1} />
      {state === 'shaky' && stripes.map((at) => <line key={at} className="chart-stripe" x1={at} x2={at} y1={y} y2={y + bar} />)}
    </>
  );
}

/** How the learners stand in each lesson, as bars of one length cut by state. */
export function StatesChart({ lessons, ...words }: StatesChartProps) {
  const total = ({ tally }: LessonStates) => states.reduce((sum, { id }) => sum + tally[id], 0);
  const most = Math.max(0, ...lessons.map(total));
  const draw = (width: number, wide: boolean) => {
    const end = width - 76;
    const x = scaleLinear([0, most], [0, end]);
    const keyWidth = wide ? width / 4 : width / 2;
    const top = wide ? 30 : 54;
    const shapes = (
      <>
        {states.map(({ id, words: said }, index) => {
          const [keyX, keyY] = wide ? [index * keyWidth, 0] : [(index % 2) * keyWidth, Math.floor(index / 2) * 24];
          return (
            <g key={id}>
              <Part state={id} x={keyX} y={keyY} width={15} />
              <text className="figure-text" x={keyX + 21} y={keyY + 12} fontSize={wide ? 14 : 12.5}>
                {said}
              </text>
            </g>
          );
        })}
        {lessons.map((lesson, row) => {
          const y = top + row * rowHeight;
          const shown = states.reduce<{ at: number; parts: { id: State; from: number; n: number }[] }>(
            ({ at, parts }, { id }) => ({ at: at + lesson.tally[id], parts: [...parts, { id, from: at, n: lesson.tally[id] }] }),
            { at: 0, parts: [] },
          );
          return (
            <g key={lesson.name}>
              <RowLabel label={lesson.name} wide={wide} top={y} />
              {shown.parts.map(({ id, from, n }) => (
                <Part key={id} state={id} x={x(from)} y={y + 23} width={x(n)} />
              ))}
              <text className="figure-text figure-soft" x={end + 8} y={y + 35} fontSize="13">
                {lesson.tally.done} done
              </text>
            </g>
          );
        })}
      </>
    );
    return { height: top + lessons.length * rowHeight, shapes };
  };
  const table = (
    <table className="data-table">
      <thead>
        <tr>
          <th scope="col">Lesson</th>
          {states.map(({ id, words: said }) => (
            <th key={id} scope="col" className="number">
              {said}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lessons.map((lesson) => (
          <tr key={lesson.name}>
            <th scope="row">{lesson.name}</th>
            {states.map(({ id }) => (
              <td key={id} className="number figures">
                {lesson.tally[id]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
  return <ChartFrame {...words} isEmpty={most === 0} draw={draw} table={table} />;
}
