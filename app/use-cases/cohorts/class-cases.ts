/** Cases that a class may be asked about together, each with one question. */
import type { Course, CourseItem } from '#app/course/course.ts';
import { candidatesOf } from '#app/learning/diagnosis/bank.ts';
import { type CaseAsked, partAlone } from '#app/learning/diagnosis/class.ts';
import type { Evidence } from '#app/learning/diagnosis/evidence.ts';
import type { PlainStory } from '#app/quiz/item.ts';
import { forLearner, sheetOf } from '#app/quiz/quiz.ts';

interface OfLessons {
  readonly cases: readonly CaseAsked[];
  readonly evidence: readonly Evidence[];
}
const known = new WeakMap<Course, OfLessons>();

/** What the lessons' quizzes ask, read once for a course. */
function ofLessons(course: Course): OfLessons {
  const found = known.get(course);
  if (found) return found;
  const questions = course.lessons.filter(({ role }) => role === 'lesson').flatMap(({ slug }) => candidatesOf(course.bank(slug)));
  const cases = questions.flatMap(({ item, evidence, scenarios }): CaseAsked[] => {
    const { kind, id: itemId } = item.spec;
    if (kind !== 'verdict' && kind !== 'classify') return [];
    return scenarios.flatMap((scenario, part) => {
      const alone = partAlone(evidence, part);
      return alone ? [{ itemId, scenario, evidence: alone }] : [];
    });
  });
  const made = { cases, evidence: questions.map(({ evidence }) => evidence) };
  known.set(course, made);
  return made;
}

/**
 * Returns every case of the lessons' quizzes with a question that a class can answer by a show of hands: a choice about one case, or one row
 * of a table. Those of the capstone are left out.
 */
export const casesFor = (course: Course): readonly CaseAsked[] => ofLessons(course).cases;

/** Returns every question of the lessons' quizzes that tells something about what is believed. */
export const quizEvidence = (course: Course): readonly Evidence[] => ofLessons(course).evidence;

/** A case as a class may see it before it answers: neither fact nor key. */
export interface CaseShown {
  readonly story: PlainStory;
  readonly question: string;
  /** In an order that tells nothing, the same for everybody who looks. */
  readonly answers: readonly string[];
}

/** Options stand in one order on every copy of a sheet. */
const seed = 1;

/** A question as it is put about one of its cases: authors' words for a table speak of all its rows. */
function askedAlone(item: CourseItem, scenario: string): { readonly stem: string; readonly story: PlainStory | undefined } {
  const { stem: _, ...plain } = item.spec;
  const scenarios = item.scenarios.filter(({ id }) => id === scenario);
  const { stem, stories } = forLearner(
    item.scenarios.length === 1 ? item : { ...item, spec: plain as CourseItem['spec'], scenarios },
    seed,
  );
  return { stem, story: stories[0] };
}

/** Returns a case as it may be shown; null where there is no such question. */
export function caseShown(course: Course, { itemId, scenario }: Pick<CaseAsked, 'itemId' | 'scenario'>): CaseShown | null {
  const item = course.item(itemId);
  if (!item) return null;
  const { body } = forLearner(item, seed);
  const { stem, story } = askedAlone(item, scenario);
  const answers = body.type === 'choice' ? body.options.map(({ text }) => text) : body.type === 'table' ? body.columns.map(labelled) : [];
  return story && answers.length > 0 ? { story, question: stem, answers } : null;
}

const labelled = ({ label, hint }: { readonly label: string; readonly hint: string | null }) => (hint ? `${label}: ${hint}` : label);

/** Returns the words of an answer by its name within the item. Secret until answered. */
export function answerWords(course: Course, itemId: string, name: string): string {
  const item = course.item(itemId);
  const sheet = item && sheetOf(item);
  if (sheet?.type === 'choice') return sheet.options.find(({ id }) => id === name)?.text ?? name;
  return sheet?.type === 'table' ? (sheet.columns.find(({ id }) => id === name)?.label ?? name) : name;
}
