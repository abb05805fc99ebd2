import { AnswerSummary } from './answer-summary.tsx';
import { Actions, Button, ButtonLink } from './button.tsx';
import { samples } from './design-samples.ts';
import { FeedbackPanel } from './feedback-panel.tsx';
import { ItemForm } from './item-form.tsx';
import { SelfCheckForm } from './self-check-form.tsx';
import { StepDots } from './step-dots.tsx';

const { items, feedback, steps } = samples;

/** Every item kind as a form, with and without an error, and every kind of feedback. */
export function DesignItems() {
  return (
    <>
      <h2>Items</h2>
      <StepDots steps={steps} current={5} />
      <StepDots steps={steps} current={null} label="A finished quiz" />
      <ItemForm id="choice" item={items.choice} action="#" values={{ option: 'b' }} headingLevel={3} draftKey="design-choice" />
      <ItemForm id="choice-error" item={items.choice} action="#" error="Choose one of the four answers." headingLevel={3} />
      <ItemForm id="checklist" item={items.checklist} action="#" values={{ met: ['r0', 'r1'] }} headingLevel={3} />
      <ItemForm id="sentence" item={items.sentence} action="#" values={{ sentence: '1' }} headingLevel={3} />
      <ItemForm id="table" item={items.table} action="#" values={{ 'row-x': 'q' }} error="One case is still open." headingLevel={3} />
      <ItemForm id="grid" item={items.grid} action="#" values={{ 'row-1': 'e' }} headingLevel={3} />
      <ItemForm id="order" item={items.order} action="#" headingLevel={3} />
      <ItemForm
        id="number"
        item={items.number}
        action="#"
        values={{ value: 'ten' }}
        error="Enter a number, for instance 12.5."
        headingLevel={3}
      />
      <ItemForm id="text" item={items.text} action="#" headingLevel={3} submitLabel="Keep my answer" />
      <h2>Answers</h2>
      <AnswerSummary item={items.choice} yours={null} chosen="a" headingLevel={3} />
      <FeedbackPanel feedback={feedback.wrong} headingLevel={3}>
        <Actions>
          <Button>Next question</Button>
          <ButtonLink href="#retry" variant="quiet">
            Try another story
          </ButtonLink>
        </Actions>
      </FeedbackPanel>
      <FeedbackPanel feedback={feedback.partly} headingLevel={3} id="feedback-partly" />
      <FeedbackPanel feedback={feedback.right} headingLevel={3} id="feedback-right" />
      <AnswerSummary item={items.text} yours="They only watch, so nothing of theirs goes into the display." headingLevel={3} />
      <FeedbackPanel
        feedback={feedback.unmarked}
        headingLevel={3}
        id="feedback-unmarked"
        selfCheck={<SelfCheckForm action="#" points={feedback.unmarked.points} ticked={['verdict']} />}
      />
    </>
  );
}
