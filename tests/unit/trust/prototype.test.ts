/** Field names that mean something to an object itself change nothing and break nothing. */
import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { decodeFacts } from '#app/lab/link.ts';
import { readAnswer } from '#app/quiz/quiz.ts';
import { problemsOf } from '#app/use-cases/fields.ts';
import { course } from '../use-cases/world.ts';

const names = ['__proto__', 'constructor', 'prototype', 'toString', '__proto__[polluted]', 'constructor.prototype.polluted'];
afterEach(() => {
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  expect(Object.keys(Object.prototype)).toEqual([]);
});

test('in an answer of any kind they are no answer', () => {
  const items = course.lessons.flatMap(({ slug }) => course.bank(slug));
  const kinds = [...new Map(items.map((item) => [item.spec.kind, item])).values()];
  expect(kinds.length).toBeGreaterThan(8);
  for (const item of kinds) {
    const form = new URLSearchParams(names.map((name) => [name, 'polluted']));
    for (const field of ['option', 'lens', 'verdict', 'text', 'value', 'cell']) for (const name of names) form.append(field, name);
    const read = readAnswer(item, 1, form);
    expect('answer' in read && JSON.stringify(read.answer).includes('polluted'), item.spec.kind).toBe(false);
  }
});

test('in what is wrong with a form they stay data', () => {
  const schema = z.record(z.string().max(40), z.number());
  const parsed = schema.safeParse(JSON.parse('{"__proto__": "polluted", "constructor": "polluted"}'));
  if (!parsed.success) problemsOf(parsed.error);
});

test('in a link of the lab they open nothing', () => {
  for (const text of ['{"__proto__":{"polluted":1}}', '__proto__', 'constructor'])
    expect(() => decodeFacts(Buffer.from(text).toString('base64url'))).not.toThrow();
});
