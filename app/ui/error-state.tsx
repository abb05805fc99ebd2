import type { ReactNode } from 'react';

interface ErrorStateProps {
  readonly title: string;
  /** What happened, what was kept, and what to do. */
  readonly children: ReactNode;
  /** The HTTP status, for somebody who reports it. */
  readonly status?: number | undefined;
  readonly action?: ReactNode;
}

/** A page that could not be shown: calm, and with a way on. */
export function ErrorState({ title, children, status, action }: ErrorStateProps) {
  return (
    <section className="error-state">
      {status !== undefined && <p className="eyebrow figures">Error {status}</p>}
      <h1>{title}</h1>
      <div className="prose">{children}</div>
      {action && <div className="actions">{action}</div>}
    </section>
  );
}
