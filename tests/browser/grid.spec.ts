/** Cases are placed on the map by mouse, by touch, by keyboard and without script, and the same answer arrives each time. */
import type { Locator, Page } from '@playwright/test';
import { forLearner, toForm } from '#app/quiz/quiz.ts';
import { rightAnswer, wrongAnswer } from './answers.ts';
import { copyOf, expect, test } from './fixture.ts';
import { fill } from './player.ts';
import { itemOfKind, items } from './the-course.ts';

// The whole map stands in the window.
test.use({ viewport: { width: 1280, height: 1000 } });

const item = itemOfKind('grid');
/** Numbers as the first question of a quiz presents them, each with the letter of its cell. */
const wanted = [...toForm(item, 0, rightAnswer(item))].map(([name, cell]) => ({ number: name.replace('row-', ''), cell }));
const grids = items.filter(({ spec }) => spec.kind === 'grid');
const titles = new Map(item.scenarios.map(({ title }, place) => [place, title]));

const chip = (page: Page, number: string) => page.locator(`[data-grid-chip="${number}"]`);
const cellAt = (page: Page, letter: string) => page.locator(`[data-grid-cell="${letter}"]`);
const listOf = (page: Page, number: string) => page.locator(`select[data-grid-select="${number}"]`);

async function centre(locator: Locator): Promise<{ x: number; y: number }> {
  const box = await locator.boundingBox();
  if (!box) throw new Error('It is not on the page.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  await expect(from).toBeEnabled();
  await from.scrollIntoViewIfNeeded();
  const [start, end] = [await centre(from), await centre(to)];
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 4 });
  await page.mouse.move(end.x, end.y, { steps: 4 });
  await page.mouse.up();
}

/** Sends the form and looks at what has arrived. */
async function arrives(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Answer' }).click();
  await expect(page.locator('#feedback')).toHaveText('Right');
  const { responses } = await copyOf(page);
  expect(responses).toEqual([expect.objectContaining({ itemId: item.spec.id, answer: rightAnswer(item), right: true })]);
}

test('a number is dragged to its cell, within the map and off it, and the list beside the case follows', async ({ page, learner }) => {
  await page.goto(await learner.quiz([item]));
  for (const { number, cell } of wanted) await drag(page, chip(page, number), cellAt(page, cell));
  for (const { number, cell } of wanted) {
    await expect(cellAt(page, cell).locator(`[data-grid-chip="${number}"]`)).toBeVisible();
    await expect(listOf(page, number)).toHaveValue(cell);
  }
  const { number, cell } = wanted[0] ?? { number: '', cell: '' };
  await drag(page, chip(page, number), page.locator('[data-grid-held]'));
  await expect(listOf(page, number)).toHaveValue('');
  await drag(page, chip(page, number), cellAt(page, 'l'));
  await expect(listOf(page, number)).toHaveValue('l');
  await drag(page, chip(page, number), cellAt(page, cell));
  await arrives(page);
});

test('a drag that ends beside the map, or in its own cell, changes nothing', async ({ page, learner }) => {
  await page.goto(await learner.quiz([item]));
  await drag(page, chip(page, '1'), cellAt(page, 'a'));
  await drag(page, chip(page, '1'), page.locator('.item-stem'));
  await drag(page, chip(page, '1'), cellAt(page, 'a').locator('.grid-name'));
  expect(await page.locator('[data-grid-select]').evaluateAll((all) => all.map((one) => (one as HTMLSelectElement).value).join(''))).toBe(
    'a',
  );
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('a number is chosen by a tap and put by another, the next one being offered', async ({ page, learner }) => {
    await page.goto(await learner.quiz([item]));
    await expect(chip(page, '1')).toHaveAttribute('aria-pressed', 'true');
    for (const { number, cell } of wanted.toReversed()) {
      await chip(page, number).tap();
      await expect(page.locator('[data-grid-held]')).toContainText(`${number}. `);
      await cellAt(page, cell).tap();
    }
    await expect(page.locator('[data-grid-held]')).toContainText('Every case has a cell.');
    await arrives(page);
  });
});

