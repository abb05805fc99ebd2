/** Plays a learner: finds out which item a form asks, and fills in the answer that follows from the definitions, by what the page says. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { CourseItem } from '#app/course/course.ts';
import type { Answer, ItemForLearner } from '#app/quiz/item.ts';
import { forLearner, toForm } from '#app/quiz/quiz.ts';
import { rightAnswer } from './answers.ts';
import { course, items, lessonUrl } from './the-course.ts';

const words = (text: string) => text.replace(/\s+/g, ' ').trim();
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const exactly = (text: string) => new RegExp(`^\\s*${escaped(words(text)).replaceAll(' ', '\\s+')}\\s*$`);

/** What must stand in a form for it to ask this item. Options tell apart items with the same question on the same story. */
function asks(view: ItemForLearner, text: string): boolean {
  if (!text.includes(words(view.stem))) return false;
  if (!view.stories.every((story) => text.includes(words(story.title)) || text.includes(words(story.paragraphs[0]?.[0] ?? ''))))
    return false;
  switch (view.body.type) {
    case 'choice':
      return view.body.options.every((option) => text.includes(words(option.text)));
    case 'checklist':
      return view.body.rows.every((row) => text.includes(words(row.label)));
    case 'table':
    case 'grid':
      return view.body.rows.every((row) => text.includes(words(row.text)));
    case 'order':
      return view.body.steps.every((step) => text.includes(words(step.text)));
    default:
      return true;
  }
}

/** Returns the item that a form on a page asks; throws where it is none of the course. */
export async function itemIn(form: Locator): Promise<CourseItem> {
  const text = words((await form.textContent()) ?? '');
  const found = items.find((item) => asks(forLearner(item, 0), text));
  if (!found) throw new Error(`The page asks something that the course does not: ${text.slice(0, 200)}`);
  return found;
}

/** Fills in `answer`, given in canonical ids, by the words on the page: the letters there differ from attempt to attempt. */
export async function fill(form: Locator, item: CourseItem, answer: Answer): Promise<void> {
  const view = forLearner(item, 0);
  const fields = toForm(item, 0, answer);
  const { body } = view;
  switch (body.type) {
    case 'choice': {
      const option = body.options.find(({ id }) => id === fields.get('option'));
      await form
        .locator('label.option')
        .filter({ has: form.page().locator('span', { hasText: exactly(option?.text ?? '') }) })
        .locator('input')
        .check();
      return;
    }
    case 'checklist':
      for (const met of fields.getAll('met')) await form.locator(`input[name="met"][value="${met}"]`).check();
      return;
    case 'sentence':
      await form.locator(`input[name="sentence"][value="${fields.get('sentence')}"]`).check();
      return;
    case 'table':
      for (const row of body.rows) {
        const column = body.columns.find(({ id }) => id === fields.get(`row-${row.id}`));
        const group = form.locator('fieldset.sort-row').filter({ has: form.page().locator('.sort-text', { hasText: exactly(row.text) }) });
        await group.getByRole('radio', { name: column?.label ?? '', exact: true }).check();
      }
      return;
    case 'grid':
      // The numbers of the rows differ from attempt to attempt too, but not the letters of the cells.
      for (const row of body.rows)
        await form.getByLabel(`Cell of: ${row.text}`, { exact: true }).selectOption(fields.get(`row-${row.id}`) ?? '');
      return;
    case 'order':
      for (const step of body.steps)
        await form.getByLabel(`Place of: ${step.text}`, { exact: true }).selectOption(fields.get(`step-${step.id}`) ?? '');
      return;
    case 'number':
      await form.locator('input[name="value"]').fill(fields.get('value') ?? '');
      return;
    case 'text':
      for (const { id } of body.fields) await form.locator(`textarea[name="${id}"]`).fill(fields.get(id) ?? '');
  }
}

/** Fills in what follows from the facts (for an explanation: a few words) and returns the item. */
export async function answerRight(form: Locator): Promise<CourseItem> {
  const item = await itemIn(form);
  await fill(form, item, rightAnswer(item));
  return item;
}

/** Answers every check of the lesson that is on the page. */
export async function answerChecks(page: Page, slug: string): Promise<void> {
  for (const id of course.lesson(slug)?.checkIds ?? []) {
    const form = page.locator(`#form-${id}`);
    await answerRight(form);
    await form.getByRole('button', { name: 'Check' }).click();
    await page.locator(`#feedback-${id}`).waitFor();
  }
}

/** Answers every check of the lesson on the page and marks every section as read. */
export async function studyLesson(page: Page, slug: string): Promise<void> {
  const lesson = course.lesson(slug);
  if (!lesson) throw new Error(`No lesson ${slug}`);
  await page.goto(lessonUrl(slug));
  await answerChecks(page, slug);
  for (const section of lesson.sections) {
    const button = page.locator(`#${section.id}`).getByRole('button', { name: 'Mark as read' });
    // With script, a section that was on screen marks itself, perhaps while we reach for its button.
    await expect(async () => {
      if (await button.isVisible()) await button.click({ timeout: 2000 });
      await expect(page.locator(`#${section.id} .section-end:not(form)`)).toBeVisible({ timeout: 2000 });
    }).toPass({ timeout: 30_000 });
  }
}

/** Takes a quiz from its first question to its result, everything right; `the test` is the capstone's. */
export async function takeQuiz(page: Page, slug: string, mode: 'practice' | 'mock test' | 'the test'): Promise<void> {
  await page.goto(`${lessonUrl(slug)}/quiz`);
  await page.getByRole('button', { name: `Start ${mode}` }).click();
  await page.waitForURL(/\/attempts\//);
  for (let question = 0; question < 20; question++) {
    const form = page.locator('form#item');
    await form.waitFor();
    await answerRight(form);
    const before = page.url();
    const position = await form.locator('input[name="position"]').inputValue();
    await form.getByRole('button', { name: 'Answer' }).click();
    if (mode !== 'practice') {
      await page.waitForFunction(
        ([old, at]) =>
          location.pathname.endsWith('/result') ||
          location.href !== old ||
          document.querySelector<HTMLInputElement>('form#item input[name="position"]')?.value !== at,
        [before, position],
      );
      if (page.url().includes('/result')) return;
      continue;
    }
    await page.locator('#feedback').waitFor();
    const next = page.getByRole('link', { name: 'Next question' }).first();
    if ((await next.count()) === 0) break;
    await next.click();
  }
  await page.getByRole('link', { name: 'See your result' }).first().click();
  await page.waitForURL(/\/result/);
}
