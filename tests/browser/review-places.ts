/** Reviews in every state, and the pages that say when they are due. */
import type { Page } from '@playwright/test';
import { at, type Place, pressAndSee } from './place.ts';
import { answerRight } from './player.ts';
import type { SeededLearner } from './seed.ts';
import { course, courseUrl, lessons } from './the-course.ts';

const reviewUrl = `${courseUrl}/review`;

/** A quiz missed two days ago: its ideas are due. */
async function missed(learner: () => Promise<SeededLearner>): Promise<void> {
  const bank = course.bank(lessons[1]?.slug ?? '').filter(({ spec }) => spec.kind === 'verdict');
  const items = bank.slice(0, 4);
  await (await learner()).quiz(items, { given: items.map(() => 'wrong'), daysAgo: 2 });
}

async function begin(page: Page, learner: () => Promise<SeededLearner>): Promise<void> {
  await missed(learner);
  await page.goto(reviewUrl);
  await pressAndSee(page, 'Start', 'form#item');
}

async function answered(page: Page, learner: () => Promise<SeededLearner>): Promise<void> {
  await begin(page, learner);
  await answerRight(page.locator('form#item'));
  await pressAndSee(page, 'Answer', '#feedback');
}

async function limited(page: Page, learner: () => Promise<SeededLearner>, perDay: string): Promise<void> {
  await missed(learner);
  await page.goto(reviewUrl);
  const field = page.getByLabel('Reviews in a day, at most');
  // The browser would not send what the server has to refuse.
  await field.evaluate((input) => input.removeAttribute('max'));
  await field.fill(perDay);
}

const due = (name: string, address: string): Place => ({
  name,
  open: async (page, learner) => {
    await missed(learner);
    await page.goto(address);
  },
});

export const reviewPlaces: readonly Place[] = [
  at('review, nothing to review yet', reviewUrl),
  due('review, ideas due', reviewUrl),
  due('home, reviews due', '/'),
  due('course, reviews due', courseUrl),
  due('progress, reviews due', '/progress'),
  {
    name: 'review, nothing due',
    open: async (page, learner) => {
      await (await learner()).quiz(course.bank(lessons[0]?.slug ?? '').slice(0, 2), { given: ['right', 'right'] });
      await page.goto(reviewUrl);
    },
  },
  { name: 'review, a question open', open: begin },
  { name: 'review, answered', open: answered },
  {
    name: 'review, an answer taken back',
    open: async (page, learner) => {
      await answered(page, learner);
      const address = page.url();
      await pressAndSee(page, 'Take this answer back', '.notice');
      await page.goto(address);
    },
  },
  {
    name: 'review, enough for today',
    open: async (page, learner) => {
      await limited(page, learner, '0');
      await pressAndSee(page, 'Keep these limits', '.notice');
    },
  },
  {
    name: 'review, limits refused',
    open: async (page, learner) => {
      await limited(page, learner, '99');
      await pressAndSee(page, 'Keep these limits', '#perDay-problem');
    },
  },
];
