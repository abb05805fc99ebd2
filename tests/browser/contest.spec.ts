/** A learner disputes an answer, an instructor answers, and the learner reads it where it was disputed and on the class page. */
import { expect, test } from './fixture.ts';

test('a dispute goes to the instructor and its answer comes back', async ({ page, baseURL, seed }) => {
  const [tess, ann] = [await seed.person('instructor', 'Tess Teacher'), await seed.person('learner', 'Ann Example')];
  const { id, code } = await seed.cohort(tess);
  const as = async (who: string) => {
    await page.context().clearCookies();
    const [name = '', value = ''] = (await seed.cookie(who)).split(/=(.*)/s);
    await page.context().addCookies([{ name, value, url: baseURL ?? '' }]);
  };
  await as(ann);
  await page.goto(`/join/${code}`);
  await page.getByRole('button', { name: 'Join' }).click();
  await page.goto(`/answers/${await seed.answerOf(ann)}/contest`);
  const contested = page.url();
  await page.locator('input[name="what"]').first().check();
  await page.getByLabel('Why, in a sentence').fill('Nobody asked them to do it.');
  await page.getByRole('button', { name: 'Send it' }).click();
  await expect(page.getByText('waits for an answer')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Send it' })).toHaveCount(0);

  await as(tess);
  await page.goto(`/teach/${id}`);
  await page.getByRole('link', { name: 'Disputes (1 open)' }).click();
  await expect(page.getByText('Nobody asked them to do it.')).toBeVisible();
  await page.getByLabel('Your answer to Ann Example').fill('The story says that the city asked.');
  await page.getByRole('button', { name: 'Decline' }).click();
  await expect(page.getByText('Declined')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Disputes', exact: true })).toBeVisible();

  await as(ann);
  for (const address of [contested, `/cohorts/${id}`]) {
    await page.goto(address);
    await expect(page.getByText('The story says that the city asked.')).toBeVisible();
  }
});
