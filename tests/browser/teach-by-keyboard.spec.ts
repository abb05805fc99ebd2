/** An instructor's main job without a mouse: a cohort, an assignment, the board, a learner, a note. */
import type { Locator, Page } from '@playwright/test';
import { joinCohort } from '#db/cohorts.ts';
import { expect, test } from './fixture.ts';
import { tabTo } from './keys.ts';

async function press(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

async function type(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, page.getByLabel(label, { exact: true }));
  await page.keyboard.type(text);
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled });

    test('an instructor sets a class its work, finds a learner and writes a note, by keyboard alone', async ({ page, seed, as }) => {
      test.setTimeout(120_000);
      await as(await seed.person('instructor', 'Tess Teacher'));
      await page.goto('/');
      await press(page, page.getByRole('navigation').getByRole('link', { name: 'Teach' }));
      await type(page, 'Name', 'Keyboard class');
      await page.keyboard.press('Enter');
      await expect(page.getByText('The cohort is made')).toBeVisible();
      const cohort = new URL(page.url()).pathname.split('/')[2] ?? '';
      for (const name of ['Ann Example', 'Ben Example']) {
        const who = await seed.person('learner', name);
        await joinCohort(seed.db, cohort, who, Date.now());
        if (name.startsWith('Ben')) await seed.getStuck(who);
      }

      // An assignment: the first two lessons, due at the time that the form proposes.
      const tab = (name: string) => page.getByRole('navigation', { name: 'Pages of this cohort' }).getByRole('link', { name });
      await press(page, tab('Assignments'));
      await type(page, 'Title', 'Before class two');
      for (const lesson of [/^Lesson 1:/, /^Lesson 2:/]) await press(page, page.getByLabel(lesson), 'Space');
      await press(page, page.getByRole('button', { name: 'Set it' }));
      await expect(page.locator('main')).toContainText('Before class two');
      await expect(page.getByRole('row', { name: /Ann Example/ })).toContainText('Not done');

      // The board: who needs help, then by name.
      await press(page, tab('Board'));
      await expect(page.getByRole('link', { name: 'Ben Example' }).first()).toBeVisible();
      await tabTo(page, page.getByLabel('Show', { exact: true }));
      await page.keyboard.type('Who may');
      await press(page, page.getByRole('button', { name: 'Show', exact: true }));
      const rows = page.getByRole('table').getByRole('row');
      await expect(rows.filter({ hasText: 'Ben Example' })).toBeVisible();
      await expect(rows.filter({ hasText: 'Ann Example' })).toHaveCount(0);
      await tabTo(page, page.getByLabel('Show', { exact: true }));
      await page.keyboard.type('Everybody');
      await type(page, 'Name or address', 'ann');
      await page.keyboard.press('Enter');
      await expect(rows.filter({ hasText: 'Ann Example' })).toBeVisible();
      await expect(rows.filter({ hasText: 'Ben Example' })).toHaveCount(0);

      // The learner, and a note.
      await press(page, rows.getByRole('link', { name: 'Ann Example' }));
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ann Example');
      await type(page, 'For those who teach this cohort', 'Ask her on Monday.');
      await press(page, page.getByRole('button', { name: 'Keep the note' }));
      await expect(page.getByText('The note is kept.')).toBeVisible();
      await expect(page.getByLabel('For those who teach this cohort')).toHaveValue('Ask her on Monday.');
    });
  });
}
