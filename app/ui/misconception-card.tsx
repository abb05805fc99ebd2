import type { Feedback } from '#app/quiz/item.ts';
import { Heading, type HeadingLevel } from './heading.tsx';
import { Icon } from './icon.tsx';
import { ReferenceLink } from './reference-link.tsx';

interface MisconceptionCardProps {
  readonly misconception: Feedback['misconceptions'][number];
  readonly headingLevel?: HeadingLevel | undefined;
}

/** The idea behind a wrong answer, taken seriously: what it says, why it tempts, where it breaks. */
export function MisconceptionCard({ misconception, headingLevel = 3 }: MisconceptionCardProps) {
  return (
    <section className="misconception">
      <p className="eyebrow">
        <Icon name="idea" /> A tempting idea
      </p>
      <Heading level={headingLevel} className="misconception-name">
        <ReferenceLink entry={misconception.id}>{misconception.name}</ReferenceLink>
      </Heading>
      <p className="misconception-says">“{misconception.says}”</p>
      <dl>
        <div>
          <dt>Why it tempts</dt>
          <dd>{misconception.tempts}</dd>
        </div>
        <div>
          <dt>Where it breaks</dt>
          <dd>{misconception.breaks}</dd>
        </div>
      </dl>
    </section>
  );
}
