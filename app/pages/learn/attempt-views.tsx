/** One question of a quiz in each of its states. */
import { useLocation } from '@remix-run/react';
import { labPath, reviewPath } from '#app/course/paths.ts';
import { AnswerSummary } from '#app/ui/answer-summary.tsx';
import { Actions, Button, ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { FeedbackPanel } from '#app/ui/feedback-panel.tsx';
import type { FieldValues } from '#app/ui/item/values.ts';
import { ItemForm } from '#app/ui/item-form.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { SelfCheckForm } from '#app/ui/self-check-form.tsx';
import { heldQuestion } from '#app/use-cases/held-questions.ts';
import type { AttemptView, Shown } from '#app/use-cases/view-attempt.server.ts';
import { ContestLink } from './contest-link.tsx';
import { NextReview } from './next-review.tsx';

interface ViewProps {
  readonly view: AttemptView;
}

type OpenShown = Extract<Shown, { state: 'open' }>;
type AnsweredShown = Extract<Shown, { state: 'answered' }>;

function Hidden({ intent, position, formKey }: { readonly intent: string; readonly position: number; readonly formKey: string }) {
  return (
    <>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="position" value={position} />
      <input type="hidden" name="key" value={formKey} />
    </>
  );
}

export function OpenView({
  view,
  open,
  error,
  values,
}: ViewProps & { readonly open: OpenShown; readonly error: string | null; readonly values: FieldValues }) {
  const retry = view.steps[view.position]?.retry;
  const keepsFeedback = view.mode === 'mock' || view.mode === 'graded';
  const later = keepsFeedback && view.next !== null && view.next !== view.position;
  return (
    <>
      {retry && <p className="eyebrow">Another story on the same idea</p>}
      <div data-autosave={view.mode === 'graded' || undefined}>
        <ItemForm
          item={open.item}
          action={`/attempts/${view.id}`}
          draftKey={`${view.id}/${view.position}`}
          values={values}
          error={error}
          headingLevel={2}
        >
          <Hidden intent="answer" position={view.position} formKey={open.formKey} />
          {keepsFeedback && <input type="hidden" name="then" value="next" />}
        </ItemForm>
        {view.mode === 'graded' && <p className="hint" role="status" data-kept />}
      </div>
      {later && (
        <Actions>
          <ButtonLink href={`/attempts/${view.id}?at=${view.next}`} variant="quiet">
            Leave it for later
          </ButtonLink>
        </Actions>
      )}
    </>
  );
}

interface AnsweredProps extends ViewProps {
  readonly answered: AnsweredShown;
  /** For a review, from which day on its idea comes back. */
  readonly again: string | null;
}

/** What may be done after an answer: another case, the next question, the result. */
function WhatNext({ view, answered, again }: AnsweredProps) {
  if (view.mode === 'review') return <NextReview view={view} formKey={answered.followUpKey} again={again} />;
  return (
    <Actions>
      {view.next !== null ? (
        <ButtonLink href={`/attempts/${view.id}?at=${view.next}`}>Next question</ButtonLink>
      ) : (
        <ButtonLink href={`/attempts/${view.id}/result`}>See your result</ButtonLink>
      )}
      {answered.mayRetry && (
        <form method="post" action={`/attempts/${view.id}`} data-item-form>
          <Hidden intent="retry" position={view.position} formKey={answered.followUpKey} />
          <Button variant="quiet">Try another story on this</Button>
        </form>
      )}
      {answered.labCase !== null && (
        <ButtonLink href={labPath(view.course.id, answered.labCase)} variant="quiet">
          Take this case apart
        </ButtonLink>
      )}
    </Actions>
  );
}

export function AnsweredView({ view, answered, again }: AnsweredProps) {
  const query = new URLSearchParams(useLocation().search);
  return (
    <>
      {query.has('before') && (
        <Notice title="Answered before">
          <p>This question was answered already, here or in another tab. The first answer stands; this is it.</p>
        </Notice>
      )}
      {view.review?.takenBack && (
        <Notice title="Taken back">
          <p>This answer no longer counts. Its idea is due as it was before, and comes with another story.</p>
        </Notice>
      )}
      {query.has('none') && (
        <Notice title="No other story">
          <p>You have met every story that we have on this idea in this quiz. A new quiz will bring it up again.</p>
        </Notice>
      )}
      {query.has('checked') && (
        <Notice tone="success" title="Kept">
          <p>Your own check is kept with your answer.</p>
        </Notice>
      )}
      <AnswerSummary
        item={answered.item}
        yours={answered.yours}
        chosen={answered.chosen ?? undefined}
        right={answered.right ?? undefined}
      />
      <FeedbackPanel
        feedback={answered.feedback}
        selfCheck={
          <SelfCheckForm action={`/attempts/${view.id}`} points={answered.feedback.points} ticked={answered.ticked}>
            <Hidden intent="self-check" position={view.position} formKey={answered.followUpKey} />
            <input type="hidden" name="response" value={answered.responseId} />
          </SelfCheckForm>
        }
      >
        {answered.why && <p className="hint">Why you were asked this: {answered.why}</p>}
        <WhatNext view={view} answered={answered} again={again} />
      </FeedbackPanel>
      {answered.mayContest && <ContestLink response={answered.responseId} />}
      <WhatNext view={view} answered={{ ...answered, mayRetry: false, labCase: null }} again={again} />
    </>
  );
}

export function KeptView({ view }: ViewProps) {
  return (
    <EmptyState
      title="This answer is kept"
      action={view.next !== null && <ButtonLink href={`/attempts/${view.id}?at=${view.next}`}>Go to an open question</ButtonLink>}
    >
      <p>
        {view.finished
          ? 'Your test is handed in. Marks and explanations come once everybody’s time is over.'
          : 'In a test an answer once given stays, and the feedback comes at the end.'}
      </p>
    </EmptyState>
  );
}

/** In place of a question that a graded quiz asks too. */
export function HeldView({ view }: ViewProps) {
  return (
    <EmptyState
      title="This question waits"
      action={
        view.next !== null ? (
          <ButtonLink href={`/attempts/${view.id}?at=${view.next}`}>Next question</ButtonLink>
        ) : (
          view.mode === 'review' && <ButtonLink href={reviewPath(view.course.id)}>Back to your reviews</ButtonLink>
        )
      }
    >
      <p>{heldQuestion}</p>
    </EmptyState>
  );
}

export function GoneView({ view }: ViewProps) {
  return (
    <EmptyState
      title={view.finished ? 'This question was left open' : 'This question is no longer in the course'}
      action={
        view.next !== null ? (
          <ButtonLink href={`/attempts/${view.id}?at=${view.next}`}>Next question</ButtonLink>
        ) : view.mode === 'review' ? (
          <ButtonLink href={reviewPath(view.course.id)}>Back to your reviews</ButtonLink>
        ) : (
          view.mode !== 'graded' && <ButtonLink href={`/attempts/${view.id}/result`}>See your result</ButtonLink>
        )
      }
    >
      <p>
        {view.finished
          ? 'The quiz was finished without it, so it can no longer be answered.'
          : view.mode === 'review'
            ? 'It was changed or taken out since this review began. Another story takes its place.'
            : 'It was changed or taken out since this quiz began. It does not keep you from finishing.'}
      </p>
    </EmptyState>
  );
}

/** Ends a quiz before every question is answered. */
export function FinishForm({ view }: ViewProps) {
  return (
    <form method="post" action={`/attempts/${view.id}`} className="finish">
      <Hidden intent="finish" position={view.position} formKey={view.finishKey} />
      <p className="hint">
        {view.open === 1 ? 'One question is open.' : `${view.open} questions are open.`} If you finish now, an open question counts as not
        right.
      </p>
      <Button variant="quiet">Finish {view.mode === 'practice' ? 'the quiz' : 'the test'} now</Button>
    </form>
  );
}
