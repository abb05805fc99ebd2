/** Every state of a question, a quiz and its result. */
import type { Page } from '@playwright/test';
import { at, type Place, pressAndSee, sendProblem } from './place.ts';
import type { Given, SeededLearner } from './seed.ts';
import { course, itemOfKind, lessons, lessonUrl, oneOfEachKind } from './the-course.ts';

export const questionPlaces: readonly Place[] = oneOfEachKind.flatMap((item) => {
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

export const quizPlaces: readonly Place[] = [
  at('quiz start, fresh', `${lessonUrl(lessons[0]?.slug ?? '')}/quiz`),
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
