import { z } from 'zod';
import { checkFacts } from './check-facts.ts';
import { fillContribution, fillFacts, fillParty } from './defaults.ts';
import { activities, compulsions, forms, gifts, kinds, links, motiveTypes, pays, roles, scales, tools, voices } from './vocabulary.ts';

export type { Facts } from './vocabulary.ts';

const text = z.string('a text is missing here: write a few words').trim().min(1, 'the text is empty: write a few words');

const id = z
  .string('an id is missing: give a short name such as "c1"')
  .regex(/^[a-z][\w-]*$/i, 'an id is a letter followed by letters, digits, hyphens or underscores, such as "c1"');

const amounts = z.record(z.string().min(1), z.number('an amount is a number, such as 20'));

const option = z.strictObject({
  cash: z.number('cash is a number in the unit of the decision'),
  otherCosts: amounts.optional(),
  benefits: amounts,
});

const party = z
  .strictObject({
    id,
    label: text,
    kind: z.enum(kinds).default('individual'),
    role: z.enum(roles).optional(),
    pay: z.enum(pays).optional(),
    scale: z.enum(scales).optional(),
  })
  .transform(fillParty);

const contribution = z
  .strictObject({
    id,
    by: id,
    what: text,
    activity: z.enum(activities).default('delivering'),
    object: z.enum(['service', 'case']).nullable().optional(),
    form: z.enum(forms).default('active'),
    gives: z.array(z.enum(gifts)).default(['time', 'effort']),
    voice: z.enum(voices).nullable().default(null),
    compulsion: z.enum(compulsions).default('none'),
    link: z.enum(links).default('conjoint'),
    feedsOutput: z.boolean().default(true),
    steps: z.tuple([z.int(), z.int()]).default([1, 1]),
  })
  .transform(fillContribution);

/** Parses authored facts, filling the usual values that docs/authoring.md names; every problem carries the path of its field. */
export const factsSchema = z
  .strictObject({
    service: z.strictObject({ purpose: text, output: text, publicService: z.boolean().default(true) }),
    parties: z.array(party).min(1, 'no parties: name at least one, with id and label'),
    contributions: z.array(contribution).min(1, 'no contributions: say what somebody puts in'),
    focus: z.array(id).optional(),
    value: z.array(
      z.strictObject({
        consumption: z.enum(['individual', 'joint']),
        to: text,
        sign: z.enum(['positive', 'negative']).default('positive'),
        what: text,
      }),
      'value is missing: list who gains or loses what, or write [] where nobody does',
    ),
    alternatives: z
      .array(z.strictObject({ tool: z.enum(tools), achieves: z.enum(['as-well', 'worse', 'no']), note: z.string().default('') }))
      .default([]),
    motives: z
      .array(
        z.strictObject({
          by: id,
          type: z.enum(motiveTypes),
          weight: z.union([z.literal(1), z.literal(2), z.literal(3)], 'a weight is 1, 2 or 3').default(2),
          cue: text,
        }),
      )
      .default([]),
    decision: z
      .strictObject({
        unit: text,
        areas: z
          .array(z.strictObject({ name: text, coproduction: option, alternative: option.extend({ tool: z.enum(tools) }) }))
          .min(1, 'no areas: a decision compares the figures of at least one'),
      })
      .nullable()
      .default(null),
  })
  .transform(fillFacts)
  .superRefine((facts, context) => {
    for (const { path, message } of checkFacts(facts)) context.addIssue({ code: 'custom', path: [...path], message });
  });
