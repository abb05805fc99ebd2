import type { ReactNode } from 'react';
import { unbroken } from './unbroken.tsx';

interface PageHeaderProps {
  readonly title: string;
  readonly eyebrow?: string | undefined;
  /** A sentence or two that say what the page is for. */
  readonly children?: ReactNode;
}

/** The opening of any page that is not a lesson. */
export function PageHeader({ title, eyebrow, children }: PageHeaderProps) {
  return (
    <header className="page-header">
      {eyebrow && <p className="eyebrow">{eyebrow}</p>}
      <h1>{unbroken(title)}</h1>
      {children && <div className="lede">{children}</div>}
    </header>
  );
}
