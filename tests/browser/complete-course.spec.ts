/** The main job: the lessons can be completed from start to finish, with script and without. */
import { expect, test } from './fixture.ts';
import { studyLesson, takeQuiz } from './player.ts';
import { lessons } from './the-course.ts';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a visitor starts without an account and completes every lesson', async ({ page }) => {
      test.setTimeout(240_000);
      await page.goto('/');
      await page.getByRole('link', { name: 'Start', exact: true }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(lessons[0]?.title ?? '');
      for (const lesson of lessons) {
        await studyLesson(page, lesson.slug);
        await takeQuiz(page, lesson.slug, 'practice');
        await expect(page.locator('.score-total')).toHaveText('100%');
      }
      await page.goto('/progress');
      await expect(page.getByText(`${lessons.length} of ${lessons.length} lessons done`)).toBeVisible();
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
