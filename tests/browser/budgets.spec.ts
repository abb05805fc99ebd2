/** No route brings more script and style than its budget says, as the browser really fetches them. */
import { statSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { everyPage, larger } from './budgets.ts';
import { expect, refusals, test } from './fixture.ts';
import { courseUrl, itemOfKind, lessons, lessonUrl } from './the-course.ts';

test.use({ provoked: refusals });

/** Opens an address; returns kilobytes of script and style, as they are compressed for browsers that know gzip only. */
async function weigh(page: Page, address: string): Promise<{ script: number; style: number }> {
  const weight = { script: 0, style: 0 };
  page.on('response', (response) => {
    const kind = { script: 'script', stylesheet: 'style' }[response.request().resourceType()] as 'script' | 'style' | undefined;
    if (kind) weight[kind] += statSync(path.join('build/client', `${new URL(response.url()).pathname}.gz`)).size / 1024;
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  return weight;
}

const open: Readonly<Record<string, string>> = {
  '/': '/',
  '/about': '/about',
  '/courses/:course': courseUrl,
  '/courses/:course/lessons/:lesson': lessonUrl(lessons[0]?.slug ?? ''),
  '/courses/:course/lessons/:lesson/quiz': `${lessonUrl(lessons[0]?.slug ?? '')}/quiz`,
  '/courses/:course/reference/:entry': `${courseUrl}/reference/R3`,
  '/courses/:course/glossary': `${courseUrl}/glossary`,
  '/courses/:course/review': `${courseUrl}/review`,
  '/courses/:course/lab': `${courseUrl}/lab`,
  '/sign-in': '/sign-in',
  '/sign-up': '/sign-up',
  '/join': '/join',
  '/progress': '/progress',
};

for (const [route, address] of Object.entries(open)) {
  test(`${route} stays within its budget`, async ({ page }) => {
    const { script, style } = await weigh(page, address);
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
