/** The parts of the page of reviews. */
import { mostNewPerDay, mostPerDay } from '#app/learning/review/plan.ts';
import { Actions, Button, ButtonLink } from '#app/ui/button.tsx';
import { ActivityChart } from '#app/ui/charts/activity-chart.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Field, FormProblem } from '#app/ui/field.tsx';
import { count } from '#app/ui/words.ts';
import type { ReviewOfCourse } from './review-of.server.ts';

type Idea = ReviewOfCourse['due'][number];

/** A story of a hundred words, an answer and its explanation: about a minute and a half. */
const minutes = (reviews: number) => count(Math.max(1, Math.round(reviews * 1.5)), 'minute');

interface TodayProps {
  readonly course: string;
  readonly view: ReviewOfCourse | null;
  readonly formKey: string;
}

/** What to do now: begin, come back later, or take a quiz first. */
export function Today({ course, view, formKey }: TodayProps) {
  if (!view?.begun) {
    return (
      <EmptyState title="Nothing to review yet" action={<ButtonLink href={`/courses/${course}`}>Open the course</ButtonLink>}>
        <p>
          Each idea that a quiz asks you about comes back here with another story: what you missed the next day, what you had right some
          days later. Take the quiz of a lesson to begin.
        </p>
      </EmptyState>
    );
  }
  const { due, today, doneToday, later, limits } = view;
  if (today > 0) {
    const left = due.length - today;
    return (
      <form method="post" className="card review-today">
        <h2 className="card-title">{count(today, 'review')} for today</h2>
        <p>
          About {minutes(today)}, one story at a time. You can stop after any of them.
          {left > 0 && ` ${left} more ${left === 1 ? 'is' : 'are'} due and will wait: your limit is kept.`}
        </p>
        <input type="hidden" name="intent" value="start" />
        <input type="hidden" name="key" value={formKey} />
        <Button>{doneToday > 0 ? 'Go on' : 'Start'}</Button>
      </form>
    );
  }
  const done = doneToday > 0 ? `You have reviewed ${count(doneToday, 'story', 'stories')} today. ` : '';
  if (due.length > 0) {
    return (
      <EmptyState title="Enough for today" action={<ButtonLink href="#limits">Change your limits</ButtonLink>}>
        <p>
          {done}
          {waiting(due.length, limits)}
        </p>
      </EmptyState>
    );
  }
  return (
    <EmptyState title="Nothing is due" action={<ButtonLink href={`/courses/${course}`}>Open the course</ButtonLink>}>
      <p>
        {done}
        {later[0] && `The next review, on “${later[0].label}”, is due from ${later[0].from}.`}
      </p>
    </EmptyState>
  );
}

function waiting(due: number, { perDay }: ReviewOfCourse['limits']): string {
  if (perDay === 0) return `${count(due, 'review is', 'reviews are')} due. Your limit lets none of them come; raise it below to begin.`;
  const more = due === 1 ? 'One more is due and waits' : `${due} more are due and wait`;
  return `${more} for another day. Sleep is part of learning.`;
}

export function UndoForm({ undo, formKey }: { readonly undo: NonNullable<ReviewOfCourse['undo']>; readonly formKey: string }) {
  return (
    <form method="post" className="review-undo">
      <p className="hint">Your last review was on “{undo.label}”. A slip? For a day you can take that answer back.</p>
      <input type="hidden" name="intent" value="undo" />
      <input type="hidden" name="response" value={undo.responseId} />
      <input type="hidden" name="key" value={formKey} />
      <Button variant="quiet">Take it back</Button>
    </form>
  );
}

interface IdeasProps {
  readonly ideas: readonly Idea[];
  /** Address of the reference of the course. */
  readonly reference: string;
}

export function IdeaList({ ideas, today, reference }: IdeasProps & { readonly today: number }) {
  return (
    <section aria-labelledby="due">
      <h2 id="due">What is due, and why</h2>
      {today < ideas.length && <p className="hint">The likeliest forgotten come first; what your limits leave waits.</p>}
      <ul className="review-ideas">
        {ideas.map(({ label, entry, kind, why }) => (
          <li key={`${kind} ${entry}`}>
            <a href={`${reference}/${entry}`}>{label}</a>
            {kind === 'misconception' && <span className="eyebrow">An idea to see through</span>}
            <p className="hint">{why}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function LaterList({ ideas, reference }: IdeasProps) {
  return (
    <details className="review-later">
      <summary>What is due later ({ideas.length})</summary>
      <table className="attempts">
        <caption className="visually-hidden">What is due later, the next first</caption>
        <thead>
          <tr>
            <th scope="col">Idea</th>
            <th scope="col">Due from</th>
          </tr>
        </thead>
        <tbody>
          {ideas.map(({ label, entry, kind, from }) => (
            <tr key={`${kind} ${entry}`}>
              <th scope="row">
                <a href={`${reference}/${entry}`}>{label}</a>
              </th>
              <td className="figures">{from}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

export function Forecast({ days }: { readonly days: ReviewOfCourse['forecast'] }) {
  const all = days.reduce((sum, day) => sum + day.count, 0);
  return (
    <section aria-labelledby="forecast">
      <h2 id="forecast">The next two weeks</h2>
      <ActivityChart
        title={all === 0 ? 'No review in the next two weeks' : `${count(all, 'review')} in two weeks, about ${minutes(all)} in all`}
        note="If you review each day what is due and answer rightly. What you miss comes back sooner, and new quizzes add to it."
        empty="Within your limits nothing is due in this time as things stand."
        counted="Reviews"
        days={days}
      />
    </section>
  );
}

interface LimitsFormProps {
  readonly limits: ReviewOfCourse['limits'];
  readonly failed: { readonly problems: Readonly<Record<string, string>>; readonly values: Readonly<Record<string, string>> } | undefined;
  readonly formKey: string;
}

export function LimitsForm({ limits, failed, formKey }: LimitsFormProps) {
  return (
    <form method="post" action="#limits" className="review-limits" id="limits">
      <h2>How much in a day</h2>
      <FormProblem problems={failed?.problems} />
      <input type="hidden" name="intent" value="limits" />
      <input type="hidden" name="key" value={formKey} />
      <Field
        name="perDay"
        label="Reviews in a day, at most"
        type="number"
        min={0}
        max={mostPerDay}
        value={failed?.values.perDay ?? String(limits.perDay)}
        problem={failed?.problems.perDay}
        hint="Ten are about a quarter of an hour."
      />
      <Field
        name="newPerDay"
        label="Among them for the first time"
        type="number"
        min={0}
        max={mostNewPerDay}
        value={failed?.values.newPerDay ?? String(limits.newPerDay)}
        problem={failed?.problems.newPerDay}
        hint="Each of these comes back several times in the weeks after."
      />
      <Actions>
        <Button variant="quiet">Keep these limits</Button>
      </Actions>
    </form>
  );
}
