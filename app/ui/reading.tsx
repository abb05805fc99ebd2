import type { ReactNode } from 'react';

interface ReadingProps {
  readonly children: ReactNode;
  readonly id?: string | undefined;
  readonly heading?: string | undefined;
}

/**
 * One section of a lesson: text in a column of 60 to 75 characters; contrast pairs, checklists and figures inside it
 * may reach into the margin on wide screens.
 */
export function Reading({ children, id, heading }: ReadingProps) {
  return (
    <section className="reading" id={id} aria-labelledby={heading && id ? `${id}-heading` : undefined}>
      {heading && <h2 id={id ? `${id}-heading` : undefined}>{heading}</h2>}
      {children}
    </section>
  );
}
