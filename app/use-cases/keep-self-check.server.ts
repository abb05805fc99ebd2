/** A learner holds an explanation of their own against its points. */
import { feedback } from '#app/quiz/quiz.ts';
import { findResponse } from '#db/responses.ts';
import { recordSelfCheck } from '#db/self-checks.ts';
import type { Scope } from './scope.ts';

/** Keeps the ticked points; points that the item does not have are dropped. Returns false where the learner has no such answer. */
export async function keepSelfCheck(
  scope: Scope,
  learnerId: string,
  { responseId, ticks, formKey }: { responseId: string; ticks: readonly string[]; formKey: string },
): Promise<boolean> {
  const response = await findResponse(scope.db, learnerId, responseId);
  const item = response && scope.course(response.course)?.item(response.itemId);
  if (!response || !item) return false;
  const points = new Set(feedback(item, response.answer).points.map((point) => point.id));
  const check = { id: scope.newId(), responseId, ticks: ticks.filter((tick) => points.has(tick)), formKey, at: scope.now() };
  return (await recordSelfCheck(scope.db, learnerId, check)) !== null;
}
