/** Coming in with a name: accounts in place, passkeys, work brought along, links for a new passphrase. */
import type { Page } from '@playwright/test';
import { expect, refusals, test } from './fixture.ts';
import { course, lessons, oneOfEachKind } from './the-course.ts';

const passphrase = 'plum harbour wagon tulip';
let made = 0;
const freshEmail = () => `person-${process.pid}-${Date.now()}-${made++}@example.org`;

async function signUp(page: Page, email: string, then = '/account'): Promise<void> {
  await page.goto(`/sign-up?then=${then}`);
  await page.getByLabel('Your name').fill('Ann Example');
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Passphrase').fill(passphrase);
  await page.getByRole('button', { name: 'Make the account' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-up'));
}

async function signOut(page: Page): Promise<void> {
  await page.goto('/account');
  await page.getByRole('button', { name: 'Sign out here' }).click();
  await expect(page.getByRole('link', { name: 'Sign in' }).first()).toBeVisible();
}

async function signIn(page: Page, email: string, word = passphrase): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Passphrase', { exact: true }).fill(word);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

const quizzesKept = async (page: Page) => {
  const copy = await (await page.request.get('/progress/export')).json();
  return { attempts: copy.attempts.length, responses: copy.responses.length };
};

const sectionsRead = async (page: Page): Promise<number> => (await (await page.request.get('/progress/export')).json()).sectionReads.length;

test('an anonymous learner becomes an account in place, signs out, and finds everything again', async ({ page, learner }) => {
  await learner.quiz(oneOfEachKind.slice(0, 2), { given: ['right', 'wrong'] });
  const email = freshEmail();
  await page.goto('/sign-up');
  await expect(page.getByText('What you have done on this device so far becomes part of it.')).toBeVisible();
  await signUp(page, email);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Your account');
  expect(await quizzesKept(page)).toEqual({ attempts: 1, responses: 2 });
  await signOut(page);
  await signIn(page, email);
  await page.waitForURL('/');
  expect(await quizzesKept(page)).toEqual({ attempts: 1, responses: 2 });
});

test('work done without an account is brought along once, and nothing is lost on either side', async ({ page, seed, context, baseURL }) => {
  const email = freshEmail();
  await signUp(page, email);
  await page.goto(`/courses/${course.id}/lessons/${lessons[0]?.slug}`);
  await page.getByRole('button', { name: 'Mark as read' }).first().click();
  await expect.poll(() => sectionsRead(page)).toBe(1);
  await signOut(page);
  await context.clearCookies();
  await (await seed.learner(context, baseURL ?? '')).quiz(oneOfEachKind.slice(0, 3), { given: ['right', 'wrong', 'right'] });
  await signIn(page, email);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Is this work yours?');
  await expect(page.getByText('3 answers')).toBeVisible();
  await page.getByRole('button', { name: 'Bring it along' }).click();
  await page.waitForURL((url) => url.pathname !== '/bring-along');
  expect(await quizzesKept(page)).toEqual({ attempts: 1, responses: 3 });
  expect(await sectionsRead(page)).toBe(1);
  await page.goto('/bring-along');
  await page.waitForURL('/account');
  expect(await quizzesKept(page)).toEqual({ attempts: 1, responses: 3 });
});

test('a passkey makes an account, and opens it again', async ({ page, context }) => {
  const client = await context.newCDPSession(page);
  await client.send('WebAuthn.enable');
  await client.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  const email = freshEmail();
  await page.goto('/sign-up');
  await page.getByLabel('Your name').fill('Pat Keyholder');
  await page.getByLabel('Email address').fill(email);
  await page.getByRole('button', { name: 'Use a passkey instead of a passphrase' }).click();
  await page.waitForURL('/account');
  await expect(page.getByText('You sign in by passkey only.')).toBeVisible();
  await signOut(page);
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await page.waitForURL('/');
  await page.goto('/account');
  await expect(page.getByLabel('Email address')).toHaveValue(email);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false, provoked: refusals });

  test('signing up says what to mend and keeps what was typed; signing in tells nobody whether an address exists', async ({ page }) => {
    const email = freshEmail();
    await page.goto('/sign-up');
    await page.getByLabel('Your name').fill('Ann Example');
    await page.getByLabel('Email address').fill(email);
    await page.getByLabel('Passphrase').fill('password');
    await page.getByRole('button', { name: 'Make the account' }).click();
    await expect(page.getByText('use four or five words that do not belong together')).toBeVisible();
    await expect(page.getByLabel('Email address')).toHaveValue(email);
    await page.getByLabel('Passphrase').fill(passphrase);
    await page.getByRole('button', { name: 'Make the account' }).click();
    await expect(page).toHaveURL('/account');
    await signOut(page);
    const said: string[] = [];
    for (const who of [email, freshEmail()]) {
      await signIn(page, who, 'not the passphrase');
      said.push(await page.getByRole('alert').innerText());
      await expect(page.getByLabel('Email address')).toHaveValue(who);
    }
    expect(said[0]).toBe(said[1]);
  });
});

test('signing out everywhere else ends the session of another browser', async ({ page, browser }) => {
  const email = freshEmail();
  await signUp(page, email);
  const other = await (await browser.newContext()).newPage();
  await signIn(other, email);
  await other.waitForURL('/');
  await page.goto('/account');
  await page.getByRole('button', { name: 'Sign out everywhere else' }).click();
  await expect(page.getByText('You are signed in on this device only.')).toBeVisible();
  await other.goto('/account');
  await expect(other).toHaveURL(/\/sign-in\?then=/);
  await other.context().close();
});

test('after signing out, the way back leads to nothing of the account', async ({ page }) => {
  const email = freshEmail();
  await signUp(page, email);
  await page.goto('/account');
  await expect(page.getByText(email)).toBeVisible();
  const left = page.waitForResponse((response) => response.url().endsWith('/sign-out'));
  await page.getByRole('button', { name: 'Sign out here' }).click();
  expect(await (await left).headerValue('clear-site-data')).toBe('"cache"');
  await page.waitForURL('/');
  await page.goBack();
  await expect(page).toHaveURL(/\/sign-in\?then=/);
  await expect(page.getByText(email)).toHaveCount(0);
});

test('a link for a new passphrase works once', async ({ page, seed, browser }) => {
  const email = freshEmail();
  await signUp(page, email);
  const link = await seed.resetLink(email);
  const other = await (await browser.newContext()).newPage();
  await other.goto(link);
  await other.getByLabel('New passphrase').fill('river candle orbit mitten');
  await other.getByRole('button', { name: 'Set it and sign in' }).click();
  await other.waitForURL('/');
  const again = await other.request.get(link);
  expect(again.status()).toBe(410);
  expect(await again.text()).toContain('was used before');
  await page.goto('/account');
  await expect(page).toHaveURL(/\/sign-in/);
  await other.context().close();
});
