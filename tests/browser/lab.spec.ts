/** The lab as people use it: with and without script, by keyboard, by links, and never on a case that is still asked about. */
import type { Page } from '@playwright/test';
import { openCases } from '#app/course/reference/open-cases.ts';
import { scenarioIds } from '#app/quiz/quiz.ts';
import { findAssignment } from '#db/assignments.ts';
import { expect, refusals, test } from './fixture.ts';
import { capstone, course, courseUrl, lessons } from './the-course.ts';

const lab = `${courseUrl}/lab`;
const open = openCases(course)[0]?.id ?? '';
const verdict = (page: Page) => page.locator('.lab-verdict .mark');
const live = (page: Page) => expect(page.locator('.lab-live button[data-lab="undo"]')).toBeVisible();

async function pressApply(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^Apply/ })
    .first()
    .click();
}

test('a fact is turned, the verdict follows, and undo, redo, back and start over lead where they say', async ({ page }) => {
  await page.goto(lab);
  await live(page);
  await expect(verdict(page)).toHaveText('No');
  await pressApply(page);
  await expect(verdict(page)).toHaveText('Yes');
  await expect(page.getByRole('status').filter({ hasText: 'Yes, by the narrow definition' })).toBeAttached();
  const turned = page.url();
  await page.locator('[data-lab="undo"]').click();
  await expect(verdict(page)).toHaveText('No');
  await page.locator('[data-lab="redo"]').click();
  await expect(verdict(page)).toHaveText('Yes');
  expect(page.url()).toBe(turned);
  await page.goBack();
  await expect(verdict(page)).toHaveText('No');
  await page.goForward();
  await expect(verdict(page)).toHaveText('Yes');
  await page.getByRole('group', { name: 'How', exact: true }).last().getByText('Lets it happen').click();
  await expect(verdict(page)).toHaveText('No');
  await page.getByRole('link', { name: 'Start over' }).click();
  expect(new URL(page.url()).search).toBe('');
});

test('with script and without, the same facts make the same page', async ({ page, browser, baseURL }) => {
  await page.goto(lab);
  await live(page);
  await pressApply(page);
  await page.getByRole('radio', { name: 'Broad' }).check();
  await page.getByLabel('Misconception').selectOption('side-by-side');
  const plain = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) });
  const other = await plain.newPage();
  await other.goto(page.url());
  const shown = (of: Page) => of.locator('.lab-findings, .lab-facts').allInnerTexts();
  const fold = (texts: string[]) => texts.map((text) => text.replace(/\s+/g, ' '));
  // What is unfolded is the visitor's own; everything is opened before the two are compared.
  for (const each of [page, other])
    await each.locator('.lab details').evaluateAll((all) => {
      for (const one of all) one.setAttribute('open', '');
    });
  expect(fold(await shown(other))).toEqual(fold(await shown(page)));
  await plain.close();
});

test('without script the form leads to an address that holds the case', async ({ browser, baseURL }) => {
  const plain = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) });
  const page = await plain.newPage();
  await page.goto(lab);
  await pressApply(page);
  await expect(verdict(page)).toHaveText('Yes');
  await page.getByRole('radio', { name: 'Broad' }).check();
  await page.getByRole('button', { name: 'Show what follows' }).click();
  await expect(page.locator('.lab-lens')).toContainText('broad definition');
  expect(new URL(page.url()).searchParams.get('facts')).toMatch(/^1\./);
  await page.getByRole('button', { name: 'Add a party' }).click();
  await expect(page.getByText('Somebody else').first()).toBeVisible();
  await plain.close();
});

