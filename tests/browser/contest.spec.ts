/** A learner disputes an answer, an instructor answers, and marks follow where that is decided. */
import { joinCohort } from '#db/cohorts.ts';
import { expect, test } from './fixture.ts';

test('a dispute goes to the instructor and its answer comes back', async ({ page, seed, as }) => {
  const [tess, ann] = [await seed.person('instructor', 'Tess Teacher'), await seed.person('learner', 'Ann Example')];
  const { id, code } = await seed.cohort(tess);
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

test('an accepted dispute leads to the marks of the quiz: looked at, applied, told, and undone', async ({ page, seed, as }) => {
  const [tess, ann] = [await seed.person('instructor', 'Tess Teacher'), await seed.person('learner', 'Ann Example')];
  const { id } = await seed.cohort(tess);
  await joinCohort(seed.db, id, ann, Date.now());
  const quiz = await seed.assignment(id, { held: false });
  await seed.take(quiz, ann, ['wrong', 'right', 'right']);
  await seed.handIn(quiz, ann);

  await as(ann);
  await page.goto(`/cohorts/${id}/assignments/${quiz}`);
  await page.getByRole('link', { name: 'See the result' }).click();
  await page.locator('.result-question summary').first().click();
  await page.getByRole('link', { name: 'Dispute this answer' }).first().click();
  await page.locator('input[name="what"]').first().check();
  await page.getByLabel('Why, in a sentence').fill('The story leaves it open.');
  await page.getByRole('button', { name: 'Send it' }).click();
  await expect(page.getByText('waits for an answer')).toBeVisible();

  await as(tess);
  await page.goto(`/teach/${id}/disputes`);
  await page.getByLabel('Your answer to Ann Example').fill('It does. Well read.');
  await page.getByRole('button', { name: 'Accept' }).click();
  await page.getByRole('link', { name: 'The marks of “Quiz before class two”' }).click();
  await expect(page.getByText('The story leaves it open.')).toBeVisible();
  await page.getByLabel('For nobody').check();
  await page.getByRole('button', { name: 'See what would change' }).click();
  await expect(page.getByText('The question counts for nobody.')).toBeVisible();
  await expect(page.getByRole('row', { name: /Ann Example/ })).toContainText('100%');
  await page.getByRole('button', { name: 'Apply to 1 mark' }).click();
  await expect(page.getByRole('heading', { name: 'Applied to 1 attempt' })).toBeVisible();
  await page.goto(`/teach/${id}/disputes`);
  await expect(page.getByText('applied', { exact: true })).toBeVisible();

  await as(ann);
  await page.goto(`/cohorts/${id}`);
  await expect(page.getByText('It does. Well read.')).toBeVisible();
  await expect(page.getByText(/Your mark for “Quiz before class two”: 100%, before \d+%/)).toBeVisible();
  await page.getByRole('link', { name: 'See every answer' }).click();
  await expect(page.getByText('Counts for nobody', { exact: true })).toBeVisible();
  await page.goto(`${new URL(page.url()).pathname.replace('/result', '')}?at=0`);
  await expect(page.getByText('After a dispute, this question counts for nobody.')).toBeVisible();

  await as(tess);
  await page.goto(`/teach/${id}/assignments/${quiz}/regrade`);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('heading', { name: 'Applied, then undone' })).toBeVisible();

  await as(ann);
  await page.goto(`/cohorts/${id}/assignments/${quiz}`);
  await expect(page.getByText(/the change from \d+% to 100% was undone/)).toBeVisible();
});
