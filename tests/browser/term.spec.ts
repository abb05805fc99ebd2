/** A full term in small: a cohort, twenty learners, a graded quiz with more time for one and time run out for another, exports. */
import type { Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { v7 } from 'uuid';
import { expect, test } from './fixture.ts';
import { answerRight } from './player.ts';
import { course, lessons } from './the-course.ts';

const passphrase = 'plum harbour wagon tulip';
const first = lessons[0];

async function signUpThere(page: Page, name: string, email: string): Promise<void> {
  await page.getByRole('link', { name: 'Make an account' }).click();
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Email address').fill(email);
}

async function withPasskeys(page: Page): Promise<void> {
  const client = await page.context().newCDPSession(page);
  await client.send('WebAuthn.enable');
  const kind = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true } as const;
  await client.send('WebAuthn.addVirtualAuthenticator', { options: { ...kind, isUserVerified: true, automaticPresenceSimulation: true } });
}

/** Reads a file that the page offers. */
async function rowsOf(page: Page, address: string): Promise<Record<string, string>[]> {
  const response = await page.request.get(address);
  expect(response.status()).toBe(200);
  return parse(await response.body(), { columns: true, bom: true });
}

test('an instructor takes a class of twenty through a term', async ({ page, context, browser, seed, baseURL }) => {
  test.setTimeout(240_000);
  const base = baseURL ?? '';
  const stamp = `${Date.now()}`;

  // A cohort, and its code.
  await (await seed.learner(context, base)).account('instructor');
  await page.goto('/teach');
  await page.getByLabel('Name').fill(`Spring ${stamp}`);
  await page.getByRole('button', { name: 'Make the cohort' }).click();
  await expect(page.getByText('The cohort is made')).toBeVisible();
  const cohort = new URL(page.url()).pathname.replace('/people', '');
  const code = (await page.locator('.join-code').textContent())?.trim() ?? '';

  // One learns without an account first, and brings it in.
  const annContext = await browser.newContext({ baseURL: base });
  const ann = await annContext.newPage();
  const bank = course.bank(first?.slug ?? '').slice(0, 3);
  await (await seed.learner(annContext, base)).quiz(bank, { given: ['right', 'right', 'right'] });
  await ann.goto('/join');
  await ann.getByLabel('Code').fill(code.toLowerCase());
  await ann.getByRole('button', { name: 'Look it up' }).click();
  await signUpThere(ann, 'Ann First', `ann-${stamp}@example.org`);
  await ann.getByLabel('Passphrase').fill(passphrase);
  await ann.getByRole('button', { name: 'Make the account' }).click();
  await ann.getByRole('button', { name: 'Join the cohort' }).click();
  await expect(ann.getByText('You are in', { exact: true })).toBeVisible();

  // One comes by passkey.
  const pat = await (await browser.newContext({ baseURL: base })).newPage();
  await withPasskeys(pat);
  await pat.goto(`/join/${code}`);
  await signUpThere(pat, 'Pat Passkey', `pat-${stamp}@example.org`);
  await pat.getByRole('button', { name: 'Use a passkey instead of a passphrase' }).click();
  await pat.getByRole('button', { name: 'Join the cohort' }).click();
  await expect(pat.getByText('You are in', { exact: true })).toBeVisible();

  // Eighteen more.
  const others: string[] = [];
  for (let n = 0; n < 18; n++) {
    const id = await seed.person('learner', `Learner ${String(n).padStart(2, '0')}`);
    const headers = { Cookie: await seed.cookie(id), 'Sec-Fetch-Site': 'same-origin' };
    const request = await browser.newContext({ baseURL: base });
    const joined = await request.request.post(`/join/${code}`, { headers, form: { key: v7() }, maxRedirects: 0 });
    expect(joined.status()).toBe(302);
    await request.close();
    others.push(id);
  }
  await page.goto(`${cohort}/people`);
  await expect(page.getByRole('heading', { name: '20 learners' })).toBeVisible();

  // A graded quiz, and more time for one.
  await page.goto(`${cohort}/assignments`);
  await page.getByLabel('Title').fill('Quiz one');
  await page.getByLabel('What', { exact: true }).selectOption('quiz');
  await page.getByLabel(`Lesson 1: ${first?.title}`).check();
  await page.getByText('For a quiz').click();
  await page.getByLabel('Questions', { exact: true }).fill('3');
  await page.getByLabel('Minutes for it').fill('20');
  await page.getByRole('button', { name: 'Set it' }).click();
  await expect(page.getByText('Quiz one: graded quiz')).toBeVisible();
  const assignment = new URL(page.url()).pathname;
  const assignmentId = assignment.split('/').at(-1) ?? '';
  await page.getByLabel('Learner', { exact: true }).selectOption({ label: 'Learner 17' });
  await page.getByLabel('Extra minutes for an attempt').fill('15');
  await page.getByRole('button', { name: 'Give more time' }).click();
  await expect(page.getByRole('row', { name: /Learner 17/ })).toContainText('until');

  // Ann takes it in the browser, all right; the others as they do; one gets stuck elsewhere.
  await ann.goto('/');
  await ann.getByRole('link', { name: `Spring ${stamp}` }).click();
  await ann.getByRole('link', { name: 'Quiz one' }).click();
  await ann.getByRole('button', { name: 'Begin' }).click();
  await expect(ann.locator('.time-left')).toContainText('minutes left');
  for (let n = 0; n < 3; n++) {
    await answerRight(ann.locator('form[data-item-form]').first());
    await ann.getByRole('button', { name: 'Answer' }).click();
    if (n < 2) await ann.waitForURL(new RegExp(`after=${n}`));
  }
  await ann.waitForLoadState();
  await expect(ann.getByText('Marks and explanations come once everybody’s time is over.').first()).toBeVisible();
  for (const [index, id] of others.entries())
    await seed.take(assignmentId, id, [index % 2 ? 'right' : 'wrong', index % 3 ? 'right' : 'wrong', 'right']);
  await seed.getStuck(others[4] ?? '');

  // Pat fills in one question, closes the browser, and the time runs out.
  await pat.goto(assignment.replace('/teach/', '/cohorts/'));
  await pat.getByRole('button', { name: 'Begin' }).click();
  await answerRight(pat.locator('form[data-item-form]').first());
  await expect(pat.getByText('Kept as it stands.')).toBeVisible();
  await pat.close();
  await seed.endTime(await seed.idOf(`pat-${stamp}@example.org`));
  await page.goto(assignment);
  const row = (name: string) => page.getByRole('row', { name });
  await expect(row('Pat Passkey')).toContainText('Handed in');
  await expect(row('Pat Passkey')).toContainText('33%');
  await expect(row('Ann First')).toContainText('100%');
  await expect(page.locator('.stats').getByText('20', { exact: true })).toBeVisible();

  // Marks come when everybody's time is over.
  await ann.goto(assignment.replace('/teach/', '/cohorts/'));
  await expect(ann.getByText('The marks are not out yet.')).toBeVisible();
  await seed.runOut(assignmentId);
  await ann.reload();
  await ann.getByRole('link', { name: 'See the result' }).click();
  await expect(ann.getByRole('heading', { level: 1 })).toContainText('Your result');

  // The instructor finds who is stuck, and why.
  await page.waitForTimeout(1500);
  await page.goto(`${cohort}?show=help&sort=help`);
  const stuck = page.locator('.help-list > li', { hasText: 'Learner 04' });
  await expect(stuck).toContainText('never right');
  await stuck.getByRole('link', { name: 'never right' }).click();
  await expect(page.getByText('May need you')).toBeVisible();
  const evidence = page.locator('.timeline .result-question');
  await expect(page.getByRole('heading', { name: /^Answers to / })).toBeInViewport();
  await expect(evidence.first()).toContainText('Not right');
  await page.getByLabel('For those who teach this cohort').fill('Talk on Monday.');
  await page.getByRole('button', { name: 'Keep the note' }).click();
  await expect(page.getByText('The note is kept.')).toBeVisible();

  // What the spreadsheet says is what the page says.
  await page.goto(cohort);
  const book = await rowsOf(page, `${cohort}/export/gradebook.csv`);
  expect(book).toHaveLength(20);
  for (const line of book) {
    const best = Number(line[`${first?.title}: best quiz`]);
    const cell = page
      .getByRole('row', { name: line.Name ?? '' })
      .getByRole('cell')
      .first();
    await expect(cell).toContainText(`${Math.round(best * 100)}%`);
  }
  await page.goto(assignment);
  for (const line of book) {
    const cells = row(line.Name ?? '').getByRole('cell');
    await expect(cells.nth(0)).toHaveText(`${Math.round(Number(line['Quiz one: mark, best attempt']) * 100)}%`);
    await expect(cells.nth(2)).toHaveText(line['Quiz one: attempts'] ?? '');
    const more = line['Quiz one: more time until (UTC)'];
    await expect(cells.nth(3)).toHaveText(more ? /^until / : '–');
  }
  expect(book.filter((line) => line['Quiz one: more time until (UTC)']).map(({ Name }) => Name)).toEqual(['Learner 17']);
  const answers = await rowsOf(page, `${cohort}/export/answers.csv`);
  await page.goto(`${cohort}/items`);
  await expect(page.getByText(`n = ${answers.length} answers of 20 learners`)).toBeVisible();
  const [item] = [...new Set(answers.map((line) => line.Item))];
  const firsts = new Map(answers.toReversed().flatMap((line) => (line.Item === item ? [[line.Email, Number(line.Score)]] : [])));
  const facility = [...firsts.values()].reduce((sum, score) => sum + Number(score), 0) / firsts.size;
  const figures = page.locator('.fold .item-figures > tbody > tr', {
    has: page.locator('code', { hasText: new RegExp(`^${item}$`) }),
  });
  // A link to a question opens the lesson that it is folded into.
  await expect(figures).toBeHidden();
  await page.goto(`${cohort}/items#item-${item}`);
  await expect(figures).toBeInViewport();
  await expect(figures.locator('> td').nth(0)).toHaveText(String(firsts.size));
  await expect(figures.locator('> td').nth(1)).toHaveText(`${Math.round(facility * 100)}%`);

  // Ann leaves, and keeps what is hers.
  await ann.goto(cohort.replace('/teach/', '/cohorts/'));
  await ann.getByLabel(/Yes, leave/).check();
  await ann.getByRole('button', { name: 'Leave' }).click();
  await expect(ann.getByText('You have left the cohort.')).toBeVisible();
  expect((await (await ann.request.get('/progress/export')).json()).responses.length).toBe(6);
  await annContext.close();
});
