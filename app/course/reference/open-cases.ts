/** Cases that may be shown with their verdict to anybody: no item of the course asks about them. */
import { defaultLens, judge } from '#app/definitions/judge.ts';
import { quoteOf } from '#app/quiz/evidence.ts';
import { scenarioIds } from '#app/quiz/quiz.ts';
import type { Scenario } from '#app/quiz/scenario.ts';
import type { Course } from '../course.ts';
import { plainText } from '../story.ts';

/** A case as a reference page tells it. */
export interface ReferenceCase {
  readonly id: string;
  readonly title: string;
  /** The whole story, paragraphs separated by a blank line. */
  readonly story: string;
  /** What follows for the matter of the page. */
  readonly outcome: string;
  readonly because: string;
  /** The words of the story that settle it, null where it has none. */
  readonly quote: string | null;
}

/** Cases that show one side of the matter. */
export interface CaseGroup {
  readonly title: string;
  readonly cases: readonly ReferenceCase[];
}

const known = new WeakMap<Course, readonly Scenario[]>();

/** The scenarios that no item of the course asks about, in their order. */
export function openCases(course: Course): readonly Scenario[] {
  const made = known.get(course);
  if (made) return made;
  const asked = new Set(course.lessons.flatMap(({ itemIds }) => itemIds.flatMap((id) => scenarioIdsOf(course, id))));
  const open = course.scenarios.filter(({ id }) => !asked.has(id));
  known.set(course, open);
  return open;
}

function scenarioIdsOf(course: Course, itemId: string): readonly string[] {
  const item = course.item(itemId);
  return item ? scenarioIds(item) : [];
}

/** A case with what it shows; the quote comes from the facts that this rests on. */
export function caseWith(
  { id, title, story }: Scenario,
  { outcome, because, facts }: { readonly outcome: string; readonly because: string; readonly facts: readonly string[] },
): ReferenceCase {
  return { id, title, story: plainText(story), outcome, because, quote: quoteOf(story, facts) };
}

/** How few rows of the usual checklist stand against a case: those that turn on one thing show it best. */
export function against(course: Course, scenario: Scenario): number {
  const { subjects } = judge(course.theory, scenario.facts, defaultLens(course.theory));
  return subjects.reduce((sum, { findings }) => sum + findings.filter(({ outcome }) => outcome !== 'pass').length, 0);
}
