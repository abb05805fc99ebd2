/** Pages fit every screen, stand still, and print. */
import type { Page } from '@playwright/test';
import type { CourseItem } from '#app/course/course.ts';
import { plainText } from '#app/course/story.ts';
import { rightAnswer } from './answers.ts';
import { expect, refusals, test } from './fixture.ts';
import { peoplePlaces } from './people-places.ts';
import type { Place } from './place.ts';
import { lessonPlaces, sitePlaces } from './places.ts';
import { fill } from './player.ts';
import { questionPlaces, quizPlaces } from './quiz-places.ts';
import { reviewPlaces } from './review-places.ts';
import { course, itemOfKind, items, lessons, lessonUrl, oneOfEachKind } from './the-course.ts';

const heights: Readonly<Record<number, number>> = { 320: 640, 390: 844, 1440: 900 };

/** Elements that reach over the right edge of the page. */
function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const out = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > clientWidth + 0.5);
    return [`${scrollWidth} > ${clientWidth}`, ...out.slice(0, 5).map((element) => element.outerHTML.slice(0, 120))];
  });
}

/** Things to press under 24 by 24 pixels (WCAG 2.5.8). A target within a line of text may be as small as the text. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const small: string[] = [];
    for (const control of document.querySelectorAll('a[href], button, summary, select, textarea, input:not([type="hidden"])')) {
      const target = (control instanceof HTMLInputElement && control.closest('label')) || control;
      const { width, height, bottom } = target.getBoundingClientRect();
      const seen = control.checkVisibility({ visibilityProperty: true }) && width > 0 && bottom + scrollY > 0;
      const inLine =
        getComputedStyle(target).display === 'inline' &&
        (target.parentElement?.textContent ?? '').trim().length > (target.textContent ?? '').trim().length;
      if (seen && !inLine && (width < 24 || height < 24)) small.push(`${width} × ${height}: ${target.outerHTML.slice(0, 160)}`);
    }
    return small;
  });
}

/** Buttons, and paragraphs that open a page, which stand on what is above them. */
function cramped(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const out: string[] = [];
    for (const element of document.querySelectorAll('main :is(:not(.actions) > .button, .actions, .lede > p)')) {
      let above = element.previousElementSibling;
      while (above && above.getBoundingClientRect().height === 0) above = above.previousElementSibling;
      const { top, height } = element.getBoundingClientRect();
      const inset = element.matches('.button') ? 0 : Number.parseFloat(getComputedStyle(element).paddingTop);
      const gap = above && height > 0 ? top + inset - above.getBoundingClientRect().bottom : null;
      // What reaches further down than its neighbour begins stands beside it.
      if (gap !== null && gap > -1 && gap < 8) out.push(`${gap} pixels above ${element.outerHTML.slice(0, 160)}`);
    }
    return out;
  });
}

const groups: readonly (readonly [name: string, group: readonly Place[]])[] = [
  ['lessons', lessonPlaces],
  ['questions', questionPlaces],
  ['quizzes and results', quizPlaces],
  ['accounts and teaching', peoplePlaces],
  ['reviews', reviewPlaces],
  // The component page is for those who make the site, on wide screens.
  ['all other pages', sitePlaces.filter(({ name }) => name !== 'components in development')],
];

test.describe('on any page', () => {
  test.use({ provoked: refusals });
  for (const [name, group] of groups) {
    test(`nothing scrolls sideways, no button stands on text and no target is under 24 pixels: ${name}`, async ({
      page,
      context,
      seed,
      baseURL,
    }) => {
      test.setTimeout(150_000);
      for (const place of group) {
        await context.clearCookies();
        await page.setViewportSize({ width: 1440, height: 900 });
        await place.open(page, () => seed.learner(context, baseURL ?? ''));
        for (const width of [1440, 390, 320]) {
          await page.setViewportSize({ width, height: heights[width] ?? 900 });
          expect.soft(await overflowing(page), `${place.name}, ${width} pixels wide`).toEqual([]);
          expect.soft(await cramped(page), `${place.name}, ${width} pixels wide`).toEqual([]);
        }
        expect.soft(await smallTargets(page), place.name).toEqual([]);
      }
    });
  }
});

