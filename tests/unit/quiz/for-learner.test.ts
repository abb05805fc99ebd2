import { expect, test } from 'vitest';
import { coProduction } from '#app/definitions/co-production/theory.ts';
import { judge } from '#app/definitions/judge.ts';
import { describe, forLearner } from '#app/quiz/quiz.ts';
import { everyItem, itemOf, oneOfEach } from './build.ts';

/** Every text and key anywhere in a value. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...textsIn(inner)]);
}

const everything = [...oneOfEach, ...everyItem()];

test('no id of a scenario, criterion, misconception, change, option or answer reaches the learner', () => {
  for (const item of everything) {
    const shown = textsIn(forLearner(item, 5));
    const secret = item.scenarios.flatMap((scenario) => [
      scenario.id,
      ...coProduction.misconceptions.map(({ id }) => id),
      ...coProduction.misconceptions.map(({ id }) => `misconception:${id}`),
      ...coProduction.lenses.flatMap((lens) => [lens.id, `lens:${lens.id}`, ...lens.criteria.map(({ id }) => id)]),
      ...coProduction.changes(scenario.facts).map(({ id }) => id),
      ...scenario.story.flat(2).flatMap((sentence) => sentence.segments.flatMap((segment) => segment.facts)),
      'key',
      'flips',
      'right',
      'outcome',
      'facts',
      'mark',
    ]);
    // The kind is public and shares its name with nothing else that is shown.
    const leaked = shown.filter((text) => secret.includes(text) && text !== item.spec.kind);
    expect(leaked, item.spec.kind).toEqual([]);
  }
});

test('no reason of the derivation is shown outside the options', () => {
  for (const item of everything.filter(({ spec }) => spec.kind !== 'verdict' && spec.kind !== 'what-if')) {
    const shown = JSON.stringify(forLearner(item, 5));
    for (const { facts } of item.scenarios) {
      for (const { because } of judge(coProduction, facts).subjects.flatMap((subject) => subject.findings)) {
        expect(shown).not.toContain(JSON.stringify(because).slice(1, -1));
      }
    }
  }
});

test('the shape of what is shown holds nothing beside the contract', () => {
  for (const item of everything) {
    const shown = forLearner(item, 5);
    expect(Object.keys(shown).toSorted()).toEqual(['body', 'hint', 'kind', 'stem', 'stories']);
    for (const story of shown.stories) expect(Object.keys(story).toSorted()).toEqual(['paragraphs', 'title']);
    const parts = shown.body.type === 'choice' ? shown.body.options : shown.body.type === 'order' ? shown.body.steps : [];
    for (const part of parts) expect(Object.keys(part).toSorted()).toEqual(['id', 'text']);
  }
});

test('ids of options, rows and columns say only where they stand', () => {
  for (const item of everything) {
    const { body } = forLearner(item, 9);
    if (body.type === 'choice') expect(body.options.map(({ id }) => id).join('')).toBe('abcdef'.slice(0, body.options.length));
    if (body.type === 'table') {
      expect(body.rows.map(({ id }) => id)).toEqual(body.rows.map((_, place) => String(place + 1)));
      expect(body.columns.map(({ id }) => id).join('')).toBe('abcdefghijkl'.slice(0, body.columns.length));
    }
    if (body.type === 'grid') {
      expect(body.rows.map(({ id }) => id)).toEqual(body.rows.map((_, place) => String(place + 1)));
      expect(body.lines.flatMap(({ cells }) => cells.map(({ id }) => id)).join('')).toBe('abcdefghijkl');
    }
    if (body.type === 'checklist') expect(body.rows.map(({ id }) => id)).toEqual(body.rows.map((_, place) => String(place + 1)));
  }
});

test.each(
  oneOfEach.filter(({ spec }) => ['verdict', 'classify', 'grid', 'order', 'match', 'numeric', 'what-if', 'lens'].includes(spec.kind)),
)('the order differs by seed and is the same for the same seed: $spec.kind', (item) => {
  const orders = new Set([1, 2, 3, 4, 5, 6, 7, 8].map((seed) => JSON.stringify(forLearner(item, seed).body)));
  expect(orders.size).toBeGreaterThan(1);
  expect(forLearner(item, 3)).toEqual(forLearner(item, 3));
});

test('the right option stands in every place in turn', () => {
  const item = itemOf({ kind: 'verdict', about: 'R6', scenario: 'tax-self-assessment' });
  const places = new Set<number>();
  const key = describe(item, { type: 'choice', option: 'key' });
  for (let seed = 0; seed < 40; seed++) {
    const { body } = forLearner(item, seed);
    if (body.type === 'choice') places.add(body.options.findIndex(({ text }) => text === key));
  }
  expect([...places].toSorted()).toEqual([0, 1, 2, 3]);
});

test('steps to be put in order never stand in the right order already', () => {
  const item = itemOf({ kind: 'order', about: 'T1', scenario: 'tax-self-assessment' });
  for (let seed = 0; seed < 60; seed++) {
    const { body } = forLearner(item, seed);
    const texts = body.type === 'order' ? body.steps.map(({ text }) => text) : [];
    expect(texts).toHaveLength(3);
    expect(texts).not.toEqual([
      'Tax office: builds the online form and help line',
      'Taxpayer: works out and enters the figures',
      'Tax office: processes and audits',
    ]);
  }
});

test('figures are given without the sign with which they enter the sum', () => {
  for (const item of everything.filter(({ spec }) => spec.kind === 'numeric')) {
    const { body } = forLearner(item, 1);
    if (body.type === 'number') for (const { amount } of body.given) expect(amount).toMatch(/^[\d,.]+$/);
  }
});

test('an author’s stem takes the place of the usual question', () => {
  const item = itemOf({ kind: 'order', about: 'T1', scenario: 'tax-self-assessment', stem: 'Who acts first?' });
  expect(forLearner(item, 1).stem).toBe('Who acts first?');
});
