/** Every page of the site in every state that a learner can meet it in. */
import type { Page } from '@playwright/test';
import type { CourseItem } from '#app/course/course.ts';
import type { Given, SeededLearner } from './seed.ts';
import { course, courseUrl, itemOfKind, lessons, lessonUrl, oneOfEachKind } from './the-course.ts';

export interface Place {
  readonly name: string;
  /** Opens the page; `learner` makes its visitor a learner. */
  readonly open: (page: Page, learner: () => Promise<SeededLearner>) => Promise<void>;
}

export const designUrl = 'http://localhost:4174/design';
const first = lessons[0]?.slug ?? '';
const eachKind = (given: Given) => oneOfEachKind.map(() => given);

const at = (name: string, address: string): Place => ({
  name,
  open: async (page) => {
    await page.goto(address);
  },
});

async function pressAndSee(page: Page, button: string, outcome: string): Promise<void> {
  await page.getByRole('button', { name: button }).first().click();
  await page.locator(outcome).first().waitFor();
}

/** What a form can be sent with that needs mending. A checklist has no such thing: nothing ticked is an answer. */
async function sendProblem(page: Page, item: CourseItem, form: string, button: string): Promise<void> {
  if (item.spec.kind === 'numeric') await page.locator(`${form} input[name="value"]`).fill('many');
  await page.locator(form).getByRole('button', { name: button }).click();
  await page.locator(`${form}-error`).waitFor();
}

const lessonPlaces: readonly Place[] = lessons.flatMap(({ slug, number, checkIds }) => [
  at(`lesson ${number}, fresh`, lessonUrl(slug)),
  {
    name: `lesson ${number}, checks answered right and wrong`,
    open: async (page, learner) => {
      await (await learner()).study(slug);
      await page.goto(lessonUrl(slug));
    },
  },
  {
    name: `lesson ${number}, a check sent with a problem`,
    open: async (page) => {
      const item = checkIds.flatMap((id) => course.item(id) ?? []).find(({ spec }) => spec.kind !== 'criteria' && spec.kind !== 'order');
      if (!item) throw new Error(`Lesson ${number} has no check that can be sent with a problem.`);
      await page.goto(lessonUrl(slug));
      await sendProblem(page, item, `#form-${item.spec.id}`, 'Check');
    },
  },
]);

const questionPlaces: readonly Place[] = oneOfEachKind.flatMap((item) => {
  const { kind } = item.spec;
  const question = (name: string, given: Given, then?: (page: Page) => Promise<void>): Place => ({
    name: `${kind} question, ${name}`,
    open: async (page, learner) => {
      const address = await (await learner()).quiz([item, itemOfKind('lens')], { given: [given] });
      await page.goto(`${address}?at=0`);
      await then?.(page);
    },
  });
  const open = question('open', 'open');
  const problem = question('sent with a problem', 'open', (page) => sendProblem(page, item, '#item', 'Answer'));
  if (kind === 'explain') {
    const checked = question('answered and self-checked', 'right', async (page) => {
      await page.locator('input[name="tick"]').first().check();
      await pressAndSee(page, 'Keep this check', '.notice');
    });
    return [open, problem, question('answered', 'right'), checked];
  }
  const answered = [question('answered right', 'right'), question('answered wrong', 'wrong')];
  // With script the places of steps follow the order on the page, so that a wrong input needs a page without script.
  return kind === 'criteria' || kind === 'order' ? [open, ...answered] : [open, problem, ...answered];
});

async function openMockTest(page: Page, learner: () => Promise<SeededLearner>): Promise<void> {
  const address = await (await learner()).quiz(oneOfEachKind, { mode: 'mock', given: ['right', 'wrong'] });
  await page.goto(address);
}

const quizPlaces: readonly Place[] = [
  at('quiz start, fresh', `${lessonUrl(first)}/quiz`),
  {
    name: 'quiz start, with quizzes open and finished',
    open: async (page, learner) => {
      const known = await learner();
      const verdict = itemOfKind('verdict');
      await known.quiz([verdict], { given: ['right'] });
      await known.quiz([verdict]);
      await page.goto(`${lessonUrl(course.lessonOf(verdict.spec.id) ?? '')}/quiz`);
    },
  },
  {
    name: 'another story after a wrong answer',
    open: async (page, learner) => {
      await page.goto(`${await (await learner()).quiz([itemOfKind('verdict')], { given: ['wrong'] })}?at=0`);
      await pressAndSee(page, 'Try another story on this', 'form#item');
    },
  },
  { name: 'mock test, a question open', open: openMockTest },
  {
    name: 'mock test, an answer kept',
    open: async (page, learner) => {
      await openMockTest(page, learner);
      await page.goto(`${page.url()}?at=0`);
    },
  },
  {
    name: 'result of a practice quiz with right and wrong answers',
    open: async (page, learner) => {
      const given = oneOfEachKind.map((_, place) => (place % 2 === 0 ? 'right' : 'wrong'));
      await page.goto(`${await (await learner()).quiz(oneOfEachKind, { given })}/result`);
      await openAll(page);
    },
  },
  {
    name: 'result of a practice quiz that is still open',
    open: async (page, learner) => {
      await page.goto(`${await (await learner()).quiz(oneOfEachKind, { given: ['right'] })}/result`);
    },
  },
  {
    name: 'result of a mock test finished early',
    open: async (page, learner) => {
      await openMockTest(page, learner);
      await pressAndSee(page, 'Finish the test now', '.result-question');
      await openAll(page);
    },
  },
  {
    name: 'a question left open in a finished mock test',
    open: async (page, learner) => {
      await openMockTest(page, learner);
      const address = page.url();
      await pressAndSee(page, 'Finish the test now', '.result-question');
      await page.goto(`${address}?at=5`);
    },
  },
];

async function openAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

async function openProgress(page: Page, learner: () => Promise<SeededLearner>): Promise<void> {
  const known = await learner();
  await known.study(first);
  await known.quiz(oneOfEachKind, { given: eachKind('wrong') });
  await known.quiz(oneOfEachKind, { given: ['right'] });
  await page.goto('/progress');
}

const sitePlaces: readonly Place[] = [
  at('home, for a new visitor', '/'),
  {
    name: 'home, for a returning learner',
    open: async (page, learner) => {
      await (await learner()).study(first);
      await page.goto('/');
    },
  },
  at('course, for a new visitor', courseUrl),
  {
    name: 'course, under way',
    open: async (page, learner) => {
      const known = await learner();
      await known.study(first);
      await known.quiz(course.bank(first).slice(0, 3), { given: ['right', 'right', 'right'] });
      await page.goto(courseUrl);
    },
  },
  at('progress, empty', '/progress'),
  { name: 'progress, full', open: openProgress },
  {
    name: 'progress, deletion not confirmed',
    open: async (page, learner) => {
      await openProgress(page, learner);
      await pressAndSee(page, 'Delete for good', '#delete-error');
    },
  },
  {
    name: 'progress, deleted',
    open: async (page, learner) => {
      await openProgress(page, learner);
      await page.getByLabel('Yes, delete everything kept about me').check();
      await pressAndSee(page, 'Delete for good', '.notice');
    },
  },
  at('about', '/about'),
  at('sources', '/sources'),
  at('a page that is not there', '/courses/none'),
  at('components in development', designUrl),
];

export const places: readonly Place[] = [...sitePlaces, ...lessonPlaces, ...questionPlaces, ...quizPlaces];
