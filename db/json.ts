/** Shapes of the JSON columns. */
import { z } from 'zod';
import type { Shown } from '#app/learning/certificate.ts';
import type { RecentAnswer } from '#app/learning/recent.ts';
import type { Derived } from '#app/quiz/derived.ts';
import type { Disputed } from '#app/quiz/disputable.ts';
import type { Answer } from '#app/quiz/item.ts';
import type { RegradeBasis } from '#app/quiz/ruling.ts';

export const answerColumn: z.ZodType<Answer> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('choice'), option: z.string() }),
  z.object({ type: z.literal('checklist'), met: z.array(z.string()) }),
  z.object({ type: z.literal('sentence'), sentence: z.number() }),
  z.object({ type: z.literal('table'), cells: z.record(z.string(), z.string()) }),
  z.object({ type: z.literal('order'), order: z.array(z.string()) }),
  z.object({ type: z.literal('number'), value: z.number() }),
  z.object({ type: z.literal('text'), text: z.string() }),
  z.object({ type: z.literal('texts'), texts: z.record(z.string(), z.string()) }),
]);

export const shownColumn: z.ZodType<Shown> = z.object({
  title: z.string(),
  lessons: z.array(z.object({ title: z.string(), score: z.number().nullable() })),
  capstone: z.object({ title: z.string(), score: z.number().nullable() }).nullable(),
});

export const recentColumn: z.ZodType<readonly RecentAnswer[]> = z.array(
  z.object({ id: z.string(), itemId: z.string(), score: z.number(), at: z.number() }),
);

/** By name, each from 0 to 1. */
export const probabilitiesColumn: z.ZodType<Readonly<Record<string, number>>> = z.record(z.string(), z.number());

export const idsColumn: z.ZodType<readonly string[]> = z.array(z.string());

/** What followed for each item of a course at one version, by item id. */
export const snapshotColumn: z.ZodType<Readonly<Record<string, Derived>>> = z.record(
  z.string(),
  z.object({
    answer: z.string().nullable(),
    key: z.string().nullable(),
    says: z.array(z.string()),
    claims: z.record(z.string(), z.string()),
  }),
);

/** What a regrade rests on. */
export const basisColumn: z.ZodType<RegradeBasis> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('definitions'), version: z.string() }),
  z.object({
    type: z.literal('ruling'),
    dispute: z.string(),
    item: z.string(),
    ruling: z.discriminatedUnion('type', [
      z.object({ type: z.literal('reading'), scenario: z.string(), change: z.string() }),
      z.object({ type: z.literal('void') }),
    ]),
  }),
]);

/** A question whose marks changed, in words for those whom it concerns. */
export interface ChangedKey {
  readonly item: string;
  readonly stem: string;
  /** What changed and why, in a sentence or two. */
  readonly says: string;
}
export const changedKeysColumn: z.ZodType<readonly ChangedKey[]> = z.array(
  z.object({ item: z.string(), stem: z.string(), says: z.string() }),
);

export const disputedColumn: z.ZodType<Disputed> = z.object({
  type: z.enum(['criterion', 'fact']),
  scenario: z.string(),
  facts: z.array(z.string()),
  words: z.string(),
});
