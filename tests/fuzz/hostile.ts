/** Requests that nobody with good intent sends. */
import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';

const sources = globSync('app/{pages,use-cases}/**/*.{ts,tsx}').map((file) => readFileSync(file, 'utf8'));
const wordsIn = (pattern: RegExp) => [...new Set(sources.flatMap((text) => [...text.matchAll(pattern)].map(([, word = '']) => word)))];

/** The names of fields, and the intents, that the site's own code reads; and some that it had better not. */
const fields = [
  ...wordsIn(/(?:\bget(?:All)?|\bfield)\('([\w-]+)'\)/g),
  ...[
    'learnerId',
    'learner_id',
    'role',
    'owner',
    'id',
    'score',
    'right',
    'at',
    '__proto__',
    'constructor',
    'prototype',
    '__proto__[polluted]',
    'key[]',
  ],
];
export const intents = wordsIn(/case '([\w-]+)':/g);

/** No page may ever hold one of these as it stands here. */
export const markup = [
  '<script>zq()</script>',
  '<img src=x onerror=zq()>',
  '"><svg onload=zq()>',
  "'-zq()-'<b onclick=zq()>",
  '</textarea><script>zq()</script>',
];

const texts = [
  ...markup,
  '{{7*7}}',
  'javascript:zq()',
  "=cmd|' /C calc'!A0",
  "'; drop table learners; --",
  '../../../etc/passwd',
  '//evil.example/x',
  'https://evil.example',
  '/\\evil.example',
  '\0',
  '\u202eevil',
  '\ud800',
  '%00%ff%E0%A4%A',
  '\r\nSet-Cookie: a=b',
  '{"__proto__":{"polluted":1}}',
  '[]',
  'null',
  'NaN',
  '-1',
  '1e309',
  '9007199254740993',
  '99999999999999999999',
  '2026-02-30T25:61',
  '+275760-09-13T00:00',
  '0000-00-00T00:00',
  'yes',
  'admin',
  'instructor',
  '',
  'a'.repeat(5000),
  'a@'.repeat(200),
  `${'a.'.repeat(120)}@example.org`,
  'co-production',
  'Mal Lory',
  'correct horse battery staple of mine',
];

/** A word that stands for an id of theirs or of one's own, put in when the request is sent. */
export const named = [
  'cohort',
  'assignment',
  'attempt',
  'response',
  'certificate',
  'email',
  'person',
  'learner',
  'owner',
  'along',
  'other',
  'admin',
];

const value = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...texts) },
  { weight: 2, arbitrary: fc.constantFrom(...named).map((name) => ({ theirs: name })) },
  { weight: 2, arbitrary: fc.constantFrom(...named).map((name) => ({ own: name })) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.integer({ min: -2, max: 12 }).map(String) },
);
export type Value = string | { readonly theirs: string } | { readonly own: string };

export interface HostileRequest {
  readonly route: number;
  readonly whose: readonly boolean[];
  readonly wild: string | null;
  readonly intent: string | null;
  readonly fields: readonly (readonly [string, Value])[];
  readonly key: 'fresh' | 'same' | 'none' | 'wrong';
  readonly as: 'form' | 'multipart' | 'json' | 'bytes';
}

/** Returns one of `routes` routes with what is sent to it. */
export const hostileRequest = (routes: number): fc.Arbitrary<HostileRequest> =>
  fc.record({
    route: fc.nat(routes - 1),
    whose: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
    wild: fc.option(
      fc.constantFrom('constructor', '__proto__', '%00', '..%2f..', '%F0%9F%92%A9', 'a'.repeat(300), '%3Cscript%3Ezq()%3C%2Fscript%3E'),
      { freq: 8 },
    ),
    intent: fc.option(fc.constantFrom(...intents, 'constructor', '__proto__'), { freq: 4 }),
    fields: fc.array(
      fc.tuple(
        fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...fields) }, { weight: 1, arbitrary: fc.string({ maxLength: 20 }) }),
        value,
      ),
      {
        maxLength: 12,
      },
    ),
    key: fc.constantFrom('fresh', 'fresh', 'fresh', 'same', 'none', 'wrong'),
    as: fc.constantFrom('form', 'form', 'form', 'form', 'multipart', 'json', 'bytes'),
  });
