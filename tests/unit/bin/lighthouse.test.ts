import { expect, test } from 'vitest';
import { categories, marksIn } from '../../../bin/audit/lighthouse.ts';

const category = (score: number | null, ...ids: readonly string[]) => ({ score, auditRefs: ids.map((id) => ({ id, weight: 1 })) });
const report = {
  categories: {
    performance: category(0.974, 'slow', 'quick'),
    accessibility: category(1),
    'best-practices': { score: 0.5, auditRefs: [{ id: 'no-weight', weight: 0 }] },
    seo: category(null, 'not-asked', 'unknown'),
  },
  audits: {
    slow: { score: 0.4, title: 'It takes long', displayValue: '500 ms' },
    quick: { score: 0.95, title: 'It is quick' },
    'no-weight': { score: 0, title: 'It does not count' },
    'not-asked': { score: null, title: 'It was left out' },
  },
};

test('marks are of a hundred, none where there is none, and what is held against a page is what moved its mark', () => {
  const { scores, faults } = marksIn(report);
  expect(categories.map((one) => scores[one])).toEqual([97, 100, 50, 0]);
  expect(faults).toEqual({ performance: ['slow: It takes long (500 ms)'], accessibility: [], 'best-practices': [], seo: [] });
});

test('a page that could not be loaded has no marks', () => {
  expect(() => marksIn({ ...report, runtimeError: { message: 'The page did not load' } })).toThrow('The page did not load');
});
