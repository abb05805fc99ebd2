/** The main job: the whole course can be completed from start to certificate, with script and without. */
import { expect, test } from './fixture.ts';
import { studyLesson, takeQuiz } from './player.ts';
import { capstone, lessons, parts } from './the-course.ts';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a visitor completes every lesson and the capstone without an account, and anybody can check the certificate', async ({
      page,
      browser,
      baseURL,
    }) => {
      test.setTimeout(480_000);
      expect(lessons).toHaveLength(9);
      await page.goto('/');
      await page.getByRole('link', { name: 'Start the first lesson' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(lessons[0]?.title ?? '');
      for (const lesson of lessons) {
        await studyLesson(page, lesson.slug);
        await takeQuiz(page, lesson.slug, 'practice');
        await expect(page.locator('.score-total')).toHaveText('100%');
        await expect(page.getByRole('link', { name: 'Get your certificate' })).toHaveCount(0);
      }
      await page.goto('/');
      await page.getByRole('link', { name: 'Continue', exact: true }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(capstone?.title ?? '');
      await takeQuiz(page, capstone?.slug ?? '', 'the test');
      await expect(page.locator('.score-total')).toHaveText('100%');
      await expect(page.locator('.result-question')).toHaveCount(12);
      await expect(page.getByText('You argued an edge case under both definitions.')).toBeVisible();

      await page.getByRole('link', { name: 'Get your certificate' }).click();
      await page.getByLabel('Name on the certificate').fill('Ana María Ñandú');
      await page.getByRole('button', { name: 'Issue the certificate' }).click();
      const sheet = page.locator('.certificate');
      await expect(sheet).toContainText('Ana María Ñandú');
      for (const { title } of parts) await expect(sheet).toContainText(title);
      const code = (await sheet.locator('.certificate-check strong').textContent()) ?? '';

      const stranger = await browser.newPage({ baseURL: baseURL ?? '', javaScriptEnabled });
      await stranger.goto('/verify');
      await stranger.getByLabel('Code of the certificate').fill(code.toLowerCase().replaceAll('-', ' '));
      await stranger.getByRole('button', { name: 'Check it' }).click();
      await expect(stranger.getByText('This certificate is genuine')).toBeVisible();
      await expect(stranger.locator('.certificate')).toContainText('Ana María Ñandú');
      await stranger.goto(`/certificates/${code}`);
      await expect(stranger.getByText('There is no such certificate of yours')).toBeVisible();
      await stranger.close();

      await page.goto('/progress');
      await expect(page.getByText(`${parts.length} of ${parts.length} done`)).toBeVisible();
      await page.goto('/');
      await expect(page.getByRole('link', { name: 'See your progress' })).toBeVisible();
    });

    test('a mock test keeps its feedback until the end', async ({ page }) => {
      test.setTimeout(120_000);
      await takeQuiz(page, lessons[0]?.slug ?? '', 'mock test');
      await expect(page.locator('.score-total')).toHaveText('100%');
      await expect(page.locator('.result-question')).toHaveCount(10);
    });
  });
}
