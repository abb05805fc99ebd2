import type { ReactNode } from 'react';
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

/** A column title that sorts; pressed again it turns the order round. */
interface Sorting {
  readonly sort: string;
  readonly dir: 'up' | 'down';
  readonly href: (sort: string, dir: 'up' | 'down') => string;
}

function SortLink({ by, sorting, children }: { readonly by: string; readonly sorting: Sorting; readonly children: ReactNode }) {
  const current = sorting.sort === by;
  return (
    <a href={sorting.href(by, current && sorting.dir === 'up' ? 'down' : 'up')}>
      {children}
      {current && <span aria-hidden="true">{sorting.dir === 'up' ? ' ↑' : ' ↓'}</span>}
    </a>
  );
}

interface BoardTableProps {
  readonly sorting: Sorting;
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
export function BoardTable({ cohort, parts, learners, total, sorting }: BoardTableProps) {
  const sortOf = (by: string) => (sorting.sort === by ? (sorting.dir === 'up' ? 'ascending' : 'descending') : undefined);
  return (
    <TableScroll label="Board" tall>
      <table className="data-table board" id="board-table" data-refresh="10">
        <caption className="visually-hidden">Each learner with the state of each lesson and the best quiz</caption>
        <thead>
          <tr>
            <th scope="col" aria-sort={sortOf('name')}>
              <SortLink by="name" sorting={sorting}>
                Learner
              </SortLink>
            </th>
            {parts.map((part, index) => (
              <th key={part.slug} scope="col" title={part.title} aria-sort={sortOf(`lesson-${index + 1}`)}>
                <SortLink by={`lesson-${index + 1}`} sorting={sorting}>
                  <span className="visually-hidden">
                    {part.name}: {part.title}
                  </span>
                  <span aria-hidden="true">{part.short}</span>
                </SortLink>
              </th>
            ))}
            <th scope="col" aria-sort={sortOf('last')}>
              <SortLink by="last" sorting={sorting}>
                Last here
              </SortLink>
            </th>
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
