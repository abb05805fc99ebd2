import { expect, test } from 'vitest';
import { cardFor } from '#app/learning/review/card.ts';
import { bears, stockFor } from '#app/use-cases/review/stock.ts';
import { course, itemOf } from '../world.ts';

test.each(course.theory.misconceptions.map(({ id }) => id))(
  'three cases of templates or more show %s when the lessons have none left',
  (id) => {
    const card = cardFor({ kind: 'misconception', id });
    const made = stockFor(course, card).filter((one) => one.template !== null);
    const bearing = made.filter((one) => bears(card, itemOf(one.id)));
    expect(new Set(bearing.flatMap(({ scenarios }) => scenarios)).size).toBeGreaterThanOrEqual(3);
  },
);
