import type { PlainStory } from '#app/quiz/item.ts';
import type { HeadingLevel } from './heading.tsx';
import { Prose } from './prose.tsx';
import { Story } from './story.tsx';

interface ContrastPairProps {
  readonly left: PlainStory;
  readonly right: PlainStory;
  /** The question above the two, compiled from Markdown. */
  readonly html: string;
  readonly headingLevel?: HeadingLevel | undefined;
}

/** Two stories that differ in one thing, side by side where there is room, to be compared before the principle. */
export function ContrastPair({ left, right, html, headingLevel = 3 }: ContrastPairProps) {
  return (
    <div className="contrast breakout">
      <p className="eyebrow">Compare</p>
      <Prose html={html} />
      <div className="contrast-stories">
        <Story story={left} headingLevel={headingLevel} />
        <Story story={right} headingLevel={headingLevel} />
      </div>
    </div>
  );
}
