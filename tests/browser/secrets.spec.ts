/** Nothing that the network brings tells the answer to a question that is still open. */
import type { Page } from '@playwright/test';
import type { Lesson } from '#app/course/compiled.ts';
import type { CourseItem } from '#app/course/course.ts';
import { judge } from '#app/definitions/judge.ts';
import { forLearner } from '#app/quiz/quiz.ts';
import { expect, refusals, test } from './fixture.ts';
import { course, lessons, lessonUrl, oneOfEachKind } from './the-course.ts';

/** Every text anywhere in a value. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** What the facts say that somebody does, in the author's words. */
function deedsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === 'what' && typeof inner === 'string' ? [inner] : deedsIn(inner)));
}

/** Reasons, deeds, ideas behind mistakes and ids that must not be told before the answer. What the question itself shows is no secret. */
function secretsOf(item: CourseItem): string[] {
  const { theory, scenarios, spec } = item;
  const told = textsIn(forLearner(item, 0)).join('\n');
  const reasons = scenarios.flatMap(({ facts }) =>
    theory.lenses.flatMap((lens) => judge(theory, facts, lens).subjects.flatMap(({ findings }) => findings.map(({ because }) => because))),
  );
  const ideas = theory.misconceptions.flatMap(({ id, name, tempts, breaks }) => [`misconception:${id}`, `"${id}"`, name, tempts, breaks]);
  const ids = [`"${spec.id}"`, ...scenarios.flatMap(({ id, facts }) => [`"${id}"`, ...theory.changes(facts).map((change) => change.id)])];
  return [...new Set([...reasons, ...scenarios.flatMap(({ facts }) => deedsIn(facts)), ...ideas, ...ids])].filter(
    (secret) => !told.includes(secret),
  );
}

/** Undoes what HTML and JSON do to quotation marks and brackets, so that a text is found in either. */
const plain = (body: string) =>
  body
    .replaceAll(/\\u003c/gi, '<')
    .replaceAll('\\"', '"')
    .replaceAll(/&#x27;|&#39;/g, "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

/** Gathers the text of everything that comes over the network from now on. */
function listen(page: Page): () => Promise<string> {
  const bodies: Promise<string>[] = [];
  page.on('response', (response) => {
    if (!/font|image/.test(response.headers()['content-type'] ?? '')) bodies.push(response.text().catch(() => ''));
  });
  return async () => plain((await Promise.all(bodies)).join('\n'));
}

/** The data that a page is made from, which Remix gives to whoever asks. */
async function dataOf(page: Page, address: string): Promise<string> {
  const routes = [
    'root',
    'pages/learn/lesson',
    'pages/learn/attempt',
    'pages/learn/result',
    'pages/learn/quiz-start',
    'pages/learn/progress',
  ];
  const bodies = await Promise.all(routes.map(async (route) => (await page.request.get(address, { params: { _data: route } })).text()));
  return plain(bodies.join('\n'));
}

function expectNone(text: string, secrets: readonly string[], where: string): void {
  expect
    .soft(
      secrets.filter((secret) => text.includes(secret)),
      where,
    )
    .toEqual([]);
}

/** Cases that the lesson itself takes apart: what it says of them is no secret. */
function takenApart(lesson: Lesson): string[] {
  return lesson.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.type === 'worked' || block.type === 'faded' ? [block.scenario] : [])),
  );
}

test.use({ provoked: refusals });

for (const lesson of lessons) {
  test(`lesson ${lesson.number} tells nothing of its open checks`, async ({ page }) => {
    const brought = listen(page);
    await page.goto(lessonUrl(lesson.slug));
    await page.mouse.wheel(0, 20_000);
    await page.waitForLoadState('networkidle');
    const text = `${await brought()}\n${await dataOf(page, lessonUrl(lesson.slug))}`;
    const open = lesson.checkIds.flatMap((id) => course.item(id) ?? []);
    // A form says by its item's id which check it answers.
    for (const item of open.filter(({ scenarios }) => !scenarios.some(({ id }) => takenApart(lesson).includes(id)))) {
      expectNone(
        text,
        secretsOf(item).filter((secret) => secret !== `"${item.spec.id}"`),
        item.spec.id,
      );
    }
    await expect(page.locator('form mark')).toHaveCount(0);
  });

  test(`a quiz on lesson ${lesson.number} tells nothing of its open questions`, async ({ page, context, seed, baseURL }) => {
    test.setTimeout(90_000);
    const bank = course.bank(lesson.slug);
    const address = await (await seed.learner(context, baseURL ?? '')).quiz(bank);
    for (const [position, item] of bank.entries()) {
      const brought = listen(page);
      await page.goto(`${address}?at=${position}`);
      const text = `${await brought()}\n${await dataOf(page, `${address}?at=${position}`)}`;
      page.removeAllListeners('response');
      expectNone(text, secretsOf(item), item.spec.id);
      expect.soft(text.match(/<mark|"mark":true|"because"|"segments"/g) ?? [], item.spec.id).toEqual([]);
    }
  });
}

test('a mock test tells nothing of what was answered until its end', async ({ page, context, seed, baseURL }) => {
  const given = oneOfEachKind.map((_, place) => (place % 2 === 0 ? 'wrong' : 'right')).slice(0, -1) as ('right' | 'wrong')[];
  const address = await (await seed.learner(context, baseURL ?? '')).quiz(oneOfEachKind, { mode: 'mock', given });
  const brought = listen(page);
  for (const place of [...oneOfEachKind.keys()]) await page.goto(`${address}?at=${place}`);
  for (const other of [`${address}/result`, '/', '/progress', '/progress/export']) {
    const response = await page.request.get(other);
    expect.soft(plain(await response.text()), other).not.toMatch(/Not right|"right":(true|false)|"right": (true|false)|<mark/);
    for (const item of oneOfEachKind)
      expectNone(
        plain(await response.text()),
        secretsOf(item).filter((it) => it !== `"${item.spec.id}"`),
        `${other}: ${item.spec.id}`,
      );
  }
  const text = `${await brought()}\n${await dataOf(page, address)}`;
  for (const item of oneOfEachKind) expectNone(text, secretsOf(item), item.spec.id);
  expect(text).not.toMatch(/Not right|"outcome"|<mark/);

  await page.goto(address);
  await page.getByRole('button', { name: 'Finish the test now' }).click();
  await expect(page.locator('.result-question').filter({ hasText: 'Not right' }).first()).toBeVisible();
});
