/** No route brings more script and style than its budget says, as the browser really fetches them. */
import { statSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { everyPage, larger } from './budgets.ts';
import { expect, refusals, test } from './fixture.ts';
import { places } from './places.ts';
import { pageRoutes, routeOf } from './site-map.ts';
import { itemOfKind } from './the-course.ts';

test.use({ provoked: refusals });

/** Opens an address; returns kilobytes of script and style, as they are compressed for browsers that know gzip only. */
async function weigh(page: Page, address: string): Promise<{ script: number; style: number }> {
  const weight = { script: 0, style: 0 };
  // What the page that is open now is still fetching is not of this one.
  await page.goto('about:blank');
  page.on('response', (response) => {
    const kind = { script: 'script', stylesheet: 'style' }[response.request().resourceType()] as 'script' | 'style' | undefined;
    if (kind) weight[kind] += statSync(path.join('build/client', `${new URL(response.url()).pathname}.gz`)).size / 1024;
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  return weight;
}

/** Route → a page of it, by its name among the places. */
const shown: Readonly<Record<string, string>> = {
  '/': 'home, for a new visitor',
  '/about': 'about',
  '/privacy': 'what is kept',
  '/sources': 'sources',
  '/verify': 'certificates, nothing typed',
  '/verify/:code': 'certificate, checked',
  '/courses/:course': 'course, under way',
  '/courses/:course/lessons/:lesson': 'lesson 1, checks answered right and wrong',
  '/courses/:course/lessons/:lesson/quiz': 'quiz start, with quizzes open and finished',
  '/courses/:course/reference': 'reference',
  '/courses/:course/reference/:entry': 'reference, a criterion',
  '/courses/:course/glossary': 'glossary',
  '/courses/:course/review': 'review, ideas due',
  '/courses/:course/lab': 'lab, a blank case',
  '/courses/:course/certificate': 'certificate, nothing done yet',
  '/certificates/:code': 'certificate, issued',
  '/attempts/:attempt': 'grid question, open',
  '/attempts/:attempt/result': 'result of a practice quiz with right and wrong answers',
  '/answers/:response/contest': 'an answer to dispute',
  '/sign-in': 'sign in',
  '/sign-up': 'sign up',
  '/forgot': 'passphrase lost',
  '/link/:token': 'a link for a new passphrase',
  '/bring-along': 'work to bring along',
  '/account': 'account',
  '/join': 'join, by code',
  '/join/:code': 'join, a cohort found',
  '/cohorts/:cohort': 'class page',
  '/cohorts/:cohort/seen': 'class, what instructors see of me',
  '/cohorts/:cohort/assignments/:assignment': 'an assignment as learners see it',
  '/teach': 'teaching, no cohort yet',
  '/teach/:cohort': 'teaching, board',
  '/teach/:cohort/learners/:learner': 'teaching, one learner',
  '/teach/:cohort/assignments': 'teaching, assignments',
  '/teach/:cohort/assignments/:assignment': 'teaching, one assignment',
  '/teach/:cohort/assignments/:assignment/regrade': 'teaching, a regrade to decide on',
  '/teach/:cohort/items': 'teaching, items',
  '/teach/:cohort/misconceptions': 'teaching, misconceptions',
  '/teach/:cohort/grid': 'teaching, map',
  '/teach/:cohort/disputes': 'teaching, disputes',
  '/teach/:cohort/discuss': 'teaching, cases for the class',
  '/teach/:cohort/export': 'teaching, export',
  '/teach/:cohort/brief': 'teaching, brief',
  '/teach/:cohort/people': 'teaching, people',
  '/teach/:cohort/settings': 'teaching, settings',
  '/admin': 'admin, people',
  '/admin/people/:person': 'admin, one person',
  '/admin/audit': 'admin, audit log',
  '/admin/health': 'admin, health',
  '/admin/start': 'admin, first steps',
  '/progress': 'progress, full',
  '/*': 'a page that is not there',
};

test('every route that shows a page has a budget', () => {
  expect(Object.keys(shown).toSorted()).toEqual(pageRoutes.toSorted());
});

for (const [route, name] of Object.entries(shown)) {
  test(`${route} stays within its budget`, async ({ page, context, seed, baseURL }) => {
    const place = places.find((candidate) => candidate.name === name);
    await place?.open(page, () => seed.learner(context, baseURL ?? ''));
    expect(routeOf(page.url())).toBe(route);
    const { script, style } = await weigh(page, page.url());
    const budget = larger[route] ?? everyPage;
    expect(script).toBeGreaterThan(0);
    expect(script).toBeLessThanOrEqual(budget.script);
    expect(style).toBeLessThanOrEqual(budget.style);
  });
}

test('questions, results and the board stay within the budget of every page', async ({ page, learner }) => {
  const quiz = await learner.quiz([itemOfKind('verdict')], { given: ['wrong'] });
  const { cohort } = await learner.teach();
  for (const address of [quiz, `${quiz}/result`, cohort, `${cohort}/items`]) {
    page.removeAllListeners('response');
    const { script, style } = await weigh(page, address);
    expect.soft(script, address).toBeLessThanOrEqual(everyPage.script);
    expect.soft(style, address).toBeLessThanOrEqual(everyPage.style);
  }
});
