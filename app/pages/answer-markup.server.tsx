/** An answered question with its explanation, as a record shows it. Many learners give the same answer, so its markup is made once. */
import { renderToStaticMarkup } from 'react-dom/server';
import type { Feedback } from '#app/quiz/item.ts';
import { AnswerSummary } from '#app/ui/answer-summary.tsx';
import { FeedbackPanel } from '#app/ui/feedback-panel.tsx';
import { ReferenceBase } from '#app/ui/reference-link.tsx';
import type { AnsweredQuestion } from '#app/use-cases/question.ts';
import { remembered } from '#app/use-cases/remembered.ts';
import { fill, type Markup, type Template, template } from './markup.server.ts';
import { slotMark } from './slots.ts';

/** Some 20 KB each. The key follows from the question and the answer, as all that is shown does. */
const kept = new Map<Feedback, Template>();
const mostKept = 1000;

const idPlace = slotMark('id');

/**
 * Returns the markup of a question with its answer and what is said of it.
 * @param reference address of the course's reference
 */
export function answerMarkup({ item, yours, chosen, right, feedback, responseId }: AnsweredQuestion, reference: string): Markup {
  const made = remembered(kept, mostKept, feedback, () =>
    template(
      renderToStaticMarkup(
        <ReferenceBase.Provider value={reference}>
          <AnswerSummary item={item} yours={yours} chosen={chosen ?? undefined} right={right ?? undefined} headingLevel={3} />
          <FeedbackPanel feedback={feedback} id={idPlace} headingLevel={4} />
        </ReferenceBase.Provider>,
      ),
    ),
  );
  return fill(made, () => [Buffer.from(`feedback-${responseId}`)]);
}
