import { Fragment } from 'react';
import type { DepictedStep, Depiction } from '#app/definitions/theory.ts';
import { Drawing, type Drawn } from './drawing.tsx';
import { Lines, setText } from './lines.tsx';

interface StepsFigureProps {
  readonly sides: Depiction<unknown>['sides'];
  readonly steps: readonly DepictedStep[];
  readonly caption: string;
}

const axis = 32;
const padding = 8;
const gap = 14;
const sideOrder = ['inside', 'outside'] as const;

function card(step: DepictedStep, width: number) {
  const inner = width - 2 * padding;
  const who = setText(step.who, inner, 'strong');
  const what = setText(step.what, inner, 'small');
  const until = step.to > step.from ? setText(`goes on until step ${step.to}`, inner, 'small') : null;
  return { step, who, what, until, height: who.height + what.height + (until?.height ?? 0) + 2 * padding };
}

/** Two lanes and a line of time between them: downwards is later, and what stands at one number happens in the same step. */
function draw({ sides, steps }: Omit<StepsFigureProps, 'caption'>, width: number): Drawn {
  const lane = (width - axis) / 2;
  const left = { inside: 0, outside: lane + axis };
  const heads = sideOrder.map((side) => setText(sides[side], lane, 'strong'));
  const top = Math.max(...heads.map(({ height }) => height)) + gap;
  let y = top;
  const rows = [...new Set(steps.map(({ from }) => from))].map((time) => {
    const cells = sideOrder.map((side) => {
      const cards = steps.filter((step) => step.from === time && step.side === side).map((step) => card(step, lane));
      return { side, cards, height: cards.reduce((sum, { height }) => sum + height + padding, -padding) };
    });
    const row = { time, y, cells };
    y += Math.max(...cells.map(({ height }) => height)) + gap;
    return row;
  });
  const middle = width / 2;
  return {
    height: y - gap + 1,
    shapes: (
      <>
        {heads.map((block, index) => (
          <Lines key={sideOrder[index]} block={block} x={left[sideOrder[index] ?? 'inside'] + lane / 2} y={0} anchor="middle" tone="soft" />
        ))}
        <path className="figure-line" d={`M${middle} ${top - 6}V${y - gap}`} />
        {rows.map(({ time, y: rowTop, cells }) => (
          <Fragment key={time}>
            {cells.map(({ side, cards }) => {
              let cardTop = rowTop;
              return cards.map(({ step, who, what, until, height }) => {
                const at = cardTop;
                cardTop += height + padding;
                const x = left[side];
                const edge = side === 'inside' ? lane : x;
                return (
                  <g key={step.id}>
                    <path className="figure-line" d={`M${edge} ${at + 18}H${middle}`} />
                    <rect className={`figure-card figure-card-${side}`} x={x + 0.5} y={at} width={lane - 1} height={height} rx={4} />
                    <Lines block={who} x={x + padding} y={at + padding} />
                    <Lines block={what} x={x + padding} y={at + padding + who.height} />
                    {until && <Lines block={until} x={x + padding} y={at + padding + who.height + what.height} tone="soft" />}
                  </g>
                );
              });
            })}
            <circle className="figure-dot" cx={middle} cy={rowTop + 18} r={12} />
            <Lines block={setText(String(time), axis, 'strong')} x={middle} y={rowTop + 9} anchor="middle" tone="on-accent" />
          </Fragment>
        ))}
      </>
    ),
  };
}

/** Who gives what, and when: a case as steps over time. */
export function StepsFigure({ sides, steps, caption }: StepsFigureProps) {
  return (
    <Drawing
      draw={(width) => draw({ sides, steps }, width)}
      caption={caption}
      words={
        <ol className="figure-list">
          {steps.map(({ id, side, who, what, from, to }) => (
            <li key={id} value={from}>
              <strong>{who}</strong> ({sides[side].toLowerCase()}): {what}
              {to > from && `, until step ${to}`}.
            </li>
          ))}
        </ol>
      }
    />
  );
}
