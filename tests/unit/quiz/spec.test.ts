import { expect, test } from 'vitest';
import { itemKinds } from '#app/quiz/item.ts';
import { itemSpec } from '#app/quiz/spec.ts';
import { oneOfEach } from './build.ts';

test('there is a spec for each kind', () => {
  expect([...new Set(oneOfEach.map((item) => item.spec.kind))]).toEqual([...itemKinds]);
});

const verdict = { id: 'l1-bins', kind: 'verdict', scenario: 'bins', objective: 'distinguish', about: 'R3' };

test('takes the item of the authoring guide', () => {
  expect(itemSpec.parse(verdict)).toEqual(verdict);
});

test.each([
  ['a key that an author typed', { ...verdict, key: 'yes' }, 'key'],
  ['a field of another kind', { ...verdict, quantity: 'net' }, 'quantity'],
  ['an unknown kind', { ...verdict, kind: 'essay' }, 'kind'],
  ['an id with capitals', { ...verdict, id: 'L1 Bins' }, 'id'],
  ['an empty stem', { ...verdict, stem: '  ' }, 'stem'],
  ['more distractors than there are places', { ...verdict, distractors: ['a', 'b', 'c', 'd'] }, 'distractors'],
  ['two cases to sort', { ...verdict, scenario: undefined, kind: 'classify', scenarios: ['a', 'b'], by: 'narrow' }, 'scenarios'],
  ['a case named twice', { ...verdict, scenario: undefined, kind: 'match', scenarios: ['a', 'a'] }, 'scenarios'],
  ['a claim that is no verdict', { ...verdict, kind: 'lens', speaker: 'x', quote: 'y', claims: 'maybe' }, 'claims'],
])('refuses %s and names the field', (_, spec, field) => {
  const result = itemSpec.safeParse(spec);
  const named = result.error?.issues.flatMap((issue) => [...issue.path, ...('keys' in issue ? issue.keys : [])]);
  expect(named).toContain(field);
});
