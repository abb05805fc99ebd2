/** Nothing is lost and nothing counts twice, whatever happens between the press and the page. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { troublePage } from '#app/server/trouble-page.ts';
import { rightAnswer, wrongAnswer } from './answers.ts';
import { complaintsIn, copyOf, expect, test } from './fixture.ts';
import { answerRight, fill } from './player.ts';
import { itemOfKind, lessons, lessonUrl } from './the-course.ts';

const verdict = itemOfKind('verdict');
const lens = itemOfKind('lens');
const item = (page: Page) => page.locator('form#item');
const answer = (page: Page) => item(page).getByRole('button', { name: 'Answer' });

/** Answers the first form that is sent to `address` as a server that is too busy does. Returns how many were. */
async function busyOnce(page: Page, address: string): Promise<() => number> {
  let refused = 0;
  await page.route(`**${address}`, async (route) => {
    if (route.request().method() !== 'POST' || refused > 0) return route.fallback();
    refused++;
    const busy = troublePage('busy');
    await route.fulfill({ status: busy.status, headers: Object.fromEntries(busy.headers), body: await busy.text() });
  });
  return () => refused;
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('in two tabs the first answer stands, and the second tab is told so', async ({ page, context, learner }) => {
      const address = await learner.quiz([verdict, lens]);
      const other = await context.newPage();
      for (const tab of [page, other]) await tab.goto(`${address}?at=0`);
      await fill(item(page), verdict, rightAnswer(verdict));
      await answer(page).click();
      await expect(page.locator('#feedback')).toHaveText('Right');
      await fill(item(other), verdict, wrongAnswer(verdict));
      await answer(other).click();
      await expect(other.getByRole('main').getByText('The first answer stands')).toBeVisible();
      await expect(other.locator('#feedback')).toHaveText('Right');
      expect((await copyOf(page)).responses.map(({ right }) => right)).toEqual([true]);
    });

    test('a double click counts once in a quiz', async ({ page, learner }) => {
      await page.goto(await learner.quiz([verdict, lens]));
      await fill(item(page), verdict, rightAnswer(verdict));
      await answer(page).dblclick();
      await expect(page.locator('#feedback')).toHaveText('Right');
      await expect(page.getByText('The first answer stands')).toHaveCount(0);
      expect((await copyOf(page)).responses).toHaveLength(1);
    });

    test('a double click on a visitor’s first answer makes one learner with one answer', async ({ page }) => {
      const lesson = lessons[0];
      const check = lesson?.checkIds[0] ?? '';
      await page.goto(lessonUrl(lesson?.slug ?? ''));
      const form = page.locator(`#form-${check}`);
      await answerRight(form);
      await form.getByRole('button', { name: 'Check' }).dblclick();
      await expect(page.locator(`#feedback-${check}`)).toHaveText('Right');
      expect((await copyOf(page)).responses).toHaveLength(1);
    });

    test('a double click on Start makes one quiz', async ({ page }) => {
      await page.goto(`${lessonUrl(lessons[0]?.slug ?? '')}/quiz`);
      await page.getByRole('button', { name: 'Start practice' }).dblclick();
      await expect(item(page)).toBeVisible();
      expect((await copyOf(page)).attempts).toHaveLength(1);
    });
  });
}

test('a form that is sent again counts once and gives the first result', async ({ page, baseURL, learner }) => {
  const address = await learner.quiz([verdict, lens]);
  await page.goto(address);
  await fill(item(page), verdict, rightAnswer(verdict));
  const sent = await item(page).evaluate((form) =>
    [...new FormData(form as HTMLFormElement)].map(([name, value]) => [name, String(value)]),
  );
  const post = () => page.request.post(address, { form: Object.fromEntries(sent), headers: { Origin: baseURL ?? '' }, maxRedirects: 0 });
  const [first, again] = [await post(), await post()];
  expect(first.status()).toBe(302);
  expect(again.status()).toBe(302);
  expect(again.headers().location).toBe(first.headers().location);
  expect((await copyOf(page)).responses).toHaveLength(1);
});

