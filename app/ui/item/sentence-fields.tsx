import { Heading } from '../heading.tsx';
import type { FieldsProps } from './props.ts';
import { type FieldValues, holds } from './values.ts';

/** The story itself as the answer sheet: each sentence is the label of a radio button. Sentences count from 0. */
export function SentenceFields({ stories, values, headingLevel }: FieldsProps<'sentence'>) {
  let next = 0;
  return (
    <>
      {stories.map((story) => (
        <div key={story.title} className="story story-pick">
          <Heading level={headingLevel} className="story-title">
            {story.title}
          </Heading>
          {story.paragraphs.map((sentences) => (
            <p key={sentences.join(' ')}>
              {sentences.map((sentence) => (
                <SentencePick key={next} sentence={sentence} value={String(next++)} values={values} />
              ))}
            </p>
          ))}
        </div>
      ))}
    </>
  );
}

interface SentencePickProps {
  readonly sentence: string;
  readonly value: string;
  readonly values: FieldValues;
}

/** The button stays on one line with the first word, so that it never hangs at the end of the line before. */
function SentencePick({ sentence, value, values }: SentencePickProps) {
  const space = sentence.indexOf(' ');
  const first = space < 0 ? sentence : sentence.slice(0, space);
  return (
    <>
      <label className="sentence">
        <span className="sentence-start">
          <input type="radio" name="sentence" value={value} defaultChecked={holds(values, 'sentence', value)} />
          <span className="sentence-text">{first}</span>
        </span>
        <span className="sentence-text">{sentence.slice(first.length)}</span>
      </label>{' '}
    </>
  );
}
