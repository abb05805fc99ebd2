/** A learner begins the next review. */
import type { Course, CourseItem } from '#app/course/course.ts';
import type { Calendar } from '#app/learning/calendar.ts';
import type { ReviewCard } from '#app/learning/review/card.ts';
import { chooseReviewItem } from '#app/learning/review/choose.ts';
import { startAttempt } from '#db/attempts.ts';
import { type Database, write } from '#db/database.ts';
import { itemsMet, itemsUnderTest, openReviews } from '#db/reviews.ts';
import { type HeldNow, heldNow } from '../held-questions.ts';
import type { World } from '../scope.ts';
import { planToday } from './plan-today.server.ts';
import { bears, lessonFor, stockFor } from './stock.ts';

/**
 * Starts a review of the idea most likely forgotten, with a story that the learner has not met where there is one, or goes on with one
 * that was begun. Returns the id of its attempt; null where nothing is left for today. The same form key again gives the same review.
 */
export async function startReview(
  world: World,
  learnerId: string,
  course: Course,
  { formKey, calendar }: { readonly formKey: string; readonly calendar: Calendar },
): Promise<string | null> {
  return write(world.db, async (tx) => {
    const { today } = await planToday(tx, learnerId, course, { now: world.now(), calendar });
    const due = new Set(today.map(({ card }) => card));
    const held = await heldNow(tx, learnerId, course);
    const begun = (await openReviews(tx, learnerId, course.id)).find(
      ({ card, itemId }) => card !== null && due.has(card) && course.item(itemId) && !held.items.has(itemId),
    );
    if (begun) return begun.id;
    const seed = world.newSeed();
    const next = await chooseNext(tx, learnerId, course, { today, seed, held });
    const lesson = next && lessonFor(course, next.item);
    if (!next || !lesson) return null;
    const attempt = {
      id: world.newId(),
      learnerId,
      course: course.id,
      lesson,
      mode: 'review' as const,
      card: next.card,
      seed,
      contentVersion: course.version,
      formKey,
      startedAt: world.now(),
    };
    return (await startAttempt(tx, attempt, [{ itemId: next.item.spec.id, seed }]))?.id ?? null;
  });
}

async function chooseNext(
  tx: Database,
  learnerId: string,
  course: Course,
  { today, seed, held }: { readonly today: readonly ReviewCard[]; readonly seed: number; readonly held: HeldNow },
): Promise<{ readonly card: ReviewCard['card']; readonly item: CourseItem } | null> {
  const underTest = new Set(await itemsUnderTest(tx, learnerId, course.id));
  const seenAt = new Map<string, number>();
  for (const { itemId, at } of await itemsMet(tx, learnerId, course.id))
    for (const { id } of course.item(itemId)?.scenarios ?? []) seenAt.set(id, Math.max(at ?? 0, seenAt.get(id) ?? 0));
  for (const { card } of today) {
    const stock = stockFor(course, card).filter((one) => !underTest.has(one.id) && held.mayAsk(one));
    const fits = ({ id }: (typeof stock)[number]) => {
      const item = course.item(id);
      return item !== undefined && bears(card, item);
    };
    const item = course.item(chooseReviewItem(stock, { seenAt, seed, fits })?.id ?? '');
    if (item) return { card, item };
  }
  return null;
}
