import { z } from 'zod';
import type { Course } from '#app/course/course.ts';
import { referencePath } from '#app/course/paths.ts';
import { mondayOf } from '#app/statistics/weeks.ts';
import { dayWords } from '#app/ui/charts/activity-chart.tsx';
import { count } from '#app/ui/words.ts';
import { misconceptionName } from '#app/use-cases/about-label.ts';
import type { ClassBeliefs } from '#app/use-cases/cohorts/class-beliefs.server.ts';

/** Learners on one page of the map. */
const onPage = 25;
/** A misconception stands on the map where somebody holds it with a chance of at least one in five, else it is only named. */
const worthAColumn = 0.2;
const rowsInChart = 8;

/** Returns which page of learners an address asks for; the first, where it says nothing that makes sense. */
export const pageIn = (request: Request): number =>
  z.coerce
    .number()
    .int()
    .min(1)
    .catch(1)
    .parse(new URL(request.url).searchParams.get('page') ?? 1);

interface Around {
  readonly course: Course;
  readonly cohortId: string;
  /** Names of the members by id. */
  readonly names: ReadonlyMap<string, string>;
  readonly page: number;
  /** When the figures were made, in words. */
  readonly when: string;
}

/** Returns what a cohort probably believes as rows, columns and sentences for its page. */
export function beliefsWords(beliefs: ClassBeliefs, { course, cohortId, names, page, when }: Around) {
  // Figures may be a little older than the list of members: whoever has left since stands on no row.
  const learners = beliefs.learners.filter(({ learnerId }) => names.has(learnerId));
  const strongest = new Map<string, number>();
  for (const { ideas } of learners)
    for (const { id, probability } of ideas) strongest.set(id, Math.max(probability, strongest.get(id) ?? 0));
  const ideas = beliefs.ideas.map((idea) => ({ ...idea, name: misconceptionName(course.theory, idea.id) }));
  const columns = ideas.filter(({ id }) => (strongest.get(id) ?? 0) >= worthAColumn);
  const pages = Math.max(1, Math.ceil(learners.length / onPage));
  const shown = Math.min(page, pages);
  const moved = ideas.filter(({ byWeek }) => byWeek.some((held) => held > 0)).sort((a, b) => b.held - a.held || b.expected - a.expected);
  return {
    learners: learners.length,
    holding: learners.filter(({ ideas: [first] }) => (first?.probability ?? 0) > 0.5).length,
    page: shown,
    pages,
    columns: columns.map(({ id, name }) => ({ id, label: name, href: `${referencePath(course.id)}/${id}` })),
    unlikely: ideas.filter((idea) => !columns.includes(idea)).map(({ name }) => name),
    rows: learners.slice((shown - 1) * onPage, shown * onPage).map(({ learnerId, answers, ideas: own }) => {
      const href = `/teach/${cohortId}/learners/${learnerId}`;
      return {
        id: learnerId,
        label: names.get(learnerId) ?? '',
        href: `${href}#beliefs`,
        basis: count(answers, 'answer'),
        cells: columns.map(({ id }) => {
          const held = own.find((idea) => idea.id === id);
          return held ? { probability: held.probability, href: `${href}?idea=${id}#answers` } : null;
        }),
      };
    }),
    weeks: beliefs.weeks.map((week) => dayWords(mondayOf(week))),
    chart: moved.slice(0, rowsInChart).map(({ name, held, byWeek }) => ({ label: name, words: [`${held} now`], counts: [...byWeek] })),
    title: changeTitle(moved[0], beliefs),
    basis: `n = ${count(beliefs.answers, 'answer')} of ${count(learners.length, 'learner')}; every answer whose mark is out counts, read by content version ${course.version}; as of ${when}.`,
  };
}

/** What the chart over time shows, in a sentence about what most hold now. */
function changeTitle(
  most: { readonly name: string; readonly held: number; readonly byWeek: readonly number[] } | undefined,
  { weeks }: ClassBeliefs,
): string {
  if (!most) return 'Nobody has held a misconception more likely than not at the end of any week';
  const peak = Math.max(...most.byWeek);
  const monday = dayWords(mondayOf(weeks[most.byWeek.indexOf(peak)] ?? 0));
  if (peak === most.held) return `“${most.name}” is held by ${count(most.held, 'learner')}, as many as ever`;
  return `“${most.name}” is held by ${count(most.held, 'learner')} now, and was by ${peak} in the week of ${monday}`;
}
