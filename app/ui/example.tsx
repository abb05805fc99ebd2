import type { ReactNode } from 'react';
import type { PlainStory } from '#app/quiz/item.ts';
import type { HeadingLevel } from './heading.tsx';
import { Prose } from './prose.tsx';
import { Story } from './story.tsx';

interface ExampleProps {
  /** `worked`: everything is shown. `faded`: some rows are left to the learner. */
  readonly kind: 'worked' | 'faded';
  readonly story: PlainStory;
  /** The text that walks through it, compiled from Markdown. */
  readonly html: string;
  /** The criteria checklist. */
  readonly children: ReactNode;
  readonly headingLevel?: HeadingLevel | undefined;
}

/** An example in a lesson: story, walk-through, checklist. */
export function Example({ kind, story, html, children, headingLevel = 3 }: ExampleProps) {
  return (
    <div className="example breakout">
      <p className="eyebrow">{kind === 'worked' ? 'A worked example' : 'Your turn: finish the example'}</p>
      <div className="example-text">
        <Story story={story} headingLevel={headingLevel} />
        <Prose html={html} />
      </div>
      {children}
    </div>
  );
}
