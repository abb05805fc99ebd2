import type { ItemBody, ItemForLearner } from '#app/quiz/item.ts';
import { Heading, type HeadingLevel } from './heading.tsx';
import { Icon } from './icon.tsx';

interface AnswerSummaryProps {
  readonly item: ItemForLearner;
  /** The answer in words; null where none was given. */
  readonly yours: string | null;
  /** Presented id of the chosen option, for choice items: lists all options with the own one marked. */
  readonly chosen?: string | undefined;
  /** Presented id of the option that follows from the facts. */
  readonly right?: string | undefined;
  readonly headingLevel?: HeadingLevel | undefined;
}

/** Answers with parts stand in the feedback's table, part by part, and are not said twice. */
const inParts: readonly ItemBody['type'][] = ['table', 'grid', 'checklist'];

/** The question again after it was answered, read-only, with the learner's own answer. */
export function AnswerSummary({ item, yours, chosen, right, headingLevel = 2 }: AnswerSummaryProps) {
  return (
    <section className="answered">
      <Heading level={headingLevel} className="item-stem">
        {item.stem}
      </Heading>
      {item.body.type === 'choice' && chosen !== undefined && (
        <ul className="answered-options">
          {item.body.options.map((option) => (
            <li key={option.id} className={option.id === chosen ? 'answered-own' : undefined}>
              {option.id === chosen && <span className="tag">Your answer</span>}{' '}
              {option.id === right && (
                <span className="answered-right">
                  <Icon name="check" />
                  Follows from the facts:
                </span>
              )}{' '}
              {option.text}
            </li>
          ))}
        </ul>
      )}
      {chosen === undefined && !inParts.includes(item.body.type) && (
        <div className="answered-text">
          <span className="tag">Your answer</span> <p>{yours ?? 'None was given.'}</p>
        </div>
      )}
    </section>
  );
}
