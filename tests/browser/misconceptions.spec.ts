/** What a class believes, what to teach it next, and the sheet for it: by keyboard alone, with and without script. */
import type { Page } from '@playwright/test';
import { joinCohort } from '#db/cohorts.ts';
import { expect, test } from './fixture.ts';
import { tabTo } from './keys.ts';
import { course, lessons } from './the-course.ts';

const held = 'side-by-side';
const idea = course.theory.misconceptions.find(({ id }) => id === held)?.name ?? 'none';
const lesson = lessons[1]?.slug ?? '';

async function follow(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, page.getByRole('link', { name }).first());
  await page.keyboard.press('Enter');
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled });
    let cohort = '';
    test.beforeEach(async ({ seed, as }) => {
      const tess = await seed.person('instructor', 'Tess Teacher');
      cohort = (await seed.cohort(tess)).id;
      for (const name of ['Ann', 'Ben', 'Cara']) {
        const who = await seed.person('learner', `${name} Example`);
        await joinCohort(seed.db, cohort, who, Date.now());
        if (name !== 'Cara') await seed.believe(who, held, lesson);
      }
      await as(tess);
    });

    test('a cell of the map leads to the answers behind it', async ({ page }) => {
      await page.goto(`/teach/${cohort}/misconceptions`);
      await follow(page, new RegExp(`^\\d in 10, .+, Ann Example, ${idea}: the evidence$`));
      await expect(page).toHaveURL(new RegExp(`/learners/.+\\?idea=${held}#answers$`));
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ann Example');
      await expect(page.getByRole('heading', { name: `Answers behind which may be “${idea}”` })).toBeVisible();
      const answers = page.locator('.timeline > .result-question');
      expect(await answers.count()).toBeGreaterThan(1);
      await tabTo(page, answers.first().locator('summary'));
      await page.keyboard.press('Enter');
      await expect(answers.first()).toContainText(idea);
      await expect(answers.first().locator('.feedback-title, .ledger').first()).toBeVisible();
    });

    test('the chart of weeks has its numbers in a table', async ({ page }) => {
      await page.goto(`/teach/${cohort}/misconceptions`);
      const chart = page.locator('figure.chart').filter({ hasText: 'at the end of each week' });
      await expect(chart.getByRole('table')).toBeHidden();
      await tabTo(page, chart.getByText('The numbers'));
      await page.keyboard.press('Enter');
      const row = chart.getByRole('row').filter({ has: page.getByRole('rowheader', { name: idea }) });
      await expect(row).toBeVisible();
      const weeks = await row.locator('td.number').allTextContents();
      // Two weeks ago three answers each, and three more today.
      expect(weeks.length).toBeGreaterThanOrEqual(2);
      expect(weeks.at(-1)).toBe('2');
    });

    test('what to teach next comes with two cases, and their sheet shows and prints no answer', async ({ page }) => {
      await page.goto(`/teach/${cohort}/misconceptions`);
      const next = page.getByRole('region', { name: `Teach this next: “${idea}”` });
      await expect(next.getByRole('heading', { name: 'Two cases that separate the class best' })).toBeVisible();
      const titles = await next.locator('.card .card-title').allTextContents();
      expect(titles).toHaveLength(2);
      await expect(next.locator('.class-meanings')).toHaveCount(2);
      await expect(next.getByText('Right', { exact: true })).toHaveCount(2);

      await follow(page, 'The sheet to print or show');
      const cases = page.locator('.class-case');
      await expect(cases).toHaveCount(2);
      for (const [place, title] of titles.entries()) {
        await expect(cases.nth(place)).toContainText(title);
        expect(await cases.nth(place).getByRole('listitem').count()).toBeGreaterThan(1);
      }
      await expect(page.locator('main')).not.toContainText(/Would come from|Right|expected/);

      await page.emulateMedia({ media: 'print' });
      await expect(cases.first()).toBeVisible();
      await expect(page.getByRole('link', { name: 'What each answer would mean' })).toBeHidden();
      await expect(page.getByRole('contentinfo')).toBeHidden();
      await page.emulateMedia({ media: 'screen' });
      await follow(page, 'What each answer would mean');
      await expect(next).toBeVisible();
    });
  });
}
