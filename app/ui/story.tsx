import { Fragment } from 'react';
import type { MarkedSentence, PlainStory } from '#app/quiz/item.ts';
import { Heading, type HeadingLevel } from './heading.tsx';

interface StoryProps {
  readonly story: PlainStory;
  readonly headingLevel?: HeadingLevel | undefined;
}

/** A story as it stands before the answer: nothing is marked. */
export function Story({ story, headingLevel = 3 }: StoryProps) {
  return (
    <article className="story">
      <Heading level={headingLevel} className="story-title">
        {story.title}
      </Heading>
      {story.paragraphs.map((sentences) => (
        <p key={sentences.join(' ')}>{sentences.join(' ')}</p>
      ))}
    </article>
  );
}

interface MarkedStoryProps {
  readonly title: string;
  readonly paragraphs: readonly (readonly MarkedSentence[])[];
  readonly headingLevel?: HeadingLevel | undefined;
}

/** A story after the answer, with the words that settle the matter under a text-marker. */
export function MarkedStory({ title, paragraphs, headingLevel = 3 }: MarkedStoryProps) {
  return (
    <article className="story">
      <Heading level={headingLevel} className="story-title">
        {title}
      </Heading>
      {paragraphs.map((sentences, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: fixed text in fixed order
        <p key={index}>
          {sentences.map((sentence, position) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: fixed text in fixed order
            <Fragment key={position}>
              {position > 0 && ' '}
              <Sentence sentence={sentence} />
            </Fragment>
          ))}
        </p>
      ))}
    </article>
  );
}

function Sentence({ sentence }: { readonly sentence: MarkedSentence }) {
  return (
    <>
      {sentence.segments.map((segment, index) =>
        segment.mark ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: fixed text in fixed order
          <mark key={index}>{segment.text}</mark>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: fixed text in fixed order
          <Fragment key={index}>{segment.text}</Fragment>
        ),
      )}
    </>
  );
}
