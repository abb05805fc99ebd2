import { Heading, type HeadingLevel } from './heading.tsx';
import { Prose } from './prose.tsx';

interface AsideProps {
  readonly title: string;
  readonly html: string;
  readonly headingLevel?: HeadingLevel | undefined;
}

/** Something beside the main line of a lesson: what scholars dispute, where a word comes from. */
export function Aside({ title, html, headingLevel = 3 }: AsideProps) {
  return (
    <aside className="aside" aria-label={title}>
      <Heading level={headingLevel} className="aside-title">
        {title}
      </Heading>
      <Prose html={html} />
    </aside>
  );
}