test('by keyboard a number is carried over the map, stays at its edge, and goes back by Delete; each step is said', async ({
  page,
  learner,
}) => {
  await page.goto(await learner.quiz([item]));
  const first = chip(page, '1');
  await first.focus();
  const { body } = forLearner(item, 0);
  const title = body.type === 'grid' ? body.rows[0]?.text : '';
  for (const [key, cell, words] of [
    ['ArrowRight', 'a', 'Deciding what to do, Government alone: official decision'],
    ['ArrowLeft', 'a', 'official decision'],
    ['ArrowUp', 'a', 'official decision'],
    ['ArrowDown', 'd', 'Planning and design, Government alone: official design'],
    ['ArrowRight', 'e', 'Planning and design, Both together: co-design'],
    ['Delete', '', 'not placed'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(listOf(page, '1')).toHaveValue(cell);
    await expect(page.getByRole('status').filter({ hasText: `${title}: ` })).toContainText(words);
    await expect(first).toBeFocused();
    await expect(first).toHaveAccessibleName(new RegExp(`^1, .*${words.replaceAll(/[()]/g, '.')}$`));
  }
});

test('what was placed is still there after the page is loaded again, and a list moves its number', async ({ page, learner }) => {
  await page.goto(await learner.quiz([item]));
  await drag(page, chip(page, '2'), cellAt(page, 'h'));
  await page.reload();
  await expect(cellAt(page, 'h').locator('[data-grid-chip="2"]')).toBeVisible();
  await listOf(page, '2').selectOption('c');
  await expect(cellAt(page, 'c').locator('[data-grid-chip="2"]')).toBeVisible();
});

test('nothing jumps when the script frees the numbers', async ({ page, learner }) => {
  const address = await learner.quiz([item]);
  await page.route('**/assets/grid-*.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 400));
    await route.continue();
  });
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  const top = async () => (await page.locator('.grid-case').last().boundingBox())?.y;
  const before = await top();
  await expect(chip(page, '1')).toBeEnabled();
  expect(await top()).toBe(before);
});

test('choosing another number moves nothing on the narrowest phone, however long its words', async ({ page, learner }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(await learner.quiz(grids));
  for (const [place, { scenarios }] of grids.entries()) {
    await page.goto(`${page.url().replace(/\?.*/, '')}?at=${place}`);
    const tops = new Set<number>();
    for (const number of scenarios.keys()) {
      await chip(page, String(number + 1)).click();
      tops.add(await page.locator('.grid-board').evaluate((board) => board.getBoundingClientRect().top + scrollY));
    }
    expect.soft(tops.size, scenarios.map(({ id }) => id).join()).toBe(1);
  }
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('cells are chosen from the lists, and the map is there to look at', async ({ page, learner }) => {
    await page.goto(await learner.quiz([item]));
    await expect(page.locator('[data-grid-tray]')).toBeHidden();
    await expect(page.locator('.grid-board')).toContainText('co-production');
    await fill(page.locator('form#item'), item, rightAnswer(item));
    await arrives(page);
  });

  test('a wrong answer gets the map with the regions, and each case its reasons', async ({ page, learner }) => {
    await page.goto(await learner.quiz([item]));
    await fill(page.locator('form#item'), item, wrongAnswer(item));
    await page.getByRole('button', { name: 'Answer' }).click();
    await expect(page.locator('.placed-list > li')).toHaveCount(titles.size);
    await expect(page.locator('.placed-list > li').filter({ hasText: 'You said: ' })).not.toHaveCount(0);
    await page.getByText('The same in words').click();
    const words = page.locator('.figure-words table');
    await expect(words.getByRole('cell', { name: /^co-production \(narrow and broad definition\)/ })).toBeVisible();
    await expect(words.getByRole('cell', { name: /^joint review \(broad definition\)/ })).toBeVisible();
    await expect(words.getByRole('cell', { name: /Put here but not belonging here/ })).toBeVisible();
  });
});
