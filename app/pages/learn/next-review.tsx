/** What may be done after the answer of a review. */
import { reviewPath } from '#app/course/paths.ts';
import { Actions, Button, ButtonLink } from '#app/ui/button.tsx';
import type { AttemptView } from '#app/use-cases/view-attempt.server.ts';

interface NextReviewProps {
  readonly view: Pick<AttemptView, 'course' | 'review' | 'finishKey'>;
  readonly formKey: string;
  /** From which day on the idea comes back, or from which hour of today. */
  readonly again: string | null;
}

export function NextReview({ view, formKey, again }: NextReviewProps) {
  const { course, review } = view;
  const address = reviewPath(course.id);
  return (
    <>
      {again && !review?.takenBack && <p className="hint">This idea comes back from {again}, in another story.</p>}
      <Actions>
        <form method="post" action={address} data-item-form>
          <input type="hidden" name="intent" value="start" />
          <input type="hidden" name="key" value={formKey} />
          <Button>Next review</Button>
        </form>
        <ButtonLink href={address} variant="quiet">
          Enough for now
        </ButtonLink>
        {review?.undo && (
          <form method="post" action={address}>
            <input type="hidden" name="intent" value="undo" />
            <input type="hidden" name="response" value={review.undo} />
            <input type="hidden" name="key" value={view.finishKey} />
            <Button variant="quiet">Take this answer back</Button>
          </form>
        )}
      </Actions>
    </>
  );
}
