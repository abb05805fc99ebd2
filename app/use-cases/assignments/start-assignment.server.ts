/** A learner begins a graded quiz, or goes on with it. */
import { deadlineFor, startProblem } from '#app/learning/assignment.ts';
import { seedFor, shuffle } from '#app/quiz/shuffle.ts';
import { attemptsAt, extensionsOf, type SetAssignment } from '#db/assignments.ts';
import { startAttempt } from '#db/attempts.ts';
import { write } from '#db/database.ts';
import type { Problem, World } from '../scope.ts';

const words = {
  'not-open': 'This quiz has not opened yet.',
  'no-attempt-left': 'You have used all attempts at this quiz.',
} as const;

/** Returns the attempt to go to: the one that is open, or a new one; else why there is none. */
export async function startAssignment(
  world: World,
  learnerId: string,
  assignment: SetAssignment,
  course: string,
  formKey: string,
): Promise<{ readonly attemptId: string } | Problem> {
  return write(world.db, async (tx) => {
    const [now, lesson] = [world.now(), assignment.lessons[0]];
    const before = await attemptsAt(tx, assignment.id, learnerId);
    const open = before.find(({ finishedAt }) => finishedAt === null);
    if (open) return { attemptId: open.id };
    const refused = startProblem(assignment, before.length, now);
    if (refused) return { problem: words[refused] };
    if (assignment.kind !== 'quiz' || lesson === undefined) return { problem: 'There is no quiz to begin here.' };
    const extension = (await extensionsOf(tx, assignment.id)).find((one) => one.learnerId === learnerId) ?? null;
    const seed = seedFor(assignment.seed, learnerId) >>> 1;
    const items = assignment.shuffled ? shuffle(assignment.items, seed) : assignment.items;
    const attempt = {
      id: world.newId(),
      learnerId,
      course,
      lesson,
      mode: 'graded' as const,
      seed,
      contentVersion: assignment.contentVersion,
      formKey,
      startedAt: now,
      assignment: { id: assignment.id, deadline: deadlineFor(assignment, extension, now), held: assignment.held },
    };
    const started = await startAttempt(
      tx,
      attempt,
      items.map((itemId, index) => ({ itemId, seed: (seed + index) % 2_147_483_647 })),
    );
    return started ? { attemptId: started.id } : { problem: 'This form was used before. Load the page again.' };
  });
}
