import type { ReactNode } from 'react';
import { Heading, type HeadingLevel } from './heading.tsx';

interface CardProps {
  readonly title: string;
  readonly children: ReactNode;
  /** Where given, the title is the link. */
  readonly href?: string | undefined;
  /** A few words above the title. */
  readonly eyebrow?: string | undefined;
  readonly headingLevel?: HeadingLevel | undefined;
}

/** A titled block on its own ground, for one thing to do or to know. */
export function Card({ title, children, href, eyebrow, headingLevel = 2 }: CardProps) {
  return (
    <section className="card">
      {eyebrow && <p className="eyebrow">{eyebrow}</p>}
      <Heading level={headingLevel} className="card-title">
        {href ? <a href={href}>{title}</a> : title}
      </Heading>
      {children}
    </section>
  );
}
