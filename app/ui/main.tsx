import type { ReactNode } from 'react';

interface MainProps {
  readonly children: ReactNode;
  /** `reading` for running text, `wide` for tables and quiz items. */
  readonly width?: 'reading' | 'wide' | undefined;
}

/** The page's one `<main>`, target of the skip link and of the enhancement script's page swaps. */
export function Main({ children, width = 'wide' }: MainProps) {
  return (
    <main id="main" className={`page main main-${width}`} tabIndex={-1}>
      {children}
    </main>
  );
}
