import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { formKey, shownAt } from '#app/use-cases/form-key.ts';

test('a form key tells to the millisecond when its form was shown', () => {
  // The example of RFC 9562, appendix A.6: Tuesday, 22 February 2022, 14:22:22 in New York.
  expect(shownAt('017F22E2-79B0-7CC3-98C4-DC0C0C07398F')).toBe(1_645_557_742_000);
  for (const msecs of [0, 1, Date.UTC(2026, 0, 5, 9), 2 ** 48 - 1]) expect(shownAt(v7({ msecs }))).toBe(msecs);
});

test('the server’s own ids are form keys', () => {
  expect(formKey.safeParse(v7()).success).toBe(true);
});

test.each(['', 'key', '9b2f1f0e-3c5d-4e6f-8a7b-1c2d3e4f5a6b', '017f22e2-79b0-7cc3-98c4-dc0c0c07398', `checks ann ${v7()}`])(
  '"%s" is none, and the learner is told what to do',
  (key) => {
    expect(formKey.safeParse(key).error?.issues.map(({ message }) => message)).toEqual([
      'This form is out of date. Open the page again and send it once more.',
    ]);
  },
);
