/** A form of a graded quiz is kept while it is being filled in. */
import { isOverdue } from '#app/learning/attempt.ts';
import { saveDraft } from '#db/assignments.ts';
import { placesOf } from '#db/attempt-detail.ts';
import { write } from '#db/database.ts';
import type { World } from '../scope.ts';

const longestDraft = 20_000;

/** Keeps a draft of an open question of this learner. Returns false where there is no such question, or it can no longer be answered. */
export async function keepDraft(
  world: World,
  learnerId: string,
  { attemptId, position, form }: { readonly attemptId: string; readonly position: number; readonly form: URLSearchParams },
): Promise<boolean> {
  const text = form.toString();
  if (text.length > longestDraft) return false;
  return write(world.db, async (tx) => {
    const place = (await placesOf(tx, learnerId, attemptId))[position];
    const open = place && place.answeredBy === null && place.finishedAt === null && !isOverdue(place.deadline, world.now());
    if (!open) return false;
    await saveDraft(tx, { attemptId, position, form: text, at: world.now() });
    return true;
  });
}
