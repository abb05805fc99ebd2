/** The board: learners by lessons, sorted, filtered and searched, page by page. */
import { z } from 'zod';
import type { LessonState } from '#app/learning/lesson-state.ts';
import type { LearnerOverview, Overview } from './overview.server.ts';

export const boardSorts = ['name', 'help', 'done', 'score', 'last'] as const;
/** One of these, or `lesson-3` for the third part of the course. */
const boardSort = z.union([z.enum(boardSorts), z.templateLiteral(['lesson-', z.number().int().min(1).max(999)])]);
type BoardSort = z.infer<typeof boardSort>;
export const boardFilters = ['all', 'help', 'not-started', 'under-way', 'complete'] as const;
export const perBoardPage = 50;

/** What the address of a board asks for; whatever it does not understand is as if it were not there. */
export const boardQuery = z.object({
  q: z.string().trim().max(200).catch(''),
  sort: boardSort.catch('name'),
  dir: z.enum(['up', 'down']).catch('up'),
  show: z.enum(boardFilters).catch('all'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type BoardQuery = z.infer<typeof boardQuery>;

const keeps: Readonly<Record<BoardQuery['show'], (learner: LearnerOverview) => boolean>> = {
  all: () => true,
  help: ({ reasons }) => reasons.length > 0,
  'not-started': ({ lastAt }) => lastAt === null,
  'under-way': ({ lastAt, done, lessons }) => lastAt !== null && done < lessons.length,
  complete: ({ done, lessons }) => done === lessons.length,
};

/** Names are in order already; the sort is stable, so they decide between equals. */
const orders: Readonly<Record<(typeof boardSorts)[number], (a: LearnerOverview, b: LearnerOverview) => number>> = {
  name: () => 0,
  help: (a, b) => b.reasons.length - a.reasons.length,
  done: (a, b) => a.done - b.done,
  score: (a, b) => (a.score ?? -1) - (b.score ?? -1),
  last: (a, b) => (a.lastAt ?? 0) - (b.lastAt ?? 0),
};

const states: readonly LessonState[] = ['not-started', 'in-progress', 'shaky', 'done'];

/** By a part of the course: the state first, then the best quiz. */
function byLesson(index: number) {
  return (a: LearnerOverview, b: LearnerOverview): number => {
    const [one, other] = [a.lessons[index], b.lessons[index]];
    if (!one || !other) return 0;
    return states.indexOf(one.state) - states.indexOf(other.state) || (one.score ?? -1) - (other.score ?? -1);
  };
}

function orderOf(sort: BoardSort) {
  const known = boardSorts.find((name) => name === sort);
  return known ? orders[known] : byLesson(Number(sort.replace('lesson-', '')) - 1);
}

export interface BoardSummary {
  readonly started: number;
  /** Learners who were here in the last seven days. */
  readonly week: number;
  readonly complete: number;
  /** Those who may need help, for most reasons first. */
  readonly needing: readonly LearnerOverview[];
}

const summaries = new WeakMap<Overview, BoardSummary>();
const weekLong = 7 * 86_400_000;

/** Returns what stands above the board. It is counted once for the same figures, which a large cohort keeps for a while (fresh.ts). */
export function boardSummary(overview: Overview): BoardSummary {
  const known = summaries.get(overview);
  if (known) return known;
  const { at, learners } = overview;
  const made = {
    started: learners.filter(({ lastAt }) => lastAt !== null).length,
    week: learners.filter(({ lastAt }) => lastAt !== null && lastAt > at - weekLong).length,
    complete: learners.filter(keeps.complete).length,
    needing: learners.filter(keeps.help).sort(orders.help),
  };
  summaries.set(overview, made);
  return made;
}

const sortings = new WeakMap<Overview, Map<BoardSort, readonly LearnerOverview[]>>();

function sorted(overview: Overview, sort: BoardSort): readonly LearnerOverview[] {
  const kept = sortings.get(overview) ?? new Map<BoardSort, readonly LearnerOverview[]>();
  sortings.set(overview, kept);
  const known = kept.get(sort);
  if (known) return known;
  const made = sort === 'name' ? overview.learners : overview.learners.toSorted(orderOf(sort));
  kept.set(sort, made);
  return made;
}

export interface BoardPage {
  readonly learners: readonly LearnerOverview[];
  /** Learners that fit the question, on all pages. */
  readonly found: number;
  readonly page: number;
  readonly pages: number;
}

/** Returns one page of the learners asked for; a page past the last is the last. */
export function boardPage(overview: Overview, { q, sort, dir, show, page }: BoardQuery): BoardPage {
  const wanted = q.toLowerCase();
  const named = ({ name, email }: LearnerOverview) => wanted === '' || name.toLowerCase().includes(wanted) || email.includes(wanted);
  const found = sorted(overview, sort).filter((learner) => keeps[show](learner) && named(learner));
  if (dir === 'down') found.reverse();
  const pages = Math.max(1, Math.ceil(found.length / perBoardPage));
  const shown = Math.min(page, pages);
  return { learners: found.slice((shown - 1) * perBoardPage, shown * perBoardPage), found: found.length, page: shown, pages };
}
