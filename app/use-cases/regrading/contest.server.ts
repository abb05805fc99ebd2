/** A learner disputes an answered question, and sees what those who teach the cohort say to it. */
import { marksAreOut } from '#app/learning/attempt.ts';
import { lineOfText } from '#app/learning/line-of-text.ts';
import { type DisputableCase, type Disputed, disputablesOf } from '#app/quiz/quiz.ts';
import { findAssignment } from '#db/assignments.ts';
import { findAttempt } from '#db/attempt-detail.ts';
import { cohortsJoinedBy } from '#db/cohorts.ts';
import { write } from '#db/database.ts';
import { type Dispute, disputesBy, openDispute } from '#db/disputes.ts';
import { findResponse } from '#db/responses.ts';
import { type FieldProblems, problemOf } from '../fields.ts';
import { type AnsweredQuestion, answered } from '../question.ts';
import type { Scope } from '../scope.ts';
import { longestStatement, mostOpenDisputes } from './lengths.ts';

const statementOf = lineOfText({ empty: 'Say in a sentence what you hold against it.', longest: longestStatement });

export interface ContestView {
  readonly course: { readonly id: string; readonly title: string };
  readonly attemptId: string;
  readonly position: number;
  readonly cohort: { readonly id: string; readonly name: string };
  readonly itemId: string;
  readonly question: AnsweredQuestion;
  readonly cases: readonly DisputableCase[];
  /** The learner's disputes about this answer, the latest first. */
  readonly disputes: readonly Dispute[];
}

/** Returns the cohort in which a learner may dispute answers of a course: that of the assignment, else the one joined last; null without. */
export async function contestCohort(
  { db }: Scope,
  learnerId: string,
  { course, assignmentId }: { readonly course: string; readonly assignmentId: string | null },
): Promise<ContestView['cohort'] | null> {
  const joined = (await cohortsJoinedBy(db, learnerId)).filter((cohort) => cohort.course === course && cohort.archivedAt === null);
  const assigned = assignmentId === null || joined.length < 2 ? null : await findAssignment(db, assignmentId);
  const found = joined.find(({ id }) => id === assigned?.cohortId) ?? joined[0];
  return found ? { id: found.id, name: found.name } : null;
}

/** Returns an answer with what of it can be disputed; null where the learner has none, may not see its feedback yet, or is in no cohort. */
export async function viewContest(scope: Scope, learnerId: string, responseId: string): Promise<ContestView | null> {
  const response = await findResponse(scope.db, learnerId, responseId);
  const attempt = response && (await findAttempt(scope.db, learnerId, response.attemptId));
  const course = attempt && scope.course(attempt.course);
  const item = response && course?.item(response.itemId);
  const place = response && attempt?.items[response.position];
  if (!response || !attempt || !course || !item || !place || !marksAreOut(attempt)) return null;
  const cohort = await contestCohort(scope, learnerId, attempt);
  if (!cohort) return null;
  return {
    course: { id: course.id, title: course.title },
    attemptId: attempt.id,
    position: response.position,
    cohort,
    itemId: item.spec.id,
    question: answered(item, place.seed, response),
    cases: disputablesOf(item),
    disputes: await disputesBy(scope.db, learnerId, { responseId }),
  };
}

/** Returns what a form sends for one thing to dispute: its words, which the learner reads anyway, in the case of this number. */
export function disputedValue(number: number, { type, words }: Disputed): string {
  return `${number}/${type}/${words}`;
}

/**
 * Keeps a dispute; the same form again keeps nothing new. Returns what to mend, null once it is kept, or 'nothing here' where the learner
 * cannot dispute this answer.
 */
export async function contest(
  scope: Scope,
  learnerId: string,
  sent: { readonly responseId: string; readonly what: string; readonly statement: string; readonly formKey: string },
): Promise<FieldProblems | 'nothing here' | null> {
  const { responseId, formKey } = sent;
  const view = await viewContest(scope, learnerId, responseId);
  if (!view) return 'nothing here';
  const disputed = view.cases
    .flatMap(({ criteria, facts }, number) => [...criteria, ...facts].map((each) => ({ each, value: disputedValue(number, each) })))
    .find(({ value }) => value === sent.what)?.each;
  if (!disputed) return problemOf('what', 'Choose what it is about.');
  const statement = statementOf.safeParse(sent.statement);
  if (!statement.success) return problemOf('statement', statement.error.issues[0]?.message ?? 'Please type it again.');
  const dispute = { id: scope.newId(), learnerId, cohortId: view.cohort.id, responseId, itemId: view.itemId, disputed };
  const kept = await write(scope.db, async (tx) => {
    const own = await disputesBy(tx, learnerId, { cohortId: view.cohort.id });
    if (own.filter(({ accepted }) => accepted === null).length >= mostOpenDisputes && own.every((one) => one.formKey !== formKey))
      return 'too many';
    return openDispute(tx, { ...dispute, statement: statement.data, at: scope.now(), formKey });
  });
  if (kept === 'too many')
    return problemOf('', `You have ${mostOpenDisputes} open disputes in this cohort. Wait for what your instructors say to some of them.`);
  return kept ? null : problemOf('', 'You have an open dispute about this answer already. Wait for what your instructors say to it.');
}
