/** Addresses that lead nowhere, and requests that are not ours. */
import type { Page } from '@playwright/test';
import { copyOf, expect, refusals, test } from './fixture.ts';
import { courseUrl, itemOfKind } from './the-course.ts';

const verdict = itemOfKind('verdict');
const lens = itemOfKind('lens');

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
  ];

  async function visitAll(page: Page): Promise<void> {
    for (const address of nowhere) {
      const response = await page.goto(address);
      expect.soft(response?.status(), address).toBe(404);
      await expect.soft(page.getByRole('heading', { level: 1 }), address).toBeVisible();
      await expect.soft(page.getByRole('main').getByRole('link', { name: 'Open the course' }), address).toBeVisible();
      await expect.soft(page.getByRole('main').getByRole('link', { name: 'help@example.org' }), address).toBeVisible();
    }
  }

  test('says so to a visitor, and shows a way on', ({ page }) => visitAll(page));

  test('says so to a learner, and shows a way on', async ({ page, learner }) => {
    await learner.quiz([verdict]);
    await visitAll(page);
  });

  test('and the page on data name who runs the site', async ({ page }) => {
    await page.goto('/privacy');
    await expect(page.getByRole('link', { name: 'help@example.org' })).toHaveAttribute('href', 'mailto:help@example.org');
  });

  test('another learner’s quiz is not there', async ({ page, context, seed, baseURL, learner }) => {
    const address = await learner.quiz([verdict]);
    await seed.learner(context, baseURL ?? '');
    expect((await page.goto(address))?.status()).toBe(404);
  });

  test('a place in the quiz that does not exist shows the open question', async ({ page, learner }) => {
    const address = await learner.quiz([verdict, lens], { given: ['right'] });
    for (const at of ['-1', '99', 'two', '1e9']) {
      await page.goto(`${address}?at=${at}`);
      await expect.soft(page.getByText('Question 2 of 2'), at).toBeVisible();
    }
  });

  test('no address of any shape makes the server stumble', async ({ page, baseURL }) => {
    for (const address of [
      '/courses/%E0%A4%A',
      '/%',
      '//evil.example/',
      `/attempts/${'a'.repeat(4000)}`,
      '/?_data=none',
      `${courseUrl}?_data=root`,
    ]) {
      expect.soft((await page.request.get(`${baseURL}${address}`)).status(), address).toBeLessThan(500);
    }
  });
});

test('a form from another site, or from nowhere, is refused and changes nothing', async ({ page, baseURL, learner }) => {
  const address = await learner.quiz([verdict, lens]);
  await page.goto(address);
  const key = await page.locator('form#item input[name="key"]').inputValue();
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
