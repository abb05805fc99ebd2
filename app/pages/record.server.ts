/** One learner's record, for the page of those who teach them and for the learner's own look at it. */
import type { AppLoadContext } from '@remix-run/node';
import type { Course } from '#app/course/course.ts';
import { referencePath } from '#app/course/paths.ts';
import { timeIn } from '#app/ui/when.ts';
import { percent } from '#app/ui/words.ts';
import { assignmentsFor, lessonsDone } from '#app/use-cases/assignments/view-assignments.server.ts';
import { viewLearner } from '#app/use-cases/cohorts/view-learner.server.ts';
import type { Cohort } from '#db/cohorts.ts';
import { answerMarkup } from './answer-markup.server.tsx';
import { handedInWords } from './handed-in-words.ts';
import { scopeOf } from './request.server.ts';
import { namesOf } from './teach/names.server.ts';
import { calendarOf, zoneOf } from './zone.server.ts';

interface RecordAsked {
  readonly cohort: Cohort;
  readonly course: Course;
  readonly learnerId: string;
  /** True where the learner looks, who does not see marks that are not out. */
  readonly told: boolean;
}

type Assigned = Awaited<ReturnType<typeof assignmentsFor>>[number];

function stateOf({ assignment, work, overdue }: Assigned & { readonly overdue: boolean }, zone: string, done: number): string {
  if (assignment.kind === 'lessons') return `${done} of ${assignment.lessons.length} done`;
  const handedIn = handedInWords(zone, work);
  if (handedIn !== null) return handedIn;
  if (work.open) return 'At it now';
  return overdue ? 'Not handed in' : 'Not begun';
}

/** Returns what the address asks for of a learner's record, in words. The answers with their explanations go into slots of the page. */
export async function recordFrom(context: AppLoadContext, request: Request, { cohort, course, learnerId, told }: RecordAsked) {
  const scope = scopeOf(context);
  const search = new URL(request.url).searchParams;
  const [before, item, idea] = [search.get('before'), search.get('item'), search.get('idea')];
  const view = await viewLearner(scope, cohort, course, learnerId, { before, item, idea }, calendarOf(request));
  const [zone, names] = [zoneOf(request), namesOf(course)];
  const set = await assignmentsFor(scope, cohort, learnerId, { told });
  const reference = referencePath(course.id);
  context.slots = new Map(view.timeline.flatMap(({ id, question }) => (question ? [[id, answerMarkup(question, reference)]] : [])));
  return {
    ...view,
    course: course.id,
    /** Whose days those are on which answers were right. */
    zone,
    reference,
    version: course.version,
    timeline: view.timeline.map(({ question, ...entry }) => ({ ...entry, known: question !== null, when: timeIn(zone, entry.at) })),
    set: set.map((one) => ({
      id: one.assignment.id,
      title: one.assignment.title,
      due: timeIn(zone, one.work.dueAt),
      state: stateOf({ ...one, overdue: scope.now() > one.work.dueAt }, zone, lessonsDone(course, one.assignment, view.standing)),
      mark: one.work.score === null ? null : percent(one.work.score),
      extended: one.work.extended,
    })),
    /** What the answers shown have in common, where not all are. */
    only: item !== null ? `to ${names.item(item)}` : idea !== null ? `behind which may be “${names.misconception(idea)}”` : null,
    asked: { ...(item === null ? {} : { item }), ...(idea === null ? {} : { idea }) },
    first: before === null,
  };
}
