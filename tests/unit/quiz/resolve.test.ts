import { describe, expect, test } from 'vitest';
import { coProduction } from '#app/definitions/co-production/theory.ts';
import { problems, resolve, scenarioIds } from '#app/quiz/quiz.ts';
import type { ItemSpec } from '#app/quiz/spec.ts';
import { factsOf, itemOf, scenarioFrom, scenarios, sentence, specOf } from './build.ts';

const base = { id: 'an-item', objective: 'distinguish', about: 'R3' } as const;
const bins = 'recycling-sorting';

function rules(spec: ItemSpec, bank = scenarios): string[] {
  const resolved = resolve(spec, coProduction, bank);
  return 'problems' in resolved ? resolved.problems.map(({ rule }) => rule) : [];
}

describe('an item that cannot be asked', () => {
  test.each<[string, ItemSpec]>([
    ['unknown-scenario', { ...base, kind: 'verdict', scenario: 'no-such' }],
    ['unknown-about', { ...base, about: 'R99', kind: 'verdict', scenario: bins }],
    ['unknown-lens', { ...base, kind: 'verdict', scenario: bins, lens: 'wide' }],
    ['unknown-misconception', { ...base, kind: 'verdict', scenario: bins, distractors: ['no-such'] }],
    ['unknown-criterion', { ...base, kind: 'criteria', scenario: bins, criteria: ['R3', 'B4'] }],
    ['unknown-contribution', { ...base, kind: 'criteria', scenario: bins, contribution: 'g1' }],
    ['unknown-sorting', { ...base, kind: 'classify', scenarios: [bins, 'voting', 'private-gym'], by: 'colour' }],
    ['question-does-not-arise', { ...base, kind: 'classify', scenarios: [bins, 'voting', 'postcodes'], by: 'N1' }],
    ['cues-missing', { ...base, kind: 'match', scenarios: ['fireworks-spectators'] }],
    ['unknown-quantity', { ...base, kind: 'numeric', scenario: bins, quantity: 'net:elsewhere:coproduction' }],
    ['unknown-change', { ...base, kind: 'what-if', scenario: bins, options: ['c1.link=unconnected', 'no-such'] }],
    ['not-one-flip', { ...base, kind: 'what-if', scenario: bins, options: ['c1.link=unconnected', 'c1.form=passive'] }],
  ])('is refused: %s', (rule, spec) => {
    expect(rules(spec)).toEqual([rule]);
  });

  test('is refused with all its problems at once', () => {
    expect(rules({ ...base, about: 'R99', kind: 'verdict', scenario: 'no-such', lens: 'wide' })).toEqual([
      'unknown-scenario',
      'unknown-about',
      'unknown-lens',
    ]);
  });

  test('is refused where the story has no words for the evidence', () => {
    const silent = new Map([[bins, { ...scenarioFrom(bins), story: [[sentence('Nothing is said')]] }]]);
    expect(rules({ ...base, kind: 'evidence', scenario: bins }, silent)).toEqual(['no-evidence']);
  });

  test('is refused where all steps happen at one time', () => {
    const facts = factsOf(bins);
    const atOnce = { ...facts, contributions: facts.contributions.map((one) => ({ ...one, steps: [1, 1] as [number, number] })) };
    expect(rules({ ...base, kind: 'order', scenario: bins }, new Map([[bins, scenarioFrom(bins, atOnce)]]))).toEqual(['no-order']);
  });

  test('is told what would be right', () => {
    const resolved = resolve({ ...base, kind: 'numeric', scenario: bins, quantity: 'net' }, coProduction, scenarios);
    expect('problems' in resolved && resolved.problems[0]?.message).toContain('net:whole council:coproduction');
  });
});

test('scenario ids come in the order of the item', () => {
  expect(scenarioIds(itemOf({ kind: 'match', about: 'M1', scenarios: ['tax-self-assessment', 'neighbourhood-watch'] }))).toEqual([
    'tax-self-assessment',
    'neighbourhood-watch',
  ]);
});

describe('an item to look at again', () => {
  const warned = (...args: Parameters<typeof itemOf>) => problems(itemOf(...args)).map(({ rule }) => rule);

  test('is one on which no misconception goes wrong, and the warning says which case would be one', () => {
    const found = problems(itemOf({ kind: 'verdict', about: 'R3', scenario: 'rates-direct-debit' }));
    expect(found.map(({ severity, rule }) => [severity, rule])).toContainEqual(['warning', 'no-misconception-goes-wrong']);
    expect(found.find(({ rule }) => rule === 'no-misconception-goes-wrong')?.message).toMatch(
      /would separate “.+” \(.+\) in rates-direct-debit if /,
    );
    expect(warned({ kind: 'verdict', about: 'R6', scenario: 'tax-self-assessment' })).not.toContain('no-misconception-goes-wrong');
  });

  test('is not one whose rows no misconception sees otherwise', () => {
    const spec = { kind: 'criteria', about: 'B4', scenario: 'voting', lens: 'broad' } as const;
    expect(warned({ ...spec, criteria: ['B3', 'B4', 'B5'] })).toEqual([]);
    expect(warned(spec)).toEqual(['no-misconception-goes-wrong']);
  });

  test('is a disputed case whose stem does not name the definition', () => {
    const spec = { kind: 'verdict', about: 'R4', scenario: 'planning-workshops' } as const;
    expect(warned({ ...spec, stem: 'Is this co-production?' })).toContain('disputed-lens-unnamed');
    expect(warned({ ...spec, stem: 'Under the narrow definition, is it?' })).not.toContain('disputed-lens-unnamed');
    expect(warned(spec)).not.toContain('disputed-lens-unnamed');
    expect(warned({ ...spec, scenario: bins, stem: 'Is this co-production?' })).not.toContain('disputed-lens-unnamed');
  });

  test('is one on which only the right option has the right verdict', () => {
    const spec = { kind: 'verdict', about: 'R6', scenario: 'food-safety-logs' } as const;
    const three = ['side-by-side', 'must-be-voluntary', 'must-be-unpaid-altruism'];
    expect(warned({ ...spec, distractors: three })).toContain('verdict-tells');
    expect(warned({ ...spec, distractors: three.slice(0, 2) })).not.toContain('verdict-tells');
  });

  test('is a preferred misconception that goes right', () => {
    expect(warned({ kind: 'verdict', about: 'R6', scenario: bins, distractors: ['must-be-voluntary'] })).toContain('distractor-goes-right');
  });

  test('is a table whose rows all fall in one column', () => {
    expect(warned({ kind: 'classify', about: 'R3', scenarios: [bins, 'postcodes', 'rainfall-observers'], by: 'narrow' })).toContain(
      'one-column',
    );
    expect(warned({ kind: 'classify', about: 'R3', scenarios: [bins, 'postcodes', 'voting'], by: 'narrow' })).not.toContain('one-column');
  });

  test('is an order of two steps', () => {
    const facts = factsOf(bins);
    const short = scenarioFrom(bins, { ...facts, contributions: facts.contributions.slice(0, 2) });
    expect(warned({ kind: 'order', about: 'T1', scenario: bins }, new Map([[bins, short]]))).toEqual(['few-steps']);
  });
});

test('a spec resolves to the item that it describes', () => {
  const spec = specOf({ kind: 'explain', about: 'R3', scenario: bins, prompt: 'Why?' });
  const resolved = resolve(spec, coProduction, scenarios);
  expect('item' in resolved && resolved.item).toEqual({ spec, theory: coProduction, scenarios: [scenarios.get(bins)] });
});
