/** A learner with a misconception: it is named, taught, given up, and comes back for review a day later. The test moves the clock. */
import type { Locator, Page } from '@playwright/test';
import type { CourseItem } from '#app/course/course.ts';
import type { Answer } from '#app/quiz/item.ts';
import { answerUnder } from '#app/quiz/quiz.ts';
import { rightAnswer } from './answers.ts';
import { type ClockedSite, siteWithClock } from './clock.ts';
import { expect, test } from './fixture.ts';
import { answerChecks, fill, itemIn } from './player.ts';
import { course, courseUrl, lessons, lessonUrl } from './the-course.ts';

const hour = 60 * 60 * 1000;
const held = 'side-by-side';
const idea = course.theory.misconceptions.find(({ id }) => id === held)?.name ?? 'none';
const lesson = lessons[1]?.slug ?? '';

let site: ClockedSite;
test.beforeEach(async () => {
  site = await siteWithClock();
});
test.afterEach(() => site.close());

/** Answers what the page asks. Returns whether the quiz goes on. */
async function answerNext(page: Page, as: (item: CourseItem) => Answer): Promise<boolean> {
  const form = page.locator('form#item');
  const item = await itemIn(form);
  await fill(form, item, as(item));
  await form.getByRole('button', { name: 'Answer' }).click();
  await page.locator('#feedback').waitFor();
  const next = page.getByRole('link', { name: 'Next question' }).first();
  if ((await next.count()) === 0) return false;
  await next.click();
  return true;
}

async function startPractice(page: Page): Promise<void> {
  await page.goto(`${site.origin}${lessonUrl(lesson)}/quiz`);
  await page.getByRole('button', { name: 'Start practice' }).click();
  await page.locator('form#item').waitFor();
}

const namedOn = (page: Page): Locator => page.locator('.ideas-held').getByRole('heading', { name: idea });

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled });

    test('who thinks that it must happen side by side is told so within eight answers, learns better, and reviews it a day later', async ({
      page,
      context,
    }) => {
      test.setTimeout(300_000);
      const progress = await context.newPage();
      let answers = 0;
      let named = false;
      while (!named && answers < 8) {
        await startPractice(page);
        let goesOn = true;
        while (goesOn && !named && answers < 8) {
          goesOn = await answerNext(page, (item) => answerUnder(item, held) ?? rightAnswer(item));
          answers++;
          await progress.goto(`${site.origin}/progress`);
          named = (await namedOn(progress).count()) > 0;
        }
      }
      expect(named, `named after ${answers} answers`).toBe(true);
      const said = progress.locator('.ideas-held');
      await expect(said).toContainText(/More likely than not \(about \d in 10\) you go by it, from \d answers\./);
      await expect(said.getByRole('heading', { level: 4 })).toHaveText([idea]);

      // Taught: the page leads to the lesson that answers it, and to the idea itself.
      await said.getByRole('link', { name: idea }).click();
      await expect(progress.getByRole('heading', { level: 1 })).toHaveText(idea);
      await progress.goBack();
      await said.getByRole('link', { name: course.lesson(lesson)?.title ?? 'none' }).click();
      await answerChecks(progress, lesson);

      // Recovered: right answers, and the page no longer says so.
      await startPractice(page);
      while (await answerNext(page, rightAnswer));
      await progress.goto(`${site.origin}/progress`);
      await expect(progress.getByRole('heading', { name: 'How firm it is' })).toBeVisible();
      await expect(namedOn(progress)).toHaveCount(0);

      // A day later it is due, in a story that was not met.
      const review = page.locator('.review-ideas > li').filter({ hasText: idea });
      await page.goto(`${site.origin}${courseUrl}/review`);
      await expect(page.getByRole('heading', { name: 'Nothing is due' })).toBeVisible();
      site.pass(24 * hour);
      await page.reload();
      await expect(review).toContainText('An answer of yours followed it yesterday.');
      await page.getByLabel('Reviews in a day, at most').fill('50');
      await page.getByLabel('Among them for the first time').fill('20');
      await page.getByRole('button', { name: 'Keep these limits' }).click();
      await page.getByRole('button', { name: 'Start' }).click();
      for (let reviews = 0; reviews < 20; reviews++) {
        const form = page.locator('form#item');
        const item = await itemIn(form);
        await fill(form, item, rightAnswer(item));
        await form.getByRole('button', { name: 'Answer' }).click();
        await page.locator('#feedback').waitFor();
        await page.getByRole('button', { name: 'Next review' }).first().click();
        await page.locator('form#item, .empty').first().waitFor();
        if ((await page.locator('form#item').count()) === 0) break;
      }
      await page.goto(`${site.origin}${courseUrl}/review`);
      await expect(page.getByRole('heading', { name: 'Nothing is due' })).toBeVisible();
      await expect(page.getByText('You have reviewed')).toBeVisible();
      await page.goto(`${site.origin}/progress`);
      await expect(namedOn(page)).toHaveCount(0);
    });
  });
}