test('a shared link opens elsewhere, and a damaged one says so and shows a case all the same', async ({ page, browser, baseURL }) => {
  await page.goto(`${lab}?case=${open}`);
  await live(page);
  await pressApply(page);
  const link = await page.getByLabel('This case as it stands now').inputValue();
  const there = (await verdict(page).textContent()) ?? '';
  const second = await browser.newContext(baseURL ? { baseURL } : {});
  const other = await second.newPage();
  await other.goto(link);
  await expect(verdict(other)).toHaveText(there);
  await other.goto(link.replace(/facts=[^&]{60}/, (part) => part.slice(0, -3)));
  await expect(other.getByText('The link did not come through whole')).toBeVisible();
  await expect(verdict(other)).toBeVisible();
  await second.close();
});

test('facts that cannot all be true are explained, and can be mended', async ({ page }) => {
  await page.goto(lab);
  await live(page);
  await page.getByLabel('How freely').last().selectOption('force');
  await expect(page.locator('.lab-bar')).toContainText('Whoever is forced gives nothing');
  await page.getByRole('link', { name: '1 thing to mend' }).click();
  for (const gift of ['Time', 'Effort']) await page.getByRole('checkbox', { name: gift }).last().uncheck();
  await expect(verdict(page)).toHaveText('No');
});

test('by keyboard: a word is typed, a fact turned, a change applied', async ({ page }) => {
  await page.goto(lab);
  await live(page);
  const what = page.getByLabel('What is done').last();
  await what.focus();
  await page.keyboard.press('End');
  await page.keyboard.type(' each spring');
  await expect(page.locator('.ledger-title').first()).toContainText('each spring');
  await page.getByRole('radio', { name: 'Acts' }).last().focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'Only holds back' }).last()).toBeChecked();
  await page.getByRole('button', { name: 'Add a party' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.lab-card > summary', { hasText: 'Somebody else' })).toBeFocused();
  // Typing was one step.
  for (const _ of [1, 2, 3]) await page.locator('[data-lab="undo"]').press('Enter');
  await expect(what).toHaveValue('do part of the work');
});

test.describe('a case that is still asked about', () => {
  test.use({ provoked: refusals });

  test('is not loaded, by whatever address, until it is answered', async ({ page, learner }) => {
    const item = lessons
      .flatMap(({ slug }) => course.bank(slug))
      .find((one) => {
        const [id] = scenarioIds(one);
        const uses = course.lessons
          .flatMap(({ itemIds }) => itemIds)
          .filter((other) => scenarioIds(course.item(other) ?? one).includes(id ?? ''));
        return scenarioIds(one).length === 1 && uses.length === 1;
      });
    const scenario = item?.scenarios[0];
    if (!item || !scenario) throw new Error('The course has no case with one question.');
    await page.goto(`${lab}?case=${scenario.id}`);
    await expect(page.getByText('you have not answered it yet')).toBeVisible();
    await expect(page.locator('body')).not.toContainText(scenario.title);
    await learner.quiz([item], { given: ['right'] });
    await page.goto(`${lab}?case=${scenario.id}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(scenario.title);
  });

  test('is not loaded though answered, while a graded quiz asks about it', async ({ page, learner, seed }) => {
    const cohort = await seed.cohort(await seed.person('instructor'));
    const quiz = await findAssignment(seed.db, await seed.assignment(cohort.id));
    const asked = (quiz?.items ?? []).flatMap((id) => course.item(id) ?? []);
    await learner.quiz(asked, { given: asked.map(() => 'right' as const) });
    expect(asked.length).toBe(3);
    for (const scenario of asked.flatMap(({ scenarios }) => scenarios)) {
      await page.goto(`${lab}?case=${scenario.id}`);
      await expect(page.getByText('cannot be taken apart in the lab')).toBeVisible();
      await expect(page.locator('body')).not.toContainText(scenario.title);
    }
  });

  test('of the capstone is never loaded', async ({ page }) => {
    const scenario = capstone?.itemIds.flatMap((id) => course.item(id)?.scenarios ?? [])[0];
    await page.goto(`${lab}?case=${scenario?.id}`);
    await expect(page.getByText('cannot be taken apart in the lab')).toBeVisible();
    await expect(page.locator('body')).not.toContainText(scenario?.title ?? '');
  });
});
