import { wrap } from './text.ts';

interface Type {
  readonly size: number;
  /** Height of a line. */
  readonly leading: number;
  readonly bold: boolean;
}

/** Nothing in a drawing is smaller than 13 pixels, on any screen: drawings are shown at their own size or larger. */
export const type = {
  text: { size: 14, leading: 18, bold: false },
  small: { size: 13, leading: 17, bold: false },
  strong: { size: 14, leading: 18, bold: true },
} as const satisfies Record<string, Type>;

export type TypeName = keyof typeof type;

/** Lines of text with the height that they take. */
export interface TextBlock {
  readonly lines: readonly string[];
  readonly height: number;
  readonly name: TypeName;
}

/** Sets a text to a width. */
export function setText(text: string, width: number, name: TypeName = 'text'): TextBlock {
  const { size, leading, bold } = type[name];
  const lines = wrap(text, width, size, bold);
  return { lines, height: lines.length * leading, name };
}

interface LinesProps {
  readonly block: TextBlock;
  readonly x: number;
  /** Top of the first line. */
  readonly y: number;
  readonly anchor?: 'start' | 'middle' | 'end' | undefined;
  readonly tone?: 'ink' | 'soft' | 'accent' | 'on-accent' | undefined;
}

/** A block of text at its place in a drawing. */
export function Lines({ block, x, y, anchor = 'start', tone = 'ink' }: LinesProps) {
  const { size, leading, bold } = type[block.name];
  return (
    <text className={`figure-text figure-${tone}`} fontSize={size} fontWeight={bold ? 650 : 400} textAnchor={anchor}>
      {block.lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: fixed text in fixed order
        <tspan key={index} x={x} y={y + index * leading + leading * 0.74}>
          {line}
        </tspan>
      ))}
    </text>
  );
}
