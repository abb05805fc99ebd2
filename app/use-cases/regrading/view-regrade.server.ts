/** A regrade of an assignment as those who teach see it: the preview, and what was decided so far. */
import type { Course } from '#app/course/course.ts';
import { attemptScore } from '#app/learning/score.ts';
import type { RegradeBasis } from '#app/quiz/quiz.ts';
import { pick } from '#app/statistics/attempts.ts';
import { accountNames } from '#db/accounts.ts';
import { attemptsAt, type SetAssignment } from '#db/assignments.ts';
import { rosterOf } from '#db/cohort-log.ts';
import { regradedBy, regradesOf, type StoredRegrade, stands } from '#db/regrades.ts';
import type { World } from '../scope.ts';
import { type ItemProposal, propose } from './propose.server.ts';

/** A mark from 0 to 1, null where there is none, before and after. */
export interface MarkChange {
  /** Null for a member who is not in the cohort any more, or has deleted the account. */
  readonly learner: { readonly id: string; readonly name: string } | null;
  readonly before: number | null;
  readonly after: number | null;
}

export interface PastDecision extends Pick<StoredRegrade, 'id' | 'changed' | 'note' | 'applied' | 'decidedAt' | 'undoneAt' | 'underWay'> {
  readonly by: string | null;
  readonly undoneBy: string | null;
  /** Attempts that it bears on, and how many of them have the marks of what was decided last. */
  readonly attempts: number;
  readonly reached: number;
  /** By attempt, as it was decided. */
  readonly changes: readonly MarkChange[];
  /** True for the one that can be undone. */
  readonly latest: boolean;
}

export interface RegradeView {
  readonly items: readonly ItemProposal[];
  /** Answers that would get another mark. */
  readonly marks: number;
  readonly untold: number;
  /** Learners with attempts that would change: the mark that counts for them. */
  readonly changes: readonly MarkChange[];
  /** Attempts under way that would change. */
  readonly open: number;
  readonly decisions: readonly PastDecision[];
}

/** Returns what would change if the marks of an assignment followed `basis`, by name, and what was decided so far, the latest first. */
export async function viewRegrade(world: World, course: Course, assignment: SetAssignment, basis: RegradeBasis): Promise<RegradeView> {
  const { db } = world;
  const { items, attempts, marks, untold } = await propose(db, course, assignment, basis);
  const roster = new Map((await rosterOf(db, assignment.cohortId)).map(({ id, name }) => [id, { id, name }]));
  const after = new Map(attempts.map((attempt) => [attempt.attemptId, attempt.after]));
  const learners = new Set(attempts.map(({ learnerId }) => learnerId));
  const sat = (await attemptsAt(db, assignment.id)).filter(({ learnerId, finishedAt }) => learners.has(learnerId) && finishedAt !== null);
  const changes = [...Map.groupBy(sat, ({ learnerId }) => learnerId)].map(([id, own]): MarkChange => {
    const scored = own.map((attempt) => ({ id: attempt.id, score: attemptScore(attempt) }));
    const changed = scored.map((attempt) => ({ score: after.has(attempt.id) ? (after.get(attempt.id) ?? null) : attempt.score }));
    const score = (all: readonly { readonly score: number | null }[]) => pick(all, assignment.counts)?.score ?? null;
    return { learner: roster.get(id) ?? null, before: score(scored), after: score(changed) };
  });
  const finished = new Set(sat.map(({ id }) => id));
  return {
    items,
    marks: marks.length,
    untold,
    changes: changes.toSorted(byName),
    open: attempts.filter(({ attemptId }) => !finished.has(attemptId)).length,
    decisions: await pastDecisions(world, assignment, roster),
  };
}

const byName = (one: MarkChange, other: MarkChange) => (one.learner?.name ?? '\uffff').localeCompare(other.learner?.name ?? '\uffff', 'en');

async function pastDecisions(
  { db }: World,
  assignment: SetAssignment,
  roster: ReadonlyMap<string, { readonly id: string; readonly name: string }>,
): Promise<PastDecision[]> {
  const decisions = await regradesOf(db, assignment.id);
  const people = decisions.flatMap(({ decidedBy, undoneBy }) => [decidedBy, undoneBy].flatMap((id) => id ?? []));
  const names = await accountNames(db, people);
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
  const rows = await regradedBy(
    db,
    decisions.map(({ id }) => id),
  );
  const regraded = Map.groupBy(rows, ({ regradeId }) => regradeId);
  const latest = decisions.find(stands)?.id;
  return decisions.map(({ id, changed, note, applied, decidedAt, decidedBy, undoneAt, undoneBy, underWay }) => {
    const own = regraded.get(id) ?? [];
    return {
      ...{ id, changed, note, applied, decidedAt, undoneAt, underWay },
      by: nameOf(decidedBy),
      undoneBy: nameOf(undoneBy),
      attempts: own.length,
      reached: own.filter((one) => (undoneAt === null ? one.appliedAt : one.undoneAt) !== null).length,
      changes: own.map(({ learnerId, before, after }) => ({ learner: roster.get(learnerId) ?? null, before, after })).toSorted(byName),
      latest: id === latest,
    };
  });
}
