/** Every text that comes from outside has a greatest length, and every name is one that can be read. */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { printedName } from '#app/learning/certificate.ts';
import { lineOfText } from '#app/learning/line-of-text.ts';
import { readPeople } from '#app/sheets/people.ts';
import { personName } from '#app/use-cases/accounts/profile.ts';

/** Where forms and addresses are read. What authors and operators write (courses, settings) is theirs. */
const readers = globSync('app/{pages,use-cases,lab,access,sheets,learning}/**/*.{ts,tsx}');
/** A string of zod whose next word is no limit of its length; trimming may stand between. */
const bare = /\bz\s*\.string\((?:[^()]|\([^()]*\))*\)(?!(?:\s*\.trim\(\))?(?:\s*\.min\([^)]*\))?\s*\.(?:max|length|regex)\()/g;

test('the search for texts without a limit finds them', () => {
  const found = (source: string) => source.match(bare)?.length ?? 0;
  expect(['z.string()', 'z\n  .string()\n  .trim()', 'z.array(z.string())', "z.string('Write it.').optional()"].map(found)).toEqual([
    1, 1, 1, 1,
  ]);
  expect(['z.string().max(3)', 'z.string().trim().max(3)', 'z\n  .string()\n  .regex(/^a$/)'].map(found)).toEqual([0, 0, 0]);
});

test('no text is read without a limit', () => {
  expect(readers.length).toBeGreaterThan(200);
  const found = readers.flatMap((file) => (readFileSync(file, 'utf8').match(bare) ?? []).map((text) => `${file}: ${text}`));
  expect(found).toEqual([]);
});

const title = lineOfText({ empty: 'Give it a title.', longest: 80 });
const names = { 'a person': personName, 'a certificate': printedName, 'a title': title };

/** NUL, bell, escape, line ends, the marks and overrides of direction, isolates, a blank of no width, a private sign. */
const hidden = [...'\0\x07\x1b\n\r\x7f\x85\u2028\u2029\u200e\u200f\u061c\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u2069\u200b\ue000'];

test.each(Object.entries(names))('the name of %s holds no character that hides or turns others, and says so', (_, schema) => {
  for (const sign of hidden) {
    const read = schema.safeParse(`Ann${sign}Example`);
    expect(read.success, JSON.stringify(sign)).toBe(false);
    expect(read.error?.issues[0]?.message).toContain('characters that cannot be shown');
  }
  for (const name of ['Ann Example', 'Žofie Nováková', 'علی‌رضا', 'क्‍ष', '李小龙', "O'Brien-Ó Néill"])
    expect(schema.safeParse(name).success, name).toBe(true);
});

test.each(Object.entries(names))('the name of %s has a greatest length, and a book is not even looked at', (_, schema) => {
  expect(schema.safeParse('a'.repeat(80)).success).toBe(true);
  expect(schema.safeParse('a'.repeat(81)).error?.issues[0]?.message).toContain('longer than 80 characters');
  expect(schema.safeParse(' '.repeat(1_000_000)).error?.issues).toHaveLength(1);
});

test('a list of people has the same names or none', () => {
  for (const sign of hidden.filter((one) => !'\n\r\u2028\u2029'.includes(one))) {
    const { lines } = readPeople(`ann@example.org;Ann${sign}Example\n`, { known: new Set() });
    expect(lines[0]?.problem, JSON.stringify(sign)).toMatch(/cannot be seen/);
  }
});
