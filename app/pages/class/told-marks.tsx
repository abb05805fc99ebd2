/** What a learner is told when marks that are out were decided anew, or that was undone. */
import { Notice } from '#app/ui/notice.tsx';
import { timeIn } from '#app/ui/when.ts';
import { percent } from '#app/ui/words.ts';
import type { ToldRegrade } from '#db/regrades.ts';

export interface ToldMark extends Omit<ToldRegrade, 'at' | 'undoneAt'> {
  readonly when: string;
  readonly undone: string | null;
}

/** Returns the regrades with their times in words. */
export function toldIn(zone: string, regrades: readonly ToldRegrade[]): readonly ToldMark[] {
  return regrades.map(({ at, undoneAt, ...told }) => ({
    ...told,
    when: timeIn(zone, at),
    undone: undoneAt === null ? null : timeIn(zone, undoneAt),
  }));
}

function titleOf({ title, before, after, undone }: ToldMark): string {
  const of = title === null ? 'Your mark' : `Your mark for “${title}”`;
  if (before === null || after === null) return `${of} was decided anew while you were at it${undone ? ', and that was undone' : ''}`;
  const change =
    before === after ? `${of} was looked at again and stays ${percent(before)}` : `${of}: ${percent(after)}, before ${percent(before)}`;
  if (undone === null) return change;
  return before === after ? `${change}; that was undone` : `${of}: the change from ${percent(before)} to ${percent(after)} was undone`;
}

/** A notice for each regrade, with what changed and why; `result` leads on to the answers where they are elsewhere. */
export function ToldMarks({ told, result = false }: { readonly told: readonly ToldMark[]; readonly result?: boolean }) {
  return told.map((one) => (
    <Notice key={`${one.id} ${one.attemptId}`} title={titleOf(one)}>
      <ul className="bullets">
        {one.changed.map(({ item, stem, says }) => (
          <li key={item}>
            “{stem}” {says}
          </li>
        ))}
      </ul>
      {one.note && <p>From your instructor: “{one.note}”</p>}
      <p className="hint">
        Decided {one.when}
        {one.by && ` by ${one.by}`}.{one.undone && ` Undone ${one.undone}: the mark of before counts again.`}{' '}
        {result && <a href={`/attempts/${one.attemptId}/result`}>See every answer</a>}
      </p>
    </Notice>
  ));
}
