/** Everything can be done by keyboard, and one sees where one is. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { answerByKeyboard, tabTo } from './keys.ts';
import { course, lessons, lessonUrl, oneOfEachKind } from './the-course.ts';

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
