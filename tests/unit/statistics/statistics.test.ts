import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attemptsToCorrect, pick } from '#app/statistics/attempts.ts';
import { deviation, mean, median, quantile, variance } from '#app/statistics/describe.ts';
import { isWorthALook, itemFlags, testFlags, tooFewWords } from '#app/statistics/flags.ts';
import { itemStatistics } from '#app/statistics/items.ts';
import { marksByLearner } from '#app/statistics/marks.ts';
import { reliability, scoreStatistics, spreadOf } from '#app/statistics/test-scores.ts';

const rowsOf = (file: string) =>
  parse(readFileSync(`tests/fixtures/item-statistics/${file}`, 'utf8'), { columns: true }) as Record<string, string>[];

/** Marks from a table with a row for each learner; null where there is none. */
const table = (rows: readonly (readonly (number | null)[])[]) =>
  marksByLearner(
    rows.flatMap((row, learner) =>
      row.flatMap((mark, item) => (mark === null ? [] : [{ learner: `learner ${learner}`, item: `item ${item}`, mark }])),
    ),
  );

describe('the published figures of a peer', () => {
  const marks = rowsOf('marks.csv').flatMap((row) =>
    Object.entries(row).flatMap(([column, mark]) => {
      const slot = /^slots\.(\d+)\.mark$/.exec(column)?.[1];
      return slot ? [{ learner: row.quizattempt ?? '', item: slot, mark: Number(mark) }] : [];
    }),
  );
  const found = new Map(itemStatistics(marksByLearner(marks)).map((item) => [item.item, item]));

  test.each(rowsOf('expected.csv').map((row) => [row.slot ?? '', row] as const))('are reproduced for question %s', (slot, row) => {
    const item = found.get(slot);
    expect(item?.facility).toBeCloseTo(Number(row.facility), 6);
    expect(Math.sqrt(item?.variance ?? Number.NaN)).toBeCloseTo(Number(row.sd), 6);
    expect(item?.variance).toBeCloseTo(Number(row.markvariance), 6);
    expect(item?.covariance).toBeCloseTo(Number(row.covariance), 6);
    expect(item?.restVariance).toBeCloseTo(Number(row.othermarkvariance), 6);
    expect((item?.discrimination ?? Number.NaN) * 100).toBeCloseTo(Number(row.discriminationindex), 4);
  });

  test('are there for every question', () => {
    expect(rowsOf('expected.csv')).toHaveLength(found.size);
    expect(found.size).toBe(7);
  });
});

describe('describing numbers', () => {
  test('by hand', () => {
    const values = [2, 4, 4, 4, 5, 5, 7, 9];
    expect([mean(values), median(values), quantile(values, 0.25)]).toEqual([5, 4.5, 4]);
    expect(variance(values)).toBeCloseTo(32 / 7, 12);
    expect(deviation(values)).toBeCloseTo(Math.sqrt(32 / 7), 12);
  });

  test('too few give nothing instead of a number that means nothing', () => {
    expect([mean([]), median([]), deviation([3]), variance([])]).toEqual([null, null, null, null]);
    expect(scoreStatistics([0.5])).toEqual({ n: 1, mean: 0.5, median: 0.5, sd: null });
  });

  test('lie in the part that begins with them, the greatest in the last', () => {
    expect(spreadOf([0, 0.19, 0.2, 0.39, 0.6, 0.8, 1])).toEqual([2, 2, 0, 1, 2]);
    expect(spreadOf([0.1 * 6, 0.7 - 0.1 - 1e-7])).toEqual([0, 0, 0, 2, 0]);
    expect(spreadOf([])).toEqual([0, 0, 0, 0, 0]);
  });
});

test('a question is worth a look where something stands out that may be its fault', () => {
  const shown = { n: 10, facility: 0.5, flags: ['Strong learners get this wrong: check the facts.'] };
  expect(isWorthALook(shown)).toBe(true);
  expect(isWorthALook({ ...shown, flags: [] })).toBe(false);
  expect(isWorthALook({ ...shown, n: 4 })).toBe(false);
  expect(isWorthALook({ ...shown, facility: 0.95 })).toBe(false);
});