for (const width of [390, 1440]) {
  test(`a first lesson view stands still though its fonts come late, ${width} pixels wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: heights[width] ?? 900 });
    await page.route('**/*.woff2', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 250));
      await route.continue();
    });
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(lessonUrl(lessons[0]?.slug ?? ''));
    await page.evaluate(() => document.fonts.ready);
    await page.waitForTimeout(500);
    expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual([]);
  });
}

test('the button under a question stays in its place while an answer is chosen and left', async ({ page, learner }) => {
  const choices = lessons.flatMap(({ slug }) => course.bank(slug)).filter(({ spec }) => ['verdict', 'what-if', 'lens'].includes(spec.kind));
  const address = await learner.quiz(choices);
  for (const [place, item] of choices.entries()) {
    await page.goto(`${address}?at=${place}`);
    const button = page.getByRole('button', { name: 'Answer' });
    const top = () => button.evaluate((it) => it.getBoundingClientRect().top + scrollY);
    const before = await top();
    await fill(page.locator('form#item'), item, rightAnswer(item));
    const chosen = await top();
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    expect.soft([chosen, await top()], item.spec.id).toEqual([before, before]);
  }
});

test.describe('in print', () => {
  test('a lesson keeps its text and leaves the navigation out', async ({ page, learner }) => {
    const lesson = lessons[0];
    await learner.study(lesson?.slug ?? '');
    await page.goto(lessonUrl(lesson?.slug ?? ''));
    await page.emulateMedia({ media: 'print' });
    for (const name of ['Site', 'Where you are']) await expect(page.getByRole('navigation', { name })).toBeHidden();
    await expect(page.getByRole('contentinfo')).toBeHidden();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    for (const { heading } of lesson?.sections ?? []) await expect(page.getByRole('heading', { name: heading, exact: true })).toBeVisible();
    for (const feedback of await page.locator('.feedback').all()) await expect(feedback).toBeVisible();
    // Glossary terms are words that can be pressed; on paper they are words.
    await expect(page.locator('button:not(.term-word)').filter({ visible: true })).toHaveCount(0);
  });

  test('a result keeps every answer with its feedback, though none was opened', async ({ page, learner }) => {
    const given = oneOfEachKind.map((_, place) => (place % 2 === 0 ? 'wrong' : 'right'));
    const address = await learner.quiz(oneOfEachKind, { given });
    await page.goto(`${address}/result`);
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('navigation', { name: 'Site' })).toBeHidden();
    await expect(page.locator('.feedback').filter({ visible: true })).toHaveCount(oneOfEachKind.length);
    await expect(page.locator('.score-total')).toBeVisible();
  });

  test('an open question keeps its story and its options', async ({ page, learner }) => {
    const item = itemOfKind('verdict');
    await page.goto(await learner.quiz([item]));
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.story')).toBeVisible();
    await expect(page.getByRole('radio').first()).toBeVisible();
    await expect(page.getByRole('button', { name: 'Answer' })).toBeHidden();
  });
});

test('on a phone the longest story and its question share one screen', async ({ page, context, seed, baseURL }) => {
  const inOneColumn = new Set(['verdict', 'criteria', 'what-if', 'order']);
  const words = (item: CourseItem) => item.scenarios.reduce((sum, scenario) => sum + plainText(scenario.story).split(/\s+/).length, 0);
  const longest = items
    .filter(({ spec }) => inOneColumn.has(spec.kind))
    .toSorted((one, other) => words(other) - words(one))
    .slice(0, 4);
  const learner = await seed.learner(context, baseURL ?? '');
  const address = await learner.quiz(longest);
  // What a browser leaves of 844 pixels between its own bars.
  await page.setViewportSize({ width: 390, height: 664 });
  for (const [index, item] of longest.entries()) {
    await page.goto(`${address}?at=${index}`);
    const top = (await page.locator('.item-stories .story').first().boundingBox())?.y ?? 0;
    const stem = await page.locator('.item-stem').boundingBox();
    expect.soft((stem?.y ?? 0) + (stem?.height ?? 0) - top, item.spec.id).toBeLessThanOrEqual(664);
  }
});

test('the tab of a page about a cohort is in sight, however narrow the row of tabs is', async ({ page, learner }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const { cohort } = await learner.teach();
  for (const [path, name] of [
    ['', 'Board'],
    ['/disputes', /^Disputes/],
    ['/settings', 'Settings'],
  ] as const) {
    await page.goto(cohort + path);
    await expect(page.getByRole('navigation', { name: 'Pages of this cohort' }).getByRole('link', { name })).toBeInViewport({
      ratio: 0.99,
    });
  }
});

test('on a phone an instructor sees name and score at once, and reads questions in a column of some width', async ({ page, learner }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const { cohort, assignment } = await learner.teach();
  await page.goto(assignment);
  const { x, width } = (await page.getByRole('columnheader', { name: 'Score' }).boundingBox()) ?? { x: 390, width: 0 };
  expect(x + width).toBeLessThanOrEqual(390 - 16);
  await page.goto(`${cohort}/items`);
  await page.locator('.fold > summary').first().click();
  const question = await page.locator('.item-figures > tbody > tr > th:visible').first().boundingBox();
  expect(question?.width).toBeGreaterThanOrEqual(200);
});
