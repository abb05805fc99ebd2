/** Every page of the site in every state that a learner can meet it in. */
import type { Page } from '@playwright/test';
import { openCases } from '#app/course/reference/open-cases.ts';
import { encodeFacts } from '#app/lab/link.ts';
import { blank } from '#app/lab/state.ts';
import { peoplePlaces } from './people-places.ts';
import { at, type Place, pressAndSee, sendProblem } from './place.ts';
import { questionPlaces, quizPlaces } from './quiz-places.ts';
import { reviewPlaces } from './review-places.ts';
import type { Given, SeededLearner } from './seed.ts';
import { capstone, course, courseUrl, lessons, lessonUrl, oneOfEachKind } from './the-course.ts';

export const designUrl = `http://localhost:${Number(process.env.TEST_PORT ?? 4173) + 1}/design`;
const first = lessons[0]?.slug ?? '';
const eachKind = (given: Given) => oneOfEachKind.map(() => given);

export const lessonPlaces: readonly Place[] = lessons.flatMap(({ slug, number, checkIds }) => [
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

async function openProgress(page: Page, learner: () => Promise<SeededLearner>): Promise<void> {
  const known = await learner();
  await known.study(first);
  await known.quiz(oneOfEachKind, { given: eachKind('wrong') });
  await known.quiz(oneOfEachKind, { given: ['right'] });
  await page.goto('/progress');
}

export const sitePlaces: readonly Place[] = [
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
  at('reference', `${courseUrl}/reference`),
  at('reference, a criterion', `${courseUrl}/reference/R3`),
  at('reference, a question', `${courseUrl}/reference/M1`),
  at('reference, a misconception', `${courseUrl}/reference/side-by-side`),
  at('reference, no such entry', `${courseUrl}/reference/R99`),
  at('glossary', `${courseUrl}/glossary`),
  at('lab, a blank case', `${courseUrl}/lab`),
  at('lab, a case of the course', `${courseUrl}/lab?case=${openCases(course)[0]?.id}&lens=broad&held=side-by-side`),
  at('lab, a damaged link', `${courseUrl}/lab?facts=1.abc.def`),
  at('lab, a case that cannot be opened', `${courseUrl}/lab?case=none`),
  at('lab, facts that cannot all be true', `${courseUrl}/lab?facts=${encodeFacts({ ...blank, focus: [] })}`),
  at('certificate, nothing done yet', `${courseUrl}/certificate`),
  {
    name: 'course, complete',
    open: async (page, learner) => {
      await (await learner()).complete();
      await page.goto(courseUrl);
    },
  },
  {
    name: 'certificate, name refused',
    open: async (page, learner) => {
      await (await learner()).complete();
      await page.goto(`${courseUrl}/certificate`);
      await page.getByLabel('Name on the certificate').fill('\u202eneB');
      await pressAndSee(page, 'Issue the certificate', '#name-problem');
    },
  },
  {
    name: 'certificate, issued',
    open: async (page, learner) => {
      await page.goto(`/certificates/${await (await learner()).certificate('Ann Example')}`);
    },
  },
  {
    name: 'certificate, withdrawn',
    open: async (page, learner) => {
      await page.goto(`/certificates/${await (await learner()).certificate('Ann Example')}`);
      await page.getByText('Withdraw this certificate').click();
      await pressAndSee(page, 'Withdraw it', '.notice');
    },
  },
  {
    name: 'certificate, checked',
    open: async (page, learner) => {
      await page.goto(`/verify/${await (await learner()).certificate('Ann Example')}`);
    },
  },
  at('certificates, nothing typed', '/verify'),
  at('certificates, an unknown code', '/verify/222222-222222-222222'),
  at('certificates, no code', '/verify/abc'),
  ...(capstone ? [at('capstone', lessonUrl(capstone.slug)), at('capstone, before the test', `${lessonUrl(capstone.slug)}/quiz`)] : []),
  at('about', '/about'),
  at('what is kept', '/privacy'),
  at('sources', '/sources'),
  at('a course that is not there', '/courses/none'),
  at('a page that is not there', '/nothing/here'),
  at('components in development', designUrl),
];

export const places: readonly Place[] = [
  ...sitePlaces,
  ...peoplePlaces,
  ...lessonPlaces,
  ...questionPlaces,
  ...quizPlaces,
  ...reviewPlaces,
];
