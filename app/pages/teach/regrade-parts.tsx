/** The parts of the page on a regrade: what changes in a question, whose marks change, and what was decided. */
import type { SerializeFrom } from '@remix-run/node';
import { Actions, Button } from '#app/ui/button.tsx';
import { TableScroll } from '#app/ui/table-scroll.tsx';
import { count, percent } from '#app/ui/words.ts';
import type { ItemProposal } from '#app/use-cases/regrading/propose.server.ts';
import type { MarkChange, PastDecision } from '#app/use-cases/regrading/view-regrade.server.ts';

/** Rows of a table on the page; a class is shown whole. */
const mostShown = 200;

function Key({ title, derived }: { readonly title: string; readonly derived: ItemProposal['from'] }) {
  return (
    <div>
      <h4 className="minor-title">{title}</h4>
      {derived === null ? (
        <p>The question counts for nobody.</p>
      ) : (
        <>
          <p>
            <strong>{derived.key ?? 'Not marked by a machine'}</strong>
          </p>
          <ul className="bullets">
            {derived.says.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** A question with its key and explanation before and after, and the answers that it touches. */
export function ChangedItem({ item }: { readonly item: SerializeFrom<ItemProposal> }) {
  return (
    <section className="card">
      <h3 className="card-title">{item.stem}</h3>
      <p className="hint">
        {count(item.answers, 'marked answer')}, {item.otherMark === 0 ? 'none' : item.otherMark} of them with another mark; item{' '}
        <code>{item.item}</code>
      </p>
      <div className="side-by-side">
        <Key title="Until now" derived={item.from} />
        <Key title="Now" derived={item.to} />
      </div>
    </section>
  );
}

const mark = (score: number | null) => (score === null ? '–' : percent(score));

function difference({ before, after }: MarkChange): string {
  if (before === null || after === null) return '–';
  if (before === after) return 'stays';
  const points = Math.round(Math.abs(after - before) * 100);
  return `${after > before ? 'up' : 'down'} ${count(points, 'point')}`;
}

interface MarkChangesProps {
  readonly label: string;
  readonly changes: readonly MarkChange[];
  readonly cohort: string;
}

/** Each learner with the mark before and after, by name. */
export function MarkChanges({ label, changes, cohort }: MarkChangesProps) {
  return (
    <>
      <TableScroll label={label}>
        <table className="data-table">
          <caption className="visually-hidden">{label}</caption>
          <thead>
            <tr>
              <th scope="col">Learner</th>
              {['Before', 'After', 'Change'].map((title) => (
                <th key={title} scope="col" className="number">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {changes.slice(0, mostShown).map((change, row) => (
              <tr key={change.learner?.id ?? row}>
                <th scope="row">
                  {change.learner ? (
                    <a href={`/teach/${cohort}/learners/${change.learner.id}`}>{change.learner.name}</a>
                  ) : (
                    'Somebody who has left'
                  )}
                </th>
                <td className="number figures">{mark(change.before)}</td>
                <td className="number figures">{mark(change.after)}</td>
                <td className="number figures">{difference(change)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {changes.length > mostShown && (
        <p className="hint">
          The first {mostShown} of {changes.length} by name are shown.
        </p>
      )}
    </>
  );
}

type ShownDecision = Omit<PastDecision, 'decidedAt' | 'undoneAt'> & {
  readonly when: string;
  readonly undone: string | null;
  readonly key: string;
};

function standing({ applied, underWay, undone, reached, attempts }: ShownDecision): string {
  if (!applied) return 'Left as they were';
  const far = underWay ? `: ${reached} of ${count(attempts, 'attempt')} so far` : '';
  if (undone === null) return underWay ? `Being applied${far}` : `Applied to ${count(attempts, 'attempt')}`;
  return underWay ? `Being undone${far}` : 'Applied, then undone';
}

/** What was decided about the marks so far, the latest first; the latest that stands can be undone. */
export function Decisions({ decisions, cohort }: { readonly decisions: readonly ShownDecision[]; readonly cohort: string }) {
  if (decisions.length === 0) return null;
  return (
    <section aria-labelledby="decisions">
      <h2 id="decisions">Decided so far</h2>
      {decisions.map((decision) => (
        <article key={decision.id} className="card reading">
          <h3 className="card-title">{standing(decision)}</h3>
          <p className="hint">
            {decision.when}, by {decision.by ?? 'somebody who has left'}
            {decision.undone && `; undone ${decision.undone}, by ${decision.undoneBy ?? 'somebody who has left'}`}
          </p>
          <ul className="bullets">
            {decision.changed.map(({ item, stem, says }) => (
              <li key={item}>
                {stem} <span className="hint">{says}</span>
              </li>
            ))}
          </ul>
          {decision.note && <p>Told to learners: “{decision.note}”</p>}
          {decision.changes.length > 0 && (
            <details>
              <summary>Marks before and after, as they were decided</summary>
              <MarkChanges label={`Marks before and after, ${decision.when}`} changes={decision.changes} cohort={cohort} />
            </details>
          )}
          {decision.latest && !decision.underWay && (
            <form method="post">
              <input type="hidden" name="key" value={decision.key} />
              <input type="hidden" name="regrade" value={decision.id} />
              <Actions>
                <Button name="intent" value="undo" variant="quiet">
                  Undo: the marks of before count again
                </Button>
              </Actions>
            </form>
          )}
        </article>
      ))}
    </section>
  );
}
