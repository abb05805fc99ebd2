/** Where a cohort puts the cases that are placed on the map. */
import type { Course } from '#app/course/course.ts';
import type { Answer } from '#app/quiz/item.ts';
import { grade, keyOf } from '#app/quiz/quiz.ts';
import type { LoggedAnswer } from '#db/cohort-log.ts';
import { misconceptionName } from '../about-label.ts';

export interface CaseOnMap {
  readonly scenario: string;
  readonly title: string;
  readonly gist: string;
  /** The cell that follows from the facts, as `row.column`. */
  readonly key: string;
  /** Answers that place it; a learner has several where several questions show the case. */
  readonly n: number;
  readonly learners: number;
  /** How many of the answers choose each cell, most first; cells that nobody chose are left out. */
  readonly cells: readonly { readonly cell: string; readonly count: number; readonly misconceptions: readonly string[] }[];
}

const cellsOf = (answer: Answer | null): Readonly<Record<string, string>> => (answer?.type === 'table' ? answer.cells : {});

/**
 * Returns the cases of the course's `grid` questions that some answer places, in the order of the course. Answers are those that count; the
 * misconceptions are the names of those that lead to just that cell.
 */
export function casesOnMap(course: Course, answers: readonly LoggedAnswer[]): CaseOnMap[] {
  const byItem = Map.groupBy(answers, ({ itemId }) => itemId);
  const cases = course.lessons.flatMap(({ itemIds }) =>
    itemIds.flatMap((id) => {
      const item = course.item(id);
      if (item?.spec.kind !== 'grid') return [];
      const key = cellsOf(keyOf(item));
      const given = (byItem.get(id) ?? []).map(({ learnerId, answer }) => ({ learnerId, cells: cellsOf(JSON.parse(answer) as Answer) }));
      return item.scenarios.map((scenario) => ({ item, key, scenario, given }));
    }),
  );
  return [...Map.groupBy(cases, ({ scenario }) => scenario.id).values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const { item, key, scenario } = first;
    const placed = same.flatMap(({ given }) =>
      given.flatMap(({ learnerId, cells }) => (cells[scenario.id] === undefined ? [] : [{ learnerId, cell: cells[scenario.id] ?? '' }])),
    );
    if (placed.length === 0) return [];
    const ideasBehind = (cell: string) =>
      grade(item, { type: 'table', cells: { ...key, [scenario.id]: cell } }).misconceptions.map((id) =>
        misconceptionName(course.theory, id),
      );
    return [
      {
        scenario: scenario.id,
        title: scenario.title,
        gist: scenario.gist,
        key: key[scenario.id] ?? '',
        n: placed.length,
        learners: new Set(placed.map(({ learnerId }) => learnerId)).size,
        cells: [...Map.groupBy(placed, ({ cell }) => cell)]
          .map(([cell, { length }]) => ({ cell, count: length, misconceptions: ideasBehind(cell) }))
          .sort((a, b) => b.count - a.count || (a.cell < b.cell ? -1 : 1)),
      },
    ];
  });
}
