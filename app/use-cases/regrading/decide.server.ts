/** An instructor applies or declines a regrade of an assignment, or takes one back. */
import { z } from 'zod';
import type { Course } from '#app/course/course.ts';
import { lineOfText } from '#app/learning/line-of-text.ts';
import type { RegradeBasis } from '#app/quiz/quiz.ts';
import type { SetAssignment } from '#db/assignments.ts';
import { recordAudit } from '#db/audit.ts';
import { write } from '#db/database.ts';
import { keepRegrade, regradesOf, type StoredRegrade, undoRegrade } from '#db/regrades.ts';
import type { Problem, World } from '../scope.ts';
import { atOnce, carryOut } from './carry-out.server.ts';
import { longestNote } from './lengths.ts';
import { propose } from './propose.server.ts';

const noteOf = z.literal('').or(lineOfText({ empty: '', longest: longestNote }));

export interface Decision {
  readonly actorId: string;
  readonly course: Course;
  readonly assignment: SetAssignment;
  readonly basis: RegradeBasis;
  /** Of the course, as the preview had it. */
  readonly version: string;
  readonly apply: boolean;
  /** For learners, beside what changed. */
  readonly note: string;
  readonly formKey: string;
}

/**
 * Decides on a regrade as it stands now. The decision, what it will change and the note in the audit log are one write; then the marks follow,
 * learner by learner: those of a class at once, of a large one by the server's clock. Applied again, or by the same form, it changes nothing.
 * Returns what to mend, or null.
 */
export async function decideRegrade(
  world: World,
  { actorId, course, assignment, basis, version, apply, note, formKey }: Decision,
): Promise<Problem | null> {
  const words = noteOf.safeParse(note);
  if (!words.success)
    return { problem: `The note to learners: ${words.error.issues[0]?.message ?? 'Please type it again.'} Nothing was changed.` };
  if (version !== course.version)
    return { problem: 'The course has changed since this preview was shown. Look at the new one, then decide.' };
  const before = await regradesOf(world.db, assignment.id);
  // Reading every answer takes a while, and nobody should wait for it: only decisions change marks, so it is enough that there was none since.
  const { items, attempts, marks } = await propose(world.db, course, assignment, basis);
  if (apply && marks.length === 0) return null;
  const refused = await write(world.db, async (tx) => {
    const decisions = await regradesOf(tx, assignment.id);
    if (decisions.some((one) => one.formKey === formKey)) return null;
    if (decisions.some(({ underWay }) => underWay) || standingOf(decisions) !== standingOf(before)) return { problem: stillUnderWay };
    const at = world.now();
    const changed = items.map(({ item, stem, says }) => ({ item, stem, says }));
    const regrade = {
      id: world.newId(),
      assignmentId: assignment.id,
      basis,
      changed,
      note: words.data,
      applied: apply,
      decidedBy: actorId,
    };
    await keepRegrade(tx, { ...regrade, decidedAt: at, formKey, attempts, marks });
    const detail = `${assignment.title}, attempts: ${attempts.length}`;
    const action = apply ? 'regrade-applied' : 'regrade-declined';
    await recordAudit(tx, { id: world.newId(), at, actorId, action, subjectId: null, detail });
    return null;
  });
  if (!refused) await carryOut(world, atOnce);
  return refused;
}

const standingOf = (decisions: readonly StoredRegrade[]) => JSON.stringify(decisions.map(({ id, undoneAt }) => [id, undoneAt]));
const stillUnderWay = 'An earlier decision about these marks is still being carried out. Try again in a minute.';

/** Takes the latest regrade of an assignment back. Again, it changes nothing. Returns what to say where it cannot, or null. */
export async function takeRegradeBack(
  world: World,
  { actorId, assignment, regradeId }: { readonly actorId: string; readonly assignment: SetAssignment; readonly regradeId: string },
): Promise<Problem | null> {
  const refused = await write(world.db, async (tx) => {
    const decisions = await regradesOf(tx, assignment.id);
    if (decisions.some(({ id, undoneAt }) => id === regradeId && undoneAt !== null)) return null;
    if (decisions.some(({ underWay }) => underWay)) return { problem: stillUnderWay };
    const at = world.now();
    if (!(await undoRegrade(tx, assignment.id, regradeId, { by: actorId, at })))
      return { problem: 'Only the latest regrade that stands can be undone; undo later ones first.' };
    await recordAudit(tx, { id: world.newId(), at, actorId, action: 'regrade-undone', subjectId: null, detail: assignment.title });
    return null;
  });
  if (!refused) await carryOut(world, atOnce);
  return refused;
}
