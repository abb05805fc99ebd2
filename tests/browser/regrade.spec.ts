/** A course changes after a quiz was marked: the instructor sees what would follow, applies it, and takes it back; the learner is told each time. */
import { expect, test } from './fixture.ts';

test('a regrade is looked at, applied and undone, and the learner reads of it with the mark before and after', async ({
  page,
  seed,
  as,
}) => {
  const [tess, ann] = [await seed.person('instructor', 'Tess Teacher'), await seed.person('learner', 'Ann Example')];
  const { cohortId, assignment, regrade } = await seed.outdatedQuiz(tess, [ann]);

  await as(ann);
  await page.goto(`/cohorts/${cohortId}/assignments/${assignment.id}`);
  await expect(page.getByText(': 67%')).toBeVisible();

  await as(tess);
  await page.goto(`/teach/${cohortId}/assignments/${assignment.id}`);
  await expect(page.getByText('1 question of this quiz has another key')).toBeVisible();
  await page.getByRole('link', { name: 'See what would change' }).click();
  await expect(page).toHaveURL(new RegExp(`${regrade}$`));
  await expect(page.getByText('What was right before')).toBeVisible();
  await expect(page.getByText('1 marked answer, 1 of them with another mark')).toBeVisible();
  const row = page.getByRole('row', { name: /Ann Example/ });
  await expect(row).toContainText('67%');
  await expect(row).toContainText('100%');
  await page.getByLabel('A line for them from you').fill('Thank you for asking.');
  await page.getByRole('button', { name: 'Apply to 1 mark' }).click();
  await expect(page.getByRole('heading', { name: 'Applied to 1 attempt' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Nothing to change' })).toBeVisible();
  await page.goto(`/teach/${cohortId}/assignments/${assignment.id}`);
  await expect(page.getByRole('row', { name: /Ann Example/ })).toContainText('100%');
  await expect(page.getByRole('row', { name: /Ann Example/ })).toContainText(/Handed in .+; regraded .+, 67% before/);

  await as(ann);
  await page.goto(`/cohorts/${cohortId}`);
  await expect(page.getByText(`Your mark for “${assignment.title}”: 100%, before 67%`)).toBeVisible();
  await expect(page.getByText('Thank you for asking.')).toBeVisible();
  await page.getByRole('link', { name: 'See every answer' }).click();
  await expect(page.getByText('100%, before 67%')).toBeVisible();
  await expect(page.locator('.result-outcome').filter({ hasText: 'Not right' })).toHaveCount(0);

  await as(tess);
  await page.goto(regrade);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('heading', { name: 'Applied, then undone' })).toBeVisible();

  await as(ann);
  await page.goto(`/cohorts/${cohortId}/assignments/${assignment.id}`);
  await expect(page.getByText(': 67%')).toBeVisible();
  await expect(page.getByText('the change from 67% to 100% was undone')).toBeVisible();
});
