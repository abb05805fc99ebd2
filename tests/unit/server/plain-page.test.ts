import { expect, test } from 'vitest';
import { tooManyForms } from '#app/server/form-brake.ts';
import { plainPage } from '#app/server/plain-page.ts';
import { putOffPage, troublePage } from '#app/server/trouble-page.ts';
import { faultsIn } from '../../valid-html.ts';

test.each([
  ['a failure', () => plainPage(500, 'Something went wrong here', 'Nothing you saved is lost.').text()],
  ['a page that is put off', async () => putOffPage().body.toString()],
  ['a full disk', () => troublePage('full').text()],
  ['a broken disk', () => troublePage('broken').text()],
  ['too many forms', () => tooManyForms(3).text()],
])('the page for %s is valid HTML', async (_, page) => {
  expect(await faultsIn(await page())).toEqual([]);
});

test('the check finds what is wrong', async () => {
  const page = (await troublePage('busy').text()).replace('<p>', '<p><div>').replace('lang="en"', '');
  expect(await faultsIn(page)).not.toEqual([]);
});
