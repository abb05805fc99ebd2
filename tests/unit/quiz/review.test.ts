import { describe, expect, test } from 'vitest';
import { coProduction } from '#app/definitions/co-production/theory.ts';
import { defaultLens, findLens } from '#app/definitions/judge.ts';
import type { CaseReview } from '#app/quiz/item.ts';
import { caseReview, feedback } from '#app/quiz/quiz.ts';
import { itemOf, scenarioFrom } from './build.ts';

const narrow = defaultLens(coProduction);
const broad = findLens(coProduction, 'broad') ?? narrow;
const review = (id: string, lens = narrow, about?: string) => caseReview(coProduction, scenarioFrom(id), lens, about);

const deciding = ({ checklists }: CaseReview) =>
  checklists.map(({ rows }) => rows.filter((row) => row.decides).map((row) => row.criterion));
const marked = ({ story }: CaseReview) =>
  story.flat().flatMap(({ segments }) => segments.filter((segment) => segment.mark).map((segment) => segment.text));

describe('a case review', () => {
  test('lets no row and no words stand out where every criterion is met', () => {
    expect(review('recycling-sorting').verdict).toBe('yes');
    expect(deciding(review('recycling-sorting'))).toEqual([[]]);
    expect(marked(review('recycling-sorting'))).toEqual([]);
    expect(deciding(review('recycling-sorting', broad))).toEqual([[]]);
  });

  test('shows the criterion that it is asked about, where every criterion is met', () => {
    expect(deciding(review('recycling-sorting', narrow, 'R1'))).toEqual([['R1']]);
    expect(marked(review('recycling-sorting', narrow, 'R3'))).toEqual(['Somebody sorts and rinses']);
  });

  test('lets none stand out for a question that is no criterion', () => {
    const told = feedback(itemOf({ kind: 'order', about: 'T1', scenario: 'recycling-sorting' }), { type: 'order', order: [] });
    expect(told.cases.map(deciding)).toEqual([[[]]]);
    expect(told.cases.flatMap(marked)).toEqual([]);
  });

  test('shows the first failure, or else what is met in part, whatever it is asked about', () => {
    expect(deciding(review('private-gym', narrow, 'R7'))).toEqual([['R1']]);
    expect(marked(review('contracted-garbage'))).toEqual(['Waste company took part']);
    expect(deciding(review('comment-portal', broad))).toEqual([['B3']]);
  });

  test('shows what keeps a case out in part, though another contribution counts', () => {
    expect(deciding(review('pb-playground-build'))).toEqual([['R4'], []]);
    expect(marked(review('pb-playground-build'))).toEqual(['Somebody chooses the project']);
  });
});
