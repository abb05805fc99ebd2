import { Icon } from './icon.tsx';

export interface PagerLink {
  readonly href: string;
  /** "Lesson 2", "Quiz". */
  readonly kind: string;
  readonly title: string;
}

/** What came before and what comes next. */
export function Pager({
  previous,
  next,
}: {
  readonly previous?: PagerLink | null | undefined;
  readonly next?: PagerLink | null | undefined;
}) {
  return (
    <nav className="pager" aria-label="Before and after">
      {previous && (
        <a href={previous.href} rel="prev" className="pager-previous">
          <span className="eyebrow">
            <Icon name="back" /> {previous.kind}
          </span>
          {previous.title}
        </a>
      )}
      {next && (
        <a href={next.href} rel="next" className="pager-next">
          <span className="eyebrow">
            {next.kind} <Icon name="arrow" />
          </span>
          {next.title}
        </a>
      )}
    </nav>
  );
}
