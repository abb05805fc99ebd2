import type { ReactNode } from 'react';
import type { Feedback } from '#app/quiz/item.ts';
import { Button } from './button.tsx';

interface SelfCheckFormProps {
  readonly action: string;
  readonly points: Feedback['points'];
  /** Ids of the points ticked before. */
  readonly ticked?: readonly string[] | undefined;
  /** Hidden fields. */
  readonly children?: ReactNode;
}

/** A learner checks a text of their own against the points; fields `tick`, repeated. Nothing is marked by it. */
export function SelfCheckForm({ action, points, ticked = [], children }: SelfCheckFormProps) {
  return (
    <form method="post" action={action} className="self-check" data-item-form>
      {children}
      <fieldset>
        <legend className="minor-title">Check your own answer</legend>
        <p className="hint">Tick what your answer touches. It is for you: nothing is marked.</p>
        <div className="options">
          {points.map((point) => (
            <label key={point.id} className="option">
              <input type="checkbox" name="tick" value={point.id} defaultChecked={ticked.includes(point.id)} />
              <span>{point.text}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div className="actions">
        <Button variant="quiet">Keep this check</Button>
        <p className="form-status" data-form-status />
      </div>
    </form>
  );
}
