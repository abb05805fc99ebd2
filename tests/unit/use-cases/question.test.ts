import { expect, test } from 'vitest';
import { keyOf } from '#app/quiz/quiz.ts';
import { answered } from '#app/use-cases/question.ts';
import { course } from './world.ts';

const maps = course.lessons
  .flatMap(({ itemIds }) => itemIds.flatMap((id) => course.item(id) ?? []))
  .filter(({ spec }) => spec.kind === 'grid');

test('a case on the map keeps in the feedback the number that it was asked by, whatever the shuffle', () => {
  const orders = new Set<string>();
  for (const item of maps) {
    const answer = keyOf(item);
    if (answer === null) throw new Error(`${item.spec.id} has no key.`);
    for (const seed of [1, 2, 3, 4]) {
      const { item: shown, feedback } = answered(item, seed, { id: 'r1', answer });
      const asked = shown.body.type === 'grid' ? shown.body.rows.map(({ text }) => text) : [];
      expect(
        feedback.placed?.cases.map(({ title }) => title),
        item.spec.id,
      ).toEqual(asked);
      orders.add(asked.join());
    }
  }
  expect(orders.size).toBeGreaterThan(maps.length);
});

test('whoever gives the same answer to the same map gets the same feedback, made once', () => {
  const [item] = maps;
  const answer = item && keyOf(item);
  if (!item || !answer) throw new Error('There is no map with a key.');
  const [one, other] = ['r1', 'r2'].map((id) => answered(item, 1, { id, answer }).feedback);
  expect(other).toBe(one);
});
