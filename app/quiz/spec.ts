/** What an author writes, kind by kind. `docs/authoring.md` explains each field; no field is a key. */
import { z } from 'zod';

const id = z.string().regex(/^[\w][\w.:=-]*$/, 'an id has letters, digits and - _ . : = only, and no spaces');
const words = z.string().trim().min(1, 'is empty').max(600, 'is longer than 600 characters');

const base = {
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an item id is lower-case words joined by hyphens, like l1-recycling-verdict'),
  objective: id,
  about: id,
  stem: words.optional(),
};
const lens = id.optional();
const scenario = id;

function scenarioList(least: number, most: number) {
  return z
    .array(id)
    .min(least, `names fewer than ${least} scenarios`)
    .max(most, `names more than ${most} scenarios`)
    .refine((ids) => new Set(ids).size === ids.length, 'names a scenario twice');
}

export const verdictSpec = z.strictObject({
  ...base,
  kind: z.literal('verdict'),
  scenario,
  lens,
  distractors: z.array(id).max(3, 'has more than 3 misconceptions: a verdict item has 4 options').optional(),
});
export const criteriaSpec = z.strictObject({
  ...base,
  kind: z.literal('criteria'),
  scenario,
  lens,
  criteria: z.array(id).min(2, 'needs at least 2 criteria').optional(),
  contribution: id.optional(),
});
export const evidenceSpec = z.strictObject({ ...base, kind: z.literal('evidence'), scenario });
export const classifySpec = z.strictObject({ ...base, kind: z.literal('classify'), scenarios: scenarioList(3, 12), by: id });
export const gridSpec = z.strictObject({ ...base, kind: z.literal('grid'), scenarios: scenarioList(4, 8) });
export const orderSpec = z.strictObject({ ...base, kind: z.literal('order'), scenario });
export const matchSpec = z.strictObject({ ...base, kind: z.literal('match'), scenarios: scenarioList(1, 4) });
export const numericSpec = z.strictObject({ ...base, kind: z.literal('numeric'), scenario, quantity: words });
export const whatIfSpec = z.strictObject({
  ...base,
  kind: z.literal('what-if'),
  scenario,
  lens,
  options: z.array(words).min(2, 'needs at least 2 changes').max(6, 'has more than 6 changes').optional(),
});
export const lensSpec = z.strictObject({
  ...base,
  kind: z.literal('lens'),
  scenario,
  speaker: words,
  quote: words,
  claims: z.enum(['yes', 'partly', 'no']),
});
export const explainSpec = z
  .strictObject({
    ...base,
    kind: z.literal('explain'),
    scenario,
    lens,
    lenses: z.tuple([id, id]).optional(),
    prompt: words,
  })
  .refine(({ lens: one, lenses }) => one === undefined || lenses === undefined, {
    path: ['lens'],
    error: 'give `lens` or `lenses`, not both',
  });

export const itemSpec = z.discriminatedUnion('kind', [
  verdictSpec,
  criteriaSpec,
  evidenceSpec,
  classifySpec,
  gridSpec,
  orderSpec,
  matchSpec,
  numericSpec,
  whatIfSpec,
  lensSpec,
  explainSpec,
]);

export type VerdictSpec = z.infer<typeof verdictSpec>;
export type CriteriaSpec = z.infer<typeof criteriaSpec>;
export type EvidenceSpec = z.infer<typeof evidenceSpec>;
export type ClassifySpec = z.infer<typeof classifySpec>;
export type GridSpec = z.infer<typeof gridSpec>;
export type OrderSpec = z.infer<typeof orderSpec>;
export type MatchSpec = z.infer<typeof matchSpec>;
export type NumericSpec = z.infer<typeof numericSpec>;
export type WhatIfSpec = z.infer<typeof whatIfSpec>;
export type LensSpec = z.infer<typeof lensSpec>;
export type ExplainSpec = z.infer<typeof explainSpec>;
export type ItemSpec = z.infer<typeof itemSpec>;
