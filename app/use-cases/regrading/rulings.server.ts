/** What may follow from an accepted dispute, for each assignment of the cohort that asks its question. */
import type { Course } from '#app/course/course.ts';
import { type OfferedReading, type RegradeBasis, type Ruling, readingsOffered } from '#app/quiz/quiz.ts';
import { assignmentsOf, type SetAssignment } from '#db/assignments.ts';
import { type Dispute, findDispute } from '#db/disputes.ts';
import { regradesOf, standingIn, stands } from '#db/regrades.ts';
import type { World } from '../scope.ts';

export interface FollowUp {
  readonly assignmentId: string;
  readonly title: string;
  /** What was last decided after this dispute; null for nothing yet. */
  readonly decided: 'applied' | 'declined' | 'undone' | null;
}

/** Returns the graded quizzes of a cohort that ask a question, with what was decided on each after any of these disputes, by dispute. */
export async function followUps(
  { db }: World,
  cohortId: string,
  itemId: string,
  disputeIds: readonly string[],
): Promise<ReadonlyMap<string, readonly FollowUp[]>> {
  const asking = (await assignmentsOf(db, cohortId)).filter(({ items }) => items.includes(itemId));
  const quizzes = await Promise.all(asking.map(async (assignment) => ({ assignment, decisions: await regradesOf(db, assignment.id) })));
  const after = (disputeId: string) =>
    quizzes.map(({ assignment: { id, title }, decisions }): FollowUp => {
      const last = decisions.find(({ basis }) => basis.type === 'ruling' && basis.dispute === disputeId);
      return { assignmentId: id, title, decided: last ? (stands(last) ? 'applied' : last.applied ? 'undone' : 'declined') : null };
    });
  return new Map(disputeIds.map((id) => [id, after(id)]));
}

/** A ruling that the marks of an assignment follow. */
export interface RulingInForce {
  /** Of the assignment. */
  readonly title: string;
  readonly ruling: Ruling;
  /** What it changed, in the words that learners were told. */
  readonly says: string;
}

/** Returns the rulings that stand in a cohort by item, of each assignment the latest, in the order in which they were decided. */
export async function rulingsInForce({ db }: World, cohortId: string): Promise<ReadonlyMap<string, readonly RulingInForce[]>> {
  const latest = new Map<string, RulingInForce & { readonly item: string }>();
  for (const { assignmentId, title, basis, changed } of await standingIn(db, cohortId)) {
    if (basis.type !== 'ruling') continue;
    const says = changed.find(({ item }) => item === basis.item)?.says ?? '';
    latest.set(`${assignmentId} ${basis.item}`, { item: basis.item, title, ruling: basis.ruling, says });
  }
  return Map.groupBy(latest.values(), ({ item }) => item);
}

export interface RulingChoice {
  readonly dispute: Dispute;
  /** Readings of what is disputed that give another key. */
  readonly readings: readonly OfferedReading[];
}

/** Returns what may be ruled on a question of an assignment after a dispute; null where none of the cohort was accepted under the id. */
export async function rulingChoice(
  { db }: World,
  course: Course,
  assignment: SetAssignment,
  disputeId: string,
): Promise<RulingChoice | null> {
  const dispute = await findDispute(db, assignment.cohortId, disputeId);
  if (!dispute?.accepted || !assignment.items.includes(dispute.itemId)) return null;
  const item = course.item(dispute.itemId);
  return { dispute, readings: item ? readingsOffered(item, dispute.disputed) : [] };
}

/** The value of a form that lets a question count for nobody; any other names one of the readings. */
export const forNobody = 'nobody';

/** Returns the ruling chosen in a form as what a regrade rests on; null where it is none of those offered. */
export function chosenBasis({ dispute, readings }: RulingChoice, chosen: string): RegradeBasis | null {
  const reading = readings.find(({ ruling }) => ruling.change === chosen);
  const ruling = chosen === forNobody ? ({ type: 'void' } as const) : reading?.ruling;
  return ruling ? { type: 'ruling', dispute: dispute.id, item: dispute.itemId, ruling } : null;
}
