import type { ReactNode } from 'react';

interface TableScrollProps {
  /** What is in it, for whoever comes to it by keyboard. */
  readonly label: string;
  /** Keeps a long table in a window of its own, with its titles in sight. */
  readonly tall?: boolean | undefined;
  readonly children: ReactNode;
}

/** A wide table that scrolls by itself, with the keyboard too. */
export function TableScroll({ label, tall = false, children }: TableScrollProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard (WCAG 2.1.1)
    <section className={tall ? 'table-scroll table-tall' : 'table-scroll'} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
