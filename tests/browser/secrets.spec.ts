/** Nothing that the network brings tells the answer to a question that is still open. */
import type { Page } from '@playwright/test';
import type { Lesson } from '#app/course/compiled.ts';
import type { CourseItem } from '#app/course/course.ts';
import { judge } from '#app/definitions/judge.ts';
import { forLearner } from '#app/quiz/quiz.ts';
import { expect, refusals, test } from './fixture.ts';
import type { Given } from './seed.ts';
import { course, lessons, lessonUrl, oneOfEachKind } from './the-course.ts';

/** Every text anywhere in a value. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** What the facts say that somebody does, in the author's words. A word or two may stand in any text by chance. */
function deedsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'what' && typeof inner === 'string' && inner.split(' ').length > 3 ? [inner] : deedsIn(inner),
  );
}

/**
 * Reasons, deeds, ideas behind mistakes and ids that must not be told before the answer. What the question itself shows is no secret, nor
 * is what a lesson says of the cases that it takes apart.
 */
function secretsOf(item: CourseItem, takenApart: readonly string[] = []): string[] {
  const { theory, scenarios, spec } = item;
  const told = textsIn(forLearner(item, 0)).join('\n');
  const untold = scenarios.filter(({ id }) => !takenApart.includes(id));
  const reasons = untold.flatMap(({ facts }) =>
    theory.lenses.flatMap((lens) => judge(theory, facts, lens).subjects.flatMap(({ findings }) => findings.map(({ because }) => because))),
  );
  const ideas = theory.misconceptions.flatMap(({ id, name, tempts, breaks }) => [`misconception:${id}`, `"${id}"`, name, tempts, breaks]);
  const ids = [`"${spec.id}"`, ...scenarios.flatMap(({ id, facts }) => [`"${id}"`, ...theory.changes(facts).map((change) => change.id)])];
  return [...new Set([...reasons, ...untold.flatMap(({ facts }) => deedsIn(facts)), ...ideas, ...ids])].filter(
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
async function dataOf(page: Page, address: string, route: 'lesson' | 'attempt'): Promise<string> {
  const response = await page.request.get(`${address}${address.includes('?') ? '&' : '?'}_data=pages/learn/${route}`);
  expect(response.status()).toBe(200);
  return plain(await response.text());
}

function expectNone(text: string, secrets: readonly string[], where: string): void {
  expect
    .soft(
      secrets.filter((secret) => text.includes(secret)),
      where,
    )
    .toEqual([]);
}

/** Cases that a lesson takes apart in its text. */
function takenApartIn(lesson: Lesson): string[] {
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
    const text = `${await brought()}\n${await dataOf(page, lessonUrl(lesson.slug), 'lesson')}`;
    for (const item of lesson.checkIds.flatMap((id) => course.item(id) ?? [])) {
      // A form says by its item's id which check it answers.
      const secrets = secretsOf(item, takenApartIn(lesson)).filter((secret) => secret !== `"${item.spec.id}"`);
      expectNone(text, secrets, item.spec.id);
    }
    await expect(page.locator('form mark')).toHaveCount(0);
  });

  test(`a quiz on lesson ${lesson.number} tells of a question only when it is answered`, async ({ page, learner }) => {
    test.setTimeout(90_000);
    const bank = course.bank(lesson.slug);
    const address = await learner.quiz(bank);
    for (const [position, item] of bank.entries()) {
      const brought = listen(page);
      await page.goto(`${address}?at=${position}`);
      const text = `${await brought()}\n${await dataOf(page, `${address}?at=${position}`, 'attempt')}`;
      page.removeAllListeners('response');
      expectNone(text, secretsOf(item), item.spec.id);
      expect.soft(text.match(/<mark|"mark":true|"because"|"segments"/g) ?? [], item.spec.id).toEqual([]);
    }
    const told = await dataOf(page, `${await learner.quiz(bank, { given: ['wrong'] })}?at=0`, 'attempt');
    expect(
      bank
        .slice(0, 1)
        .flatMap((item) => secretsOf(item))
        .filter((secret) => told.includes(secret)),
    ).not.toEqual([]);
  });
}

/** Wrong and right answers in turn; the last question is left open, so that the test runs on. */
const given = oneOfEachKind.map((_, place): Given => (place === oneOfEachKind.length - 1 ? 'open' : place % 2 === 0 ? 'wrong' : 'right'));

test('a mock test tells nothing of what was answered until its end', async ({ page, learner }) => {
  const address = await learner.quiz(oneOfEachKind, { mode: 'mock', given });
  const brought = listen(page);
  for (const place of oneOfEachKind.keys()) await page.goto(`${address}?at=${place}`);
  for (const other of [`${address}/result`, '/progress']) await page.goto(other);
  const text = `${await brought()}\n${await dataOf(page, address, 'attempt')}`;
  for (const item of oneOfEachKind) expectNone(text, secretsOf(item), item.spec.id);
  expect(text.match(/Not right|"outcome"|<mark/g) ?? []).toEqual([]);

  await page.goto(address);
  await page.getByRole('button', { name: 'Finish the test now' }).click();
  await expect(page.locator('.result-question').filter({ hasText: 'Not right' }).first()).toBeVisible();
});

test('a copy of the record does not tell which answers of a running mock test are right', async ({ page, learner }) => {
  await learner.quiz(oneOfEachKind, { mode: 'mock', given });
  const text = await (await page.request.get('/progress/export')).text();
  expect(text.match(/"right": (true|false)|"score": [\d.]+|"option": "(key|misconception:.*)"/g) ?? []).toEqual([]);
});
