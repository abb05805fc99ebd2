import type { ReactNode } from 'react';

interface MainProps {
  readonly children?: ReactNode;
  /** Finished markup of our own components in the place of children. */
  readonly html?: string | undefined;
  /** `reading` for running text, `wide` for tables and quiz items. */
  readonly width?: 'reading' | 'wide' | undefined;
}

/** The page's one `<main>`, target of the skip link and of the enhancement script's page swaps. */
export function Main({ children, html, width = 'wide' }: MainProps) {
  const className = `page main main-${width}`;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: rendered by our own components on the server
  if (html !== undefined) return <main id="main" className={className} tabIndex={-1} dangerouslySetInnerHTML={{ __html: html }} />;
  return (
    <main id="main" className={className} tabIndex={-1}>
      {children}
    </main>
  );
}
