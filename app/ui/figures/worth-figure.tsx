import type { DepictedWorth } from '#app/definitions/theory.ts';
import { Drawing, type Drawn } from './drawing.tsx';
import { Lines, setText } from './lines.tsx';

interface WorthFigureProps {
  readonly worth: readonly DepictedWorth[];
  readonly caption: string;
}

const kinds = [
  { id: 'private', label: 'Private value', hint: 'for one person at a time' },
  { id: 'public', label: 'Public value', hint: 'for all together' },
] as const;

const padding = 14;
/** By how much the two fields overlap. */
const lap = 34;

function field(kind: (typeof kinds)[number], worth: readonly DepictedWorth[], width: number) {
  const own = worth.filter(({ consumption }) => consumption === kind.id);
  const blocks = [
    { block: setText(kind.label, width, 'strong'), tone: 'accent' as const, space: 0 },
    { block: setText(kind.hint, width, 'small'), tone: 'soft' as const, space: 0 },
    ...(own.length === 0 ? [{ block: setText('Nothing here', width, 'small'), tone: 'soft' as const, space: 10 }] : []),
    ...own.flatMap(({ to, what }) => [
      { block: setText(to, width, 'strong'), tone: 'ink' as const, space: 10 },
      { block: setText(what, width, 'small'), tone: 'ink' as const, space: 0 },
    ]),
  ];
  return { kind, own, blocks, height: blocks.reduce((sum, { block, space }) => sum + block.height + space, 2 * padding) };
}

/** Two fields that overlap: side by side where there is room, one below the other on a phone. */
function draw(worth: readonly DepictedWorth[], width: number, wide: boolean): Drawn {
  const span = wide ? (width + lap) / 2 : width;
  const inner = wide ? span - 2 * padding - lap : span - 2 * padding;
  const fields = kinds.map((kind) => field(kind, worth, inner));
  const tallest = Math.max(...fields.map(({ height }) => height));
  const heights = wide ? [tallest, tallest] : fields.map(({ height }) => height + lap);
  const both = fields.every(({ own }) => own.length > 0);
  const second = wide ? { x: span - lap, y: 0 } : { x: 0, y: (heights[0] ?? 0) - lap };
  const mark = setText('both', 60, 'strong');
  return {
    height: wide ? tallest + 1 : second.y + (heights[1] ?? 0) + 1,
    shapes: (
      <>
        {fields.map(({ kind, own, blocks }, index) => {
          const at = index === 0 ? { x: 0, y: 0 } : second;
          const textTop = at.y + padding + (index === 1 && !wide ? lap : 0);
          const textLeft = at.x + padding + (index === 1 && wide ? lap : 0);
          let y = textTop;
          return (
            <g key={kind.id}>
              <rect
                className={`figure-field${own.length === 0 ? ' figure-field-empty' : ''}`}
                x={at.x + 0.5}
                y={at.y + 0.5}
                width={span - 1}
                height={(heights[index] ?? 0) - 1}
                rx={22}
              />
              {blocks.map(({ block, tone, space }, place) => {
                y += space;
                const top = y;
                y += block.height;
                // biome-ignore lint/suspicious/noArrayIndexKey: fixed text in fixed order
                return <Lines key={place} block={block} x={textLeft} y={top} tone={tone} />;
              })}
            </g>
          );
        })}
        {both &&
          (wide ? (
            <g transform={`translate(${width / 2 + 5} ${tallest / 2}) rotate(-90)`}>
              <Lines block={mark} x={0} y={-14} anchor="middle" tone="accent" />
            </g>
          ) : (
            <Lines block={mark} x={width / 2} y={second.y + lap / 2 - 9} anchor="middle" tone="accent" />
          ))}
      </>
    ),
  };
}

/** What comes of a case: for one person at a time, for all together, or both. */
export function WorthFigure({ worth, caption }: WorthFigureProps) {
  return (
    <Drawing
      draw={(width, wide) => draw(worth, width, wide)}
      caption={caption}
      words={
        <dl className="figure-list">
          {kinds.map(({ id, label, hint }) => {
            const own = worth.filter(({ consumption }) => consumption === id);
            return (
              <div key={id}>
                <dt>
                  {label}, {hint}
                </dt>
                {own.length === 0 ? <dd>Nothing.</dd> : own.map((one) => <dd key={one.id}>{`${one.to}: ${one.what}.`}</dd>)}
              </div>
            );
          })}
        </dl>
      }
    />
  );
}
