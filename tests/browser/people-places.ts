/** The pages of accounts, cohorts and administrators, in their states. */
import type { Page } from '@playwright/test';
import { v7 } from 'uuid';
import { casesFor } from '#app/use-cases/cohorts/class-cases.ts';
import { at, type Place, pressAndSee } from './place.ts';
import type { SeededLearner } from './seed.ts';
import { course, lessons } from './the-course.ts';

/** A choice about a case and a row of a table. */
const casesShown = (['verdict', 'classify'] as const).flatMap((kind) =>
  casesFor(course)
    .filter(({ itemId }) => course.item(itemId)?.spec.kind === kind)
    .slice(0, 1)
    .map(({ itemId, scenario }) => `${itemId}:${scenario}`),
);

const taught = (name: string, path: string): Place => ({
  name: `teaching, ${name}`,
  open: async (page, learner) => {
    const { cohort } = await (await learner()).teach();
    await page.goto(cohort + path);
  },
});

const asAdmin = (name: string, address: string): Place => ({
  name: `admin, ${name}`,
  open: async (page, learner) => {
    await (await learner()).account('admin');
    await page.goto(address);
  },
});

const passphrase = 'seven green bicycles at dawn';

/** Makes an account of somebody else and leaves the device; returns its address. */
async function signUpAndLeave(page: Page): Promise<string> {
  const address = `${v7()}@example.org`;
  await page.goto('/sign-up');
  await page.getByLabel('Your name').fill('Ann Example');
  await page.getByLabel('Email address').fill(address);
  await page.getByLabel('Passphrase').fill(passphrase);
  await page.getByRole('button', { name: 'Make the account' }).click();
  await page.waitForURL((url) => url.pathname !== '/sign-up');
  await page.context().clearCookies();
  return address;
}

/** Somebody with an account signs in on a device on which somebody else has learnt without one. */
async function openBringAlong(page: Page, learner: () => Promise<SeededLearner>): Promise<void> {
  const address = await signUpAndLeave(page);
  await (await learner()).study(lessons[0]?.slug ?? '');
  await page.goto('/sign-in');
  await page.getByLabel('Email address').fill(address);
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL('**/bring-along*');
}

async function openPerson(page: Page, learner: () => Promise<SeededLearner>): Promise<void> {
  const address = await signUpAndLeave(page);
  await (await learner()).account('admin');
  await page.goto(`/admin?q=${address}`);
  await page.locator('main a[href^="/admin/people/"]').first().click();
  await page.waitForURL('**/admin/people/*');
}

async function makeLink(page: Page, learner: () => Promise<SeededLearner>): Promise<void> {
  await openPerson(page, learner);
  await pressAndSee(page, 'Make a link', '.copy-field');
}

const archived = (name: string, at: (cohort: string) => string): Place => ({
  name: `${name} of an archived cohort`,
  open: async (page, learner) => {
    const { cohort } = await (await learner()).teach();
    await page.goto(`${cohort}/settings`);
    await pressAndSee(page, 'Archive', '.notice');
    await page.goto(at(cohort));
  },
});

