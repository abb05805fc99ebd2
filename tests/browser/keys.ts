/** Playing by keyboard alone. */
import type { Locator, Page } from '@playwright/test';
import type { CourseItem } from '#app/course/course.ts';
import { forLearner, toForm } from '#app/quiz/quiz.ts';
import { rightAnswer } from './answers.ts';

/** Presses Tab until the focus is on the element. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
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
export async function answerByKeyboard(page: Page, form: Locator, item: CourseItem, seed: number): Promise<void> {
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
