import type { ReactNode } from 'react';

export type HeadingLevel = 1 | 2 | 3 | 4 | 5;

interface HeadingProps {
  readonly level: HeadingLevel;
  readonly children: ReactNode;
  readonly className?: string | undefined;
  readonly id?: string | undefined;
}

/** A heading whose level the page decides, so that outlines have no gaps wherever a component stands. */
export function Heading({ level, children, className, id }: HeadingProps) {
  const Tag = `h${level}` as const;
  return (
    <Tag className={className} id={id}>
      {children}
    </Tag>
  );
}

/** The level below `level`, at most 5. */
export function below(level: HeadingLevel): HeadingLevel {
  return level < 5 ? ((level + 1) as HeadingLevel) : 5;
}