test('a closed browser comes back to the same question, with the answers so far and the words not yet sent', async ({
  playwright,
  launchOptions,
  baseURL,
  seed,
}) => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'criterion-browser-'));
  const draft = 'They read the gauge themselves, so\nthe record is theirs as well.';
  const open = () => playwright.chromium.launchPersistentContext(folder, { ...launchOptions, ...(baseURL ? { baseURL } : {}) });

  const before = await open();
  const learner = await seed.learner(before, baseURL ?? '');
  const address = await learner.quiz([verdict, itemOfKind('explain'), lens], { given: ['wrong'] });
  const page = await before.newPage();
  await page.goto(address);
  await item(page).getByLabel('Your answer').fill(draft);
  await before.close();

  const after = await open();
  const complaints = complaintsIn(after);
  const again = await after.newPage();
  await again.goto('/');
  await again.getByRole('link', { name: 'Continue' }).click();
  await expect(again.getByText('Question 2 of 3')).toBeVisible();
  await expect(item(again).getByLabel('Your answer')).toHaveValue(draft);
  await expect(again.getByRole('link', { name: 'Question 1: not right' })).toBeVisible();
  await answer(again).click();
  await expect(again.locator('.answered-text')).toContainText('the record is theirs as well.');
  await after.close();
  await rm(folder, { recursive: true, force: true });
  expect(complaints).toEqual([]);
});

test.describe('without a connection', () => {
  test.use({ provoked: /ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_CONNECTION/ });

  test('an answer is kept, said to be so, and sent once when the connection returns', async ({ page, context, learner }) => {
    await page.goto(await learner.quiz([verdict, lens]));
    await fill(item(page), verdict, rightAnswer(verdict));
    await context.setOffline(true);
    await answer(page).click();
    await expect(item(page).getByText('Your answer is kept here, and we keep trying.')).toBeVisible();
    await answer(page).click({ force: true });
    await context.setOffline(false);
    await expect(page.locator('#feedback')).toHaveText('Right');
    expect((await copyOf(page)).responses).toHaveLength(1);
  });

  test('an answer whose reply was lost on the way counts once', async ({ page, learner }) => {
    const address = await learner.quiz([verdict, lens]);
    await page.goto(address);
    await fill(item(page), verdict, rightAnswer(verdict));
    let lost = 0;
    await page.route(`**${address}`, async (route) => {
      if (route.request().method() !== 'POST' || lost > 0) return route.continue();
      lost++;
      await route.fetch({ maxRedirects: 0 });
      await route.abort('failed');
    });
    await answer(page).click();
    await expect(page.locator('#feedback')).toHaveText('Right');
    await expect(page.getByText('The first answer stands')).toHaveCount(0);
    expect(lost).toBe(1);
    expect((await copyOf(page)).responses).toHaveLength(1);
  });
});

test.describe('while the site is too busy', () => {
  test.use({ provoked: /status of 503/ });

  test('an answer is kept, said to be so, and sent again by itself when there is time', async ({ page, learner }) => {
    const address = await learner.quiz([verdict, lens]);
    await page.goto(address);
    await fill(item(page), verdict, rightAnswer(verdict));
    const refused = await busyOnce(page, address);
    await answer(page).click();
    await expect(item(page).getByText('the site is very busy. Your answer is kept here')).toBeVisible();
    // The page is asked to wait five seconds, and does.
    await expect(page.locator('#feedback')).toHaveText('Right', { timeout: 20_000 });
    expect(refused()).toBe(1);
    expect((await copyOf(page)).responses).toHaveLength(1);
  });

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false });
    const words = 'They read the gauge themselves.';

    test('the page says what to do; one step back the words stand as they were, and count once', async ({ page, learner }) => {
      const address = await learner.quiz([itemOfKind('explain'), lens]);
      await page.goto(address);
      await item(page).getByLabel('Your answer').fill(words);
      const refused = await busyOnce(page, address);
      await answer(page).click();
      await expect(page.getByRole('heading', { name: 'This site is very busy' })).toBeVisible();
      await expect(page.getByText('Go back and send it again')).toBeVisible();
      await page.goBack();
      await expect(item(page).getByLabel('Your answer')).toHaveValue(words);
      await answer(page).click();
      await expect(page.locator('.answered-text')).toContainText(words);
      expect(refused()).toBe(1);
      expect((await copyOf(page)).responses).toHaveLength(1);
    });

    test('one step back a choice stands as it was, and counts once', async ({ page, learner }) => {
      const address = await learner.quiz([verdict, lens]);
      await page.goto(address);
      await fill(item(page), verdict, rightAnswer(verdict));
      await busyOnce(page, address);
      await answer(page).click();
      await expect(page.getByRole('heading', { name: 'This site is very busy' })).toBeVisible();
      await page.goBack();
      await expect(item(page).locator('input:checked')).toHaveCount(1);
      await answer(page).click();
      await expect(page.locator('#feedback')).toHaveText('Right');
      expect((await copyOf(page)).responses).toHaveLength(1);
    });
  });
});