describe('item analysis', () => {
  test('discriminates fully where an item follows the rest, and not at all where it does not vary', () => {
    const [first, , always] = itemStatistics(
      table([
        [1, 1, 1],
        [0, 0, 1],
        [1, 1, 1],
        [0, 0, 1],
      ]),
    );
    expect(first).toMatchObject({ n: 4, facility: 0.5, discrimination: 1 });
    expect(always).toMatchObject({ facility: 1, discrimination: null });
  });

  test('is negative where strong learners are wrong', () => {
    const [odd] = itemStatistics(
      table([
        [0, 1, 1],
        [1, 0, 0],
        [0, 1, 1],
        [1, 0, 0],
      ]),
    );
    expect(odd?.discrimination).toBe(-1);
  });

  test('takes the mean of what each learner had where they had different items', () => {
    // Rest scores of the first item: (1 + 0)/2 × 3 for the first learner, 1 × 3 for the second, nothing for the third.
    const [item] = itemStatistics(
      table([
        [1, 1, 0, null],
        [0, null, null, 1],
        [1, null, null, null],
      ]),
    );
    expect(item).toMatchObject({ n: 3, facility: 2 / 3 });
    expect(item?.restVariance).toBeCloseTo(variance([1.5, 3]) ?? 0, 12);
  });

  const marks = fc.array(fc.array(fc.constantFrom(0, 0.25, 0.5, 1), { minLength: 4, maxLength: 4 }), { minLength: 3, maxLength: 12 });

  test('does not depend on the order of learners or the scale of marks, and stays between −1 and 1', () => {
    fc.assert(
      fc.property(marks, (rows) => {
        const plain = itemStatistics(table(rows));
        const turned = itemStatistics(table(rows.toReversed()));
        const scaled = itemStatistics(table(rows.map((row) => row.map((mark) => mark * 10))));
        for (const [index, item] of plain.entries()) {
          const { discrimination } = item;
          if (discrimination === null) continue;
          expect(Math.abs(discrimination)).toBeLessThanOrEqual(1);
          expect(turned.find((other) => other.item === item.item)?.discrimination).toBeCloseTo(discrimination, 9);
          expect(scaled[index]?.discrimination).toBeCloseTo(discrimination, 9);
        }
      }),
    );
  });
});

describe('reliability', () => {
  test('is 1 for items that all say the same, with no error of measurement', () => {
    expect(
      reliability(
        table([
          [1, 1, 1],
          [0, 0, 0],
          [1, 1, 1],
          [0, 0, 0],
        ]),
      ),
    ).toMatchObject({ alpha: 1, standardError: 0, n: 4, leftOut: 0 });
  });

  test('by hand: variances of 1/3 each under totals that vary by 2/3 give alpha 0', () => {
    const { alpha, standardError } = reliability(
      table([
        [1, 1],
        [1, 0],
        [0, 1],
        [0, 0],
      ]),
    );
    expect(alpha).toBeCloseTo(0, 12);
    expect(standardError).toBeCloseTo(Math.sqrt(2 / 3) / 2, 12);
  });

  test('counts learners with every item only, and says how many it left out', () => {
    expect(
      reliability(
        table([
          [1, 1],
          [0, 0],
          [1, null],
        ]),
      ),
    ).toMatchObject({ n: 2, leftOut: 1, items: 2, alpha: 1 });
    expect(reliability(table([[1], [0]])).alpha).toBeNull();
    expect(reliability(new Map())).toMatchObject({ n: 0, alpha: null, standardError: null });
  });
});

describe('in plain words', () => {
  test.each([
    [{ n: 4, facility: 1, discrimination: -1 }, [tooFewWords]],
    [{ n: 30, facility: 0.97, discrimination: -0.5 }, ['Nearly everyone is right: it tells little about who knows more.']],
    [{ n: 30, facility: 0.5, discrimination: -0.1 }, ['It hardly tells who knows more from who knows less.']],
    [{ n: 30, facility: 0.5, discrimination: -0.3 }, ['Strong learners get this wrong: check the facts.']],
    [{ n: 300, facility: 0.5, discrimination: 0.1 }, ['It hardly tells who knows more from who knows less.']],
    [{ n: 30, facility: 0.6, discrimination: 0.4 }, []],
  ])('an item %o', (item, words) => {
    expect(itemFlags(item)).toEqual(words);
  });

  test('a test that hangs together needs none', () => {
    expect(testFlags({ n: 30, items: 6, alpha: 0.8 })).toEqual([]);
    expect(testFlags({ n: 30, items: 6, alpha: 0.3 })[0]).toContain('usual for a short test');
    expect(testFlags({ n: 3, items: 6, alpha: 0.3 })).toEqual([tooFewWords]);
  });
});

test('of several attempts the first, best or last with a score counts', () => {
  const attempts = [
    { score: null, id: 'open' },
    { score: 0.5, id: 'a' },
    { score: 0.9, id: 'b' },
    { score: 0.9, id: 'c' },
    { score: 0.7, id: 'd' },
  ];
  expect([pick(attempts, 'first')?.id, pick(attempts, 'best')?.id, pick(attempts, 'last')?.id]).toEqual(['a', 'b', 'd']);
  expect(pick([{ score: null }], 'best')).toBeNull();
  expect([attemptsToCorrect([false, false, true]), attemptsToCorrect([false])]).toEqual([3, null]);
});
