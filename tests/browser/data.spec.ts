/** What is held about a learner can be had, and be gone. */

import { rightAnswer, wrongAnswer } from './answers.ts';
import { copyOf, expect, refusals, test } from './fixture.ts';
import { itemOfKind } from './the-course.ts';

const first = itemOfKind('verdict');
const second = itemOfKind('explain');

test('the saved copy holds every answer and every quiz', async ({ page, learner }) => {
  await learner.quiz([first, second], { given: ['wrong', 'right'] });
  await page.goto('/progress');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Save everything held about you' }).click();
  expect((await download).suggestedFilename()).toBe('criterion-my-data.json');
  const { responses, attempts } = await copyOf(page);
  expect(attempts).toHaveLength(1);
  expect(responses.map(({ itemId, answer, right }) => ({ itemId, answer, right }))).toEqual([
    { itemId: first.spec.id, answer: wrongAnswer(first), right: false },
    { itemId: second.spec.id, answer: rightAnswer(second), right: null },
  ]);
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled, provoked: refusals });

    test('deleting empties the record for good, and the old cookie opens nothing', async ({ page, context, learner }) => {
      const address = await learner.quiz([first], { given: ['right'] });
      const cookies = await context.cookies();
      await page.goto('/progress');
      await page.getByLabel('Yes, delete everything kept about me').check();
      await page.getByRole('button', { name: 'Delete for good' }).click();
      await expect(page.getByText('Everything that was kept about you is gone.')).toBeVisible();
      await expect(page.getByText('Nothing here yet')).toBeVisible();
      expect((await context.cookies()).map(({ name }) => name)).not.toContain('criterion');

      await context.addCookies(cookies);
      await page.goto('/progress');
      await expect(page.getByText('Nothing here yet')).toBeVisible();
      expect((await page.goto(address))?.status()).toBe(404);
      const copy = await page.request.get('/progress/export');
      expect(new URL(copy.url()).pathname).toBe('/progress');
      expect(copy.headers()['content-type']).toContain('text/html');
    });

    test('without the tick nothing is deleted', async ({ page, learner }) => {
      await learner.quiz([first], { given: ['right'] });
      await page.goto('/progress');
      await page.getByRole('button', { name: 'Delete for good' }).click();
      await expect(page.getByText('Tick the box to confirm. Nothing was deleted.')).toBeVisible();
      expect((await copyOf(page)).responses).toHaveLength(1);
    });
  });
}

test('a record asked for over and over has to wait, and says how long', async ({ page, learner }) => {
  const { cohort } = await learner.teach();
  // Both kinds of file count together.
  for (let n = 0; n < 10; n++)
    for (const file of [`${cohort}/export/gradebook.csv`, '/progress/export']) expect((await page.request.get(file)).status()).toBe(200);
  for (const file of [`${cohort}/export/gradebook.csv`, '/progress/export']) {
    const refused = await page.request.get(file);
    expect(refused.status()).toBe(429);
    expect(Number(refused.headers()['retry-after'])).toBeGreaterThan(0);
    expect(await refused.text()).toContain('That was a lot at once');
  }
  expect((await page.goto('/progress'))?.status()).toBe(200);
});
