import type { ReactNode } from 'react';
import { Heading, type HeadingLevel } from './heading.tsx';

interface EmptyStateProps {
  readonly title: string;
  /** What will stand here and how it comes about. */
  readonly children: ReactNode;
  readonly action?: ReactNode;
  readonly headingLevel?: HeadingLevel | undefined;
}

/** Where nothing is yet: says what will be here and what to do for it. */
export function EmptyState({ title, children, action, headingLevel = 2 }: EmptyStateProps) {
  return (
    <section className="empty">
      <Heading level={headingLevel}>{title}</Heading>
      <div>{children}</div>
      {action && <div className="actions">{action}</div>}
    </section>
  );
}