export const peoplePlaces: readonly Place[] = [
  at('sign in', '/sign-in'),
  {
    name: 'sign in, wrong passphrase',
    open: async (page) => {
      await page.goto('/sign-in');
      await page.getByLabel('Email address').fill('nobody@example.org');
      await page.getByLabel('Passphrase', { exact: true }).fill('not the one');
      await pressAndSee(page, 'Sign in', '[role="alert"]');
    },
  },
  at('sign up', '/sign-up'),
  {
    name: 'sign up, passphrase too weak',
    open: async (page) => {
      await page.goto('/sign-up');
      await page.getByLabel('Your name').fill('Ann Example');
      await page.getByLabel('Email address').fill('ann@example.org');
      await page.getByLabel('Passphrase').fill('password');
      await pressAndSee(page, 'Make the account', '#passphrase-problem');
    },
  },
  at('passphrase lost', '/forgot'),
  at('a link that is used up', '/link/none'),
  {
    name: 'a link for a new passphrase',
    open: async (page, learner) => {
      await makeLink(page, learner);
      const address = await page.locator('.copy-field').inputValue();
      await page.context().clearCookies();
      await page.goto(new URL(address).pathname);
    },
  },
  { name: 'work to bring along', open: openBringAlong },
  {
    name: 'account',
    open: async (page, learner) => {
      await (await learner()).account('learner');
      await page.goto('/account');
    },
  },
  at('join, by code', '/join'),
  at('join, no such code', '/join/2222-2222'),
  {
    name: 'join, a cohort found',
    open: async (page, learner) => {
      const { code } = await (await learner()).teach();
      await page.goto(`/join/${code}`);
    },
  },
  {
    name: 'class page',
    open: async (page, learner) => {
      const { cohort } = await (await learner()).teach();
      await page.goto(cohort.replace('/teach/', '/cohorts/'));
    },
  },
  {
    name: 'class, what instructors see of me',
    open: async (page, learner) => {
      await page.goto(await (await learner()).member());
      await page.locator('.result-question summary').first().click();
    },
  },
  {
    name: 'an answer to dispute',
    open: async (page, learner) => {
      await page.goto(await (await learner()).contest());
    },
  },
  {
    name: 'an answer, disputed with a mistake',
    open: async (page, learner) => {
      await page.goto(await (await learner()).contest());
      await page.getByLabel('Why, in a sentence').fill('They did it unasked.');
      await pressAndSee(page, 'Send it', '[role="alert"]');
    },
  },
  {
    name: 'teaching, no cohort yet',
    open: async (page, learner) => {
      await (await learner()).account('instructor');
      await page.goto('/teach');
    },
  },
  taught('board', ''),
  taught('board, nobody found', '?q=nobody+at+all'),
  taught('items', '/items'),
  taught('misconceptions', '/misconceptions'),
  taught('map', '/grid'),
  taught('disputes', '/disputes'),
  taught('cases for the class, none named', '/discuss'),
  {
    name: 'teaching, cases for the class',
    open: async (page, learner) => {
      const { cohort } = await (await learner()).teach();
      await page.goto(`${cohort}/discuss?${new URLSearchParams(casesShown.map((one) => ['case', one]))}`);
    },
  },
  taught('people', '/people'),
  {
    name: 'teaching, a list looked at before it is taken',
    open: async (page, learner) => {
      const { cohort } = await (await learner()).teach();
      await page.goto(`${cohort}/people`);
      await page.getByLabel('Names and addresses').fill('Gil Good, gil@example.org\nBad Line, nowhere');
      await pressAndSee(page, 'See what will happen', '#preview');
    },
  },
  taught('assignments', '/assignments'),
  {
    name: 'teaching, an assignment with mistakes',
    open: async (page, learner) => {
      const { cohort } = await (await learner()).teach();
      await page.goto(`${cohort}/assignments`);
      await page.getByLabel('Title').fill('A quiz');
      await pressAndSee(page, 'Set it', '[role="alert"]');
    },
  },
  {
    name: 'teaching, an assignment due in the past',
    open: async (page, learner) => {
      const { cohort } = await (await learner()).teach();
      await page.goto(`${cohort}/assignments`);
      await page.getByLabel('Title').fill('Lessons of last year');
      await page.getByLabel(/^Lesson 1:/).check();
      await page.getByLabel('Opens').fill('2020-01-07T09:00');
      await page.getByLabel('Due').fill('2020-01-08T09:00');
      await pressAndSee(page, 'Set it', '[name="pastMeant"]');
    },
  },
  {
    name: 'teaching, one assignment',
    open: async (page, learner) => {
      await page.goto((await (await learner()).teach()).assignment);
    },
  },
  {
    name: 'teaching, a regrade to decide on',
    open: async (page, learner) => {
      await page.goto(await (await learner()).regrade());
    },
  },
  {
    name: 'teaching, a regrade applied',
    open: async (page, learner) => {
      await page.goto(await (await learner()).regrade());
      await pressAndSee(page, 'Apply to', '#decisions');
      await page.locator('summary').first().click();
    },
  },
  {
    name: 'teaching, what follows from a dispute',
    open: async (page, learner) => {
      await page.goto(await (await learner()).ruling());
      await page.getByLabel('For nobody').check();
      await pressAndSee(page, 'See what would change', '#marks');
    },
  },
  {
    name: 'class page, with a mark decided anew',
    open: async (page, learner) => {
      await page.goto(await (await learner()).regraded());
    },
  },
  {
    name: 'a result with a mark decided anew',
    open: async (page, learner) => {
      await page.goto(await (await learner()).regraded());
      await page.getByRole('link', { name: 'See every answer' }).click();
    },
  },
  {
    name: 'a question with a mark decided anew',
    open: async (page, learner) => {
      await page.goto(await (await learner()).regraded());
      await page.getByRole('link', { name: 'See every answer' }).click();
      const attempt = new URL(page.url()).pathname.replace('/result', '');
      // The order of the questions is the learner's own.
      for (let at = 0; at < 3; at++) {
        await page.goto(`${attempt}?at=${at}`);
        if ((await page.getByText('Decided anew since it was marked').count()) > 0) return;
      }
      throw new Error('No question says that it was decided anew.');
    },
  },
  {
    name: 'an assignment as learners see it',
    open: async (page, learner) => {
      await page.goto((await (await learner()).teach()).assignment.replace('/teach/', '/cohorts/'));
    },
  },
  taught('export', '/export'),
  taught('brief', '/brief'),
  taught('settings', '/settings'),
  archived('settings', (cohort) => `${cohort}/settings`),
  archived('board', (cohort) => cohort),
  archived('class page', (cohort) => cohort.replace('/teach/', '/cohorts/')),
  archived('list', () => '/teach'),
  {
    name: 'teaching, one learner',
    open: async (page, learner) => {
      const { learner: record } = await (await learner()).teach();
      await page.goto(record);
      await page.locator('.result-question summary').first().click();
    },
  },
  asAdmin('people', '/admin'),
  { name: 'admin, one person', open: openPerson },
  { name: 'admin, a link made for somebody', open: makeLink },
  asAdmin('audit log', '/admin/audit'),
  asAdmin('health', '/admin/health'),
  asAdmin('first steps', '/admin/start'),
  asAdmin('audit log, checked', '/admin/audit?check=1'),
];
