/** Everything can be done by keyboard, and one sees where one is. */
import type { Locator, Page } from '@playwright/test';
import type { CourseItem } from '#app/course/course.ts';
import { forLearner, toForm } from '#app/quiz/quiz.ts';
import { rightAnswer } from './answers.ts';
import { expect, test } from './fixture.ts';
import { course, lessons, lessonUrl, oneOfEachKind } from './the-course.ts';

/** Presses Tab until the focus is on the element. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 150; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The Tab key does not lead to ${target}.`);
}

async function pressTimes(page: Page, key: string, times: number): Promise<void> {
  for (let press = 0; press < times; press++) await page.keyboard.press(key);
}

/** Enters the answer that follows from the facts by keys alone, in the order in which Tab leads through the form. */
async function answerByKeyboard(page: Page, form: Locator, item: CourseItem, seed: number): Promise<void> {
  const { body } = forLearner(item, seed);
  const fields = toForm(item, seed, rightAnswer(item));
  const letterPlace = (letter: string | null) => (letter ?? 'a').charCodeAt(0) - 'a'.charCodeAt(0);
  const radios = form.getByRole('radio');
  switch (body.type) {
    case 'choice':
      await tabTo(page, radios.first());
      return page.keyboard.press(String(letterPlace(fields.get('option')) + 1));
    case 'checklist':
      for (const met of fields.getAll('met')) {
        await tabTo(page, form.locator(`input[value="${met}"][name="met"]`));
        await page.keyboard.press('Space');
      }
      return;
    case 'sentence':
      await tabTo(page, radios.first());
      await page.keyboard.press('Space');
      return pressTimes(page, 'ArrowDown', Number(fields.get('sentence')));
    case 'table':
      for (const row of body.rows) {
        await tabTo(page, form.locator(`input[name="row-${row.id}"]`).first());
        await page.keyboard.press('Space');
        await pressTimes(page, 'ArrowDown', letterPlace(fields.get(`row-${row.id}`)));
      }
      return;
    case 'grid':
      // With the focus on a number, → takes it to the first cell of the map, and the arrows on from there.
      for (const row of body.rows) {
        const cell = letterPlace(fields.get(`row-${row.id}`));
        await tabTo(page, form.locator(`[data-grid-chip="${row.id}"]`));
        await page.keyboard.press('ArrowRight');
        await pressTimes(page, 'ArrowDown', Math.floor(cell / body.columns.length));
        await pressTimes(page, 'ArrowRight', cell % body.columns.length);
      }
      return;
    case 'order':
      for (let place = 1; place <= body.steps.length; place++) {
        const step = body.steps.find(({ id }) => fields.get(`step-${id}`) === String(place));
        await tabTo(page, form.getByLabel(`Place of: ${step?.text}`, { exact: true }));
        await page.keyboard.press(String(place));
      }
      return;
    case 'number':
      await tabTo(page, form.getByLabel('Your result'));
      return page.keyboard.type(fields.get('value') ?? '');
    case 'text':
      await tabTo(page, form.getByLabel('Your answer'));
      return page.keyboard.type(fields.get('text') ?? '');
  }
}

for (const [position, item] of oneOfEachKind.entries()) {
  test(`a quiz question is answered by keyboard alone, and focus goes to the feedback: ${item.spec.kind}`, async ({ page, learner }) => {
    const address = await learner.quiz(oneOfEachKind);
    await page.goto(`${address}?at=${position}`);
    const form = page.locator('form#item');
    await answerByKeyboard(page, form, item, position);
    await tabTo(page, form.getByRole('button', { name: 'Answer' }));
    await page.keyboard.press('Enter');
    await expect(page.locator('#feedback')).toBeFocused();
    await expect(page.locator('#feedback')).toHaveText(item.spec.kind === 'explain' ? 'Kept, not marked' : 'Right');
  });
}

test('a check inside a lesson is answered by keyboard alone, and focus goes to its feedback', async ({ page }) => {
  const isLens = (check: string) => course.item(check)?.spec.kind === 'lens';
  const lesson = lessons.find(({ checkIds }) => checkIds.some(isLens));
  const id = lesson?.checkIds.find(isLens) ?? '';
  await page.goto(lessonUrl(lesson?.slug ?? ''));
  const form = page.locator(`#form-${id}`);
  await tabTo(page, form.getByRole('radio').first());
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await tabTo(page, form.getByRole('button', { name: 'Check' }));
  await page.keyboard.press('Enter');
  await expect(page.locator(`#feedback-${id}`)).toBeFocused();
  await expect(page.locator(`#feedback-${id}`)).toBeInViewport();
});

test('the first Tab shows a way past the navigation, and it leads to the text', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the text' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.locator('main :focus')).toHaveCount(1);
});

/** Walks a page by Tab and returns what had the focus without showing it. */
async function unseenStops(page: Page): Promise<string[]> {
  const unseen: string[] = [];
  for (let stop = 0; stop < 60; stop++) {
    await page.keyboard.press('Tab');
    const now = await page.evaluate(() => {
      const active = document.activeElement;
      if (!active || active === document.body) return null;
      const outlined = (element: Element | null) => {
        const { outlineStyle, outlineWidth } = element ? getComputedStyle(element) : { outlineStyle: 'none', outlineWidth: '0' };
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
      };
      const label = active instanceof HTMLInputElement ? active.closest('label') : null;
      const around = [active, label, ...(label?.querySelectorAll('*') ?? [])];
      return { seen: around.some(outlined), html: active.outerHTML.slice(0, 120) };
    });
    if (now === null) break;
    if (!now.seen) unseen.push(now.html);
  }
  return unseen;
}

test('whatever has the focus shows it', async ({ page, learner }) => {
  test.setTimeout(120_000);
  await page.goto('/');
  expect.soft(await unseenStops(page)).toEqual([]);
  const address = await learner.quiz(oneOfEachKind);
  for (const [position, item] of oneOfEachKind.entries()) {
    await page.goto(`${address}?at=${position}`);
    expect.soft(await unseenStops(page), item.spec.kind).toEqual([]);
  }
});
