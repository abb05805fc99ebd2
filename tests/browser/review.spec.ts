/** Reviews, with the clock moved by the test: what was missed comes back a day later with another story, and can be taken back. */
import type { Page } from '@playwright/test';
import { eq } from 'drizzle-orm';
import { answerUnder, forLearner } from '#app/quiz/quiz.ts';
import { rightAnswer, wrongAnswer } from './answers.ts';
import { type ClockedSite, siteWithClock } from './clock.ts';
import { expect, refusals, test } from './fixture.ts';
import { answerByKeyboard, tabTo } from './keys.ts';
import { answerRight, fill, itemIn } from './player.ts';
import { courseUrl, lessons, lessonUrl } from './the-course.ts';

const hour = 60 * 60 * 1000;
const reviewUrl = `${courseUrl}/review`;

let site: ClockedSite;
test.beforeEach(async () => {
  site = await siteWithClock();
});
test.afterEach(() => site.close());

/** Takes the practice quiz of the second lesson as somebody who thinks that it must happen side by side. Returns the stories met. */
async function quizSideBySide(page: Page): Promise<Set<string>> {
  const met = new Set<string>();
  await page.goto(`${site.origin}${lessonUrl(lessons[1]?.slug ?? '')}/quiz`);
  await page.getByRole('button', { name: 'Start practice' }).click();
  for (;;) {
    const form = page.locator('form#item');
    const item = await itemIn(form);
    for (const { id } of item.scenarios) met.add(id);
    await fill(form, item, answerUnder(item, 'side-by-side') ?? rightAnswer(item));
    await form.getByRole('button', { name: 'Answer' }).click();
    await page.locator('#feedback').waitFor();
    const next = page.getByRole('link', { name: 'Next question' }).first();
    if ((await next.count()) === 0) return met;
    await next.click();
  }
}

/** The seed by which the open question of the page was shuffled. */
async function seedOf(page: Page): Promise<number> {
  const { orm, tables } = site.db;
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const [place] = await orm
    .select({ seed: tables.attemptItems.seed })
    .from(tables.attemptItems)
    .where(eq(tables.attemptItems.attemptId, id));
  return place?.seed ?? 0;
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled });

    test('a misconception comes back a day later in another story, and its review can be taken back', async ({ page }) => {
      test.setTimeout(120_000);
      const met = await quizSideBySide(page);
      await page.goto(site.origin + reviewUrl);
      await expect(page.getByRole('heading', { name: 'Nothing is due' })).toBeVisible();

      site.pass(24 * hour);
      await page.goto(site.origin);
      await page.getByRole('link', { name: 'Review what is due' }).click();
      await expect(page.getByRole('listitem').filter({ hasText: 'It must happen side by side' })).toContainText(
        'An answer of yours followed it yesterday.',
      );
      const due = await page.locator('.review-ideas > li').count();
      await page.getByRole('button', { name: 'Start' }).click();
      const form = page.locator('form#item');
      const item = await answerRight(form);
      expect(item.scenarios.filter(({ id }) => met.has(id))).toEqual([]);
      await form.getByRole('button', { name: 'Answer' }).click();
      await expect(page.locator('#feedback')).toHaveText('Right');
      await expect(page.getByText('This idea comes back from').first()).toBeVisible();

      // A slip: it is taken back, and the idea is due again, with yet another story.
      await page.getByRole('button', { name: 'Take this answer back' }).first().click();
      await expect(page.getByText('That answer no longer counts.')).toBeVisible();
      await expect(page.locator('.review-ideas > li')).toHaveCount(due);
      await page.getByRole('button', { name: 'Start' }).click();
      const other = await itemIn(page.locator('form#item'));
      expect(other.spec.id).not.toBe(item.spec.id);

      // All of today's reviews, until it is enough.
      for (let reviews = 0; reviews < 12; reviews++) {
        await answerRight(page.locator('form#item'));
        await page.getByRole('button', { name: 'Answer' }).click();
        await page.locator('#feedback').waitFor();
        await page.getByRole('button', { name: 'Next review' }).first().click();
        await page.locator('form#item, .empty').first().waitFor();
        if ((await page.locator('form#item').count()) === 0) break;
      }
      await expect(page.getByRole('heading', { name: /Enough for today|Nothing is due/ })).toBeVisible();
      await expect(page.getByText('You have reviewed')).toBeVisible();
    });
  });
}

test.describe('limits', () => {
  test.use({ provoked: refusals });

  test('are kept, and what is out of range says so and loses nothing', async ({ page }) => {
    await quizSideBySide(page);
    site.pass(24 * hour);
    await page.goto(site.origin + reviewUrl);
    await page.getByLabel('Reviews in a day, at most').fill('1');
    await page.getByRole('button', { name: 'Keep these limits' }).click();
    await expect(page.getByRole('heading', { name: '1 review for today' })).toBeVisible();
    const fresh = page.getByLabel('Among them for the first time');
    // The browser would not send what the server has to refuse.
    await fresh.evaluate((input) => input.removeAttribute('max'));
    await fresh.fill('21');
    await page.getByRole('button', { name: 'Keep these limits' }).click();
    await expect(page.getByText('Write a whole number from 0 to 20.')).toBeVisible();
    await expect(page.getByLabel('Reviews in a day, at most')).toHaveValue('1');
    await expect(fresh).toHaveValue('21');
  });
});

test('a review is done by keyboard alone, and focus goes to the feedback', async ({ page }) => {
  await quizSideBySide(page);
  site.pass(24 * hour);
  await page.goto(site.origin + reviewUrl);
  await tabTo(page, page.getByRole('button', { name: 'Start' }));
  await page.keyboard.press('Enter');
  const form = page.locator('form#item');
  await form.waitFor();
  const item = await itemIn(form);
  expect(forLearner(item, 0).stories.length).toBeGreaterThan(0);
  await answerByKeyboard(page, form, item, await seedOf(page));
  await tabTo(page, form.getByRole('button', { name: 'Answer' }));
  await page.keyboard.press('Enter');
  await expect(page.locator('#feedback')).toBeFocused();
  await tabTo(page, page.getByRole('button', { name: 'Next review' }).first());
  await page.keyboard.press('Enter');
  await expect(page.locator('#feedback')).toHaveCount(0);
});

test.describe('without a connection', () => {
  test.use({ provoked: /ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_CONNECTION/ });

  test('the answer of a review waits in the page and counts once', async ({ page, context }) => {
    await quizSideBySide(page);
    site.pass(24 * hour);
    await page.goto(site.origin + reviewUrl);
    await page.getByRole('button', { name: 'Start' }).click();
    const form = page.locator('form#item');
    const item = await itemIn(form);
    await fill(form, item, wrongAnswer(item));
    await context.setOffline(true);
    await form.getByRole('button', { name: 'Answer' }).click();
    await expect(page.getByText('Not sent yet: there is no connection.').first()).toBeVisible();
    await context.setOffline(false);
    await expect(page.locator('#feedback')).toBeVisible({ timeout: 20_000 });
    await page.goto(site.origin + reviewUrl);
    await expect(page.getByText('Your last review was on')).toBeVisible();
  });
});
