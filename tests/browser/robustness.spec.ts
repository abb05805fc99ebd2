/** Nothing is lost and nothing counts twice, whatever happens between the press and the page. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { rightAnswer, wrongAnswer } from './answers.ts';
import { complaintsIn, copyOf, expect, refusals, test } from './fixture.ts';
import { answerRight, fill } from './player.ts';
import { courseUrl, itemOfKind, lessons, lessonUrl } from './the-course.ts';

const verdict = itemOfKind('verdict');
const lens = itemOfKind('lens');
const item = (page: Page) => page.locator('form#item');
const answer = (page: Page) => item(page).getByRole('button', { name: 'Answer' });

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('in two tabs the first answer stands, and the second tab is told so', async ({ page, context, seed, baseURL }) => {
      const address = await (await seed.learner(context, baseURL ?? '')).quiz([verdict, lens]);
      const other = await context.newPage();
      for (const tab of [page, other]) await tab.goto(`${address}?at=0`);
      await fill(item(page), verdict, rightAnswer(verdict));
      await answer(page).click();
      await expect(page.locator('#feedback')).toHaveText('Right');
      await fill(item(other), verdict, wrongAnswer(verdict));
      await answer(other).click();
      await expect(other.getByText('The first answer stands')).toBeVisible();
      await expect(other.locator('#feedback')).toHaveText('Right');
      expect((await copyOf(page)).responses.map(({ right }) => right)).toEqual([true]);
    });

    test('a double click counts once in a quiz', async ({ page, context, seed, baseURL }) => {
      await page.goto(await (await seed.learner(context, baseURL ?? '')).quiz([verdict, lens]));
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

test('a form that is sent again counts once and gives the first result', async ({ page, context, seed, baseURL }) => {
  const address = await (await seed.learner(context, baseURL ?? '')).quiz([verdict, lens]);
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

  test('an answer is kept, said to be so, and sent once when the connection returns', async ({ page, context, seed, baseURL }) => {
    await page.goto(await (await seed.learner(context, baseURL ?? '')).quiz([verdict, lens]));
    await fill(item(page), verdict, rightAnswer(verdict));
    await context.setOffline(true);
    await answer(page).click();
    await expect(item(page).getByText('Your answer is kept here, and we keep trying.')).toBeVisible();
    await answer(page).click();
    await context.setOffline(false);
    await expect(page.locator('#feedback')).toHaveText('Right');
    expect((await copyOf(page)).responses).toHaveLength(1);
  });

  test('an answer whose reply was lost on the way counts once', async ({ page, context, seed, baseURL }) => {
    const address = await (await seed.learner(context, baseURL ?? '')).quiz([verdict, lens]);
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

test.describe('an address that leads nowhere', () => {
  test.use({ provoked: refusals });
  const nobody = '01900000-0000-7000-8000-000000000000';
  const nowhere = [
    '/nothing/here',
    '/courses/none',
    `${courseUrl}/lessons/none`,
    `${courseUrl}/lessons/none/quiz`,
    `${courseUrl}/lessons/..%2F..%2Fetc`,
    '/attempts/none',
    `/attempts/${nobody}`,
    `/attempts/${nobody}/result`,
    '/attempts/%00',
    '/progress/export',
  ];

  for (const known of [false, true]) {
    test(`says so and shows a way on, for ${known ? 'a learner' : 'a visitor'}`, async ({ page, context, seed, baseURL }) => {
      if (known) await (await seed.learner(context, baseURL ?? '')).quiz([verdict]);
      for (const address of nowhere.filter((it) => !known || it !== '/progress/export')) {
        const response = await page.goto(address);
        expect.soft(response?.status(), address).toBe(404);
        await expect.soft(page.getByRole('heading', { level: 1 }), address).toBeVisible();
        await expect.soft(page.getByRole('main').getByRole('link', { name: 'Open the course' }), address).toBeVisible();
      }
    });
  }

  test('another learner’s quiz is not there', async ({ page, context, seed, baseURL }) => {
    const address = await (await seed.learner(context, baseURL ?? '')).quiz([verdict]);
    await seed.learner(context, baseURL ?? '');
    expect((await page.goto(address))?.status()).toBe(404);
  });

  test('a place in the quiz that does not exist shows the open question', async ({ page, context, seed, baseURL }) => {
    const address = await (await seed.learner(context, baseURL ?? '')).quiz([verdict, lens], { given: ['right'] });
    for (const at of ['-1', '99', 'two', '1e9', '']) {
      await page.goto(`${address}?at=${at}`);
      await expect.soft(page.getByText('Question 2 of 2'), at).toBeVisible();
    }
  });

  test('no address of any shape makes the server stumble', async ({ page }) => {
    for (const address of [
      '/courses/%E0%A4%A',
      '/%',
      '//evil.example/',
      `/attempts/${'a'.repeat(4000)}`,
      '/?_data=none',
      `${courseUrl}?_data=root`,
    ]) {
      expect.soft((await page.request.get(`http://localhost:4173${address}`)).status(), address).toBeLessThan(500);
    }
  });
});

test('a form from another site, or from nowhere, is refused and changes nothing', async ({ page, context, seed, baseURL }) => {
  const address = await (await seed.learner(context, baseURL ?? '')).quiz([verdict, lens]);
  await page.goto(address);
  const key = await item(page).locator('input[name="key"]').inputValue();
  const form = { intent: 'answer', position: '0', option: 'a', key };
  for (const headers of [
    {},
    { Origin: 'https://evil.example' },
    { Origin: 'null' },
    { Origin: baseURL ?? '', 'Sec-Fetch-Site': 'cross-site' },
  ]) {
    expect.soft((await page.request.post(address, { form, headers, maxRedirects: 0 })).status(), JSON.stringify(headers)).toBe(403);
  }
  expect((await copyOf(page)).responses).toEqual([]);
});
