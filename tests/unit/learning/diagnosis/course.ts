/** The course as the diagnosis sees it, for tests. */
import path from 'node:path';
import { loadCourse } from '#app/course/load.ts';
import type { Candidate } from '#app/learning/diagnosis/choose-next.ts';
import { type Evidence, evidenceOf } from '#app/learning/diagnosis/evidence.ts';
import { type State, topicsOf } from '#app/learning/diagnosis/states.ts';
import type { Answer } from '#app/quiz/item.ts';
import { answerUnder, keyOf, scenarioIds } from '#app/quiz/quiz.ts';

export const course = loadCourse(path.resolve(import.meta.dirname, '../../../../content/co-production'));
export const items = course.lessons.flatMap(({ slug, checkIds }) => [
  ...course.bank(slug),
  ...checkIds.flatMap((id) => course.item(id) ?? []),
]);

export interface Ready extends Candidate {
  readonly item: (typeof items)[number];
  readonly evidence: Evidence;
}

export const bank: readonly Ready[] = items.flatMap((item) => {
  const evidence = evidenceOf(item);
  return evidence ? [{ id: item.spec.id, about: item.spec.about, scenarios: scenarioIds(item), item, evidence }] : [];
});

export function topic(id: string) {
  const found = topicsOf(course.theory).find((one) => one.id === id);
  if (found === undefined) throw new Error(`no topic ${id}`);
  return found;
}

export const onTopic = (id: string) => bank.filter(({ evidence }) => evidence.topic.id === id);

/** What a state answers without slips; null for a guesser and where it cannot be told. */
export function answerOf({ id, holds }: State, { item }: Ready): Answer | null {
  if (id === 'correct') return keyOf(item);
  const [only, ...more] = holds;
  return only === undefined || more.length > 0 ? null : (answerUnder(item, only) ?? null);
}
