/** What an instructor is asked before an assignment, or more time for one learner, is due in the past. */
import { expect, refusals, test } from './fixture.ts';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled, provoked: refusals, timezoneId: 'Europe/Berlin' });

    test('a due time in the past is asked about, and set once it is said to be meant', async ({ page, context, seed, as, baseURL }) => {
      const tess = await seed.person('instructor', 'Tess Teacher');
      const { id } = await seed.cohort(tess);
      await as(tess);
      await context.addCookies([{ name: 'zone', value: 'Europe%2FBerlin', url: baseURL ?? '' }]);
      await page.goto(`/teach/${id}/assignments`);
      await page.getByLabel('Title').fill('Work of last year');
      await page.getByLabel(/^Lesson 1/).check();
      await page.getByLabel('Opens').fill('2020-01-07T09:00');
      await page.getByLabel('Due').fill('2020-01-06T09:00');
      await page.getByRole('button', { name: 'Set it' }).click();
      await expect(page.getByLabel('Due', { exact: true })).toHaveAccessibleDescription(/It has to be due after it opens/);

      await page.getByLabel('Due', { exact: true }).fill('2020-01-08T09:00');
      await page.getByRole('button', { name: 'Set it' }).click();
      const due = page.getByLabel('Due', { exact: true });
      await expect(due).toHaveAccessibleDescription(/This time is past.+now \(Europe\/Berlin\)/);
      await expect(due).toHaveValue('2020-01-08T09:00');
      await expect(page.getByLabel('Title')).toHaveValue('Work of last year');
      await expect(page.getByLabel(/^Lesson 1/)).toBeChecked();
      await page.getByLabel('It is due in the past, and that is meant').check();
      await page.getByRole('button', { name: 'Set it' }).click();
      await expect(page.getByText('Opens 7 Jan 2020, 09:00, due 8 Jan 2020, 09:00 (Europe/Berlin)')).toBeVisible();
    });
  });
}
