import type { LessonState } from '#app/learning/lesson-state.ts';
import { Icon, type IconName } from '#app/ui/icon.tsx';
import { TableScroll } from '#app/ui/table-scroll.tsx';
import { percent } from '#app/ui/words.ts';

const states: Readonly<Record<LessonState, { readonly words: string; readonly icon: IconName | null }>> = {
  'not-started': { words: 'not started', icon: null },
  'in-progress': { words: 'in progress', icon: 'half' },
  done: { words: 'done', icon: 'check' },
  shaky: { words: 'worth another look', icon: 'warning' },
};

interface BoardTableProps {
  readonly cohort: string;
  readonly parts: readonly {
    readonly slug: string;
    readonly title: string;
    readonly name: string;
    readonly short: string;
    readonly done: number;
  }[];
  readonly learners: readonly {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly lessons: readonly { readonly state: LessonState; readonly score: number | null }[];
    readonly done: number;
    readonly last: string | null;
    readonly reasons: readonly string[];
  }[];
  /** Learners of the whole cohort. */
  readonly total: number;
}

/** Learners by lessons; names and lesson numbers stay in sight while the rest scrolls. */
export function BoardTable({ cohort, parts, learners, total }: BoardTableProps) {
  return (
    <TableScroll label="Board" tall>
      <table className="data-table board">
        <caption className="visually-hidden">Each learner with the state of each lesson and the best quiz</caption>
        <thead>
          <tr>
            <th scope="col">Learner</th>
            {parts.map((part) => (
              <th key={part.slug} scope="col" title={part.title}>
                <span className="visually-hidden">
                  {part.name}: {part.title}
                </span>
                <span aria-hidden="true">{part.short}</span>
              </th>
            ))}
            <th scope="col">Last here</th>
          </tr>
        </thead>
        <tbody>
          {learners.map((learner) => (
            <tr key={learner.id}>
              <th scope="row">
                <a href={`/teach/${cohort}/learners/${learner.id}`}>{learner.name}</a>
                {learner.reasons.length > 0 && (
                  <span className="board-flag">
                    <Icon name="warning" />
                    <span className="visually-hidden">may need you: {learner.reasons.join(' ')}</span>
                  </span>
                )}
              </th>
              {learner.lessons.map(({ state, score }, index) => (
                <td key={parts[index]?.slug} className={`board-cell board-${state} figures`}>
                  {states[state].icon && <Icon name={states[state].icon} />}
                  <span className="visually-hidden">{states[state].words}</span> {score === null ? '' : percent(score)}
                </td>
              ))}
              <td className="figures">{learner.last ?? 'never'}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Done, of all {total}</th>
            {parts.map((part) => (
              <td key={part.slug} className="board-cell figures">
                {percent(part.done / total)}
              </td>
            ))}
            <td />
          </tr>
        </tfoot>
      </table>
    </TableScroll>
  );
}
