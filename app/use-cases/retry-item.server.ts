/** After a miss, a learner asks for another case on the same criterion: of a lesson, or of the stock where the lessons have no new story left. */
import type { Course } from '#app/course/course.ts';
import { type BankEntry, chooseRetry } from '#app/learning/choose.ts';
import { expectedGain } from '#app/learning/diagnosis/gain.ts';
import { whyAsk } from '#app/learning/diagnosis/why.ts';
import { scenarioIds } from '#app/quiz/quiz.ts';
import { findAttempt } from '#db/attempt-detail.ts';
import { addRetryItem } from '#db/attempts.ts';
import { itemProgressOf } from '#db/progress.ts';
import { beliefsOf, onKnownTopic } from './beliefs.server.ts';
import { heldNow } from './held-questions.ts';
import type { Scope } from './scope.ts';
import { bankOf } from './start-quiz.server.ts';

/**
 * Adds a question with a different story on the same criterion; asked again, a double click, gives the one that was added. Returns its
 * position, or null where there is none to give.
 */
export async function retryItem(scope: Scope, learnerId: string, attemptId: string, position: number): Promise<number | null> {
  const attempt = await findAttempt(scope.db, learnerId, attemptId);
  const course = attempt && scope.course(attempt.course);
  const place = attempt?.items[position];
  if (!attempt || !course || !place) return null;
  const before = attempt.items.find((entry) => entry.retryOf === position);
  if (before) return before.position;

  // The lesson's own items first; then those of lessons before and after, which may have the criterion too.
  // Nobody meets a case of the capstone before its test.
  const banks = course.lessons
    .filter(({ role, slug }) => role === 'lesson' || slug === attempt.lesson)
    .toSorted((a, b) => Number(b.slug === attempt.lesson) - Number(a.slug === attempt.lesson))
    .map((lesson) => bankOf(course, lesson.slug));
  const about = course.item(place.itemId)?.spec.about ?? '';
  const stock = course.stock(about);
  const missed = [...banks.flat(), ...stock].find((entry) => entry.id === place.itemId);
  if (!missed) return null;
  const inAttempt = new Set(attempt.items.map((entry) => entry.itemId));
  const seenItems = new Set([...inAttempt, ...(await itemProgressOf(scope.db, learnerId, course.id)).map((entry) => entry.itemId)]);
  const seenScenarios = toldIn(course, seenItems);
  const known = new Set(stock.filter(({ scenarios }) => scenarios.some((id) => seenScenarios.has(id))).map(({ template }) => template));
  const isNew = (entry: BankEntry) => !seenItems.has(entry.id) && !entry.scenarios.some((scenario) => seenScenarios.has(scenario));
  const pools: readonly (readonly BankEntry[])[] = [
    ...banks.map((bank) => bank.filter(isNew)),
    stock.filter((entry) => isNew(entry) && !known.has(entry.template)),
    stock.filter(isNew),
    // Every story has been told; then one that was not told in this quiz, if there is one.
    ...banks,
    stock,
  ];
  const beliefs = await beliefsOf(scope.db, learnerId, course);
  const topical = ({ id }: BankEntry) => onKnownTopic(course, beliefs, id);
  const gain = (entry: BankEntry) => {
    const known = topical(entry);
    return known ? expectedGain(known.belief, known.evidence) : 0;
  };
  const { mayAsk } = await heldNow(scope.db, learnerId, course);
  const seed = scope.newSeed();
  const seenHere = toldIn(course, inAttempt);
  let retry: BankEntry | null = null;
  for (const pool of pools) {
    const notAsked = pool.filter((entry) => !inAttempt.has(entry.id) && mayAsk(entry));
    retry ??= chooseRetry(notAsked, missed, { seenScenarios: seenHere, seenItems, seed, gain });
  }
  if (!retry) return null;
  const told = topical(retry);
  const why = told && whyAsk(told.belief, told.evidence);
  const added = await addRetryItem(scope.db, learnerId, attemptId, position, { itemId: retry.id, seed, why });
  return added?.position ?? null;
}

/** Ids of the scenarios whose stories these items tell. */
function toldIn(course: Course, itemIds: ReadonlySet<string>): ReadonlySet<string> {
  return new Set(
    [...itemIds].flatMap((id) => {
      const item = course.item(id);
      return item ? scenarioIds(item) : [];
    }),
  );
}
