/** A certificate prints on one sheet, is its owner's to withdraw, and goes with their data. */
import { readFileSync } from 'node:fs';
import { expect, refusals, test } from './fixture.ts';
import { courseUrl } from './the-course.ts';

/** Pages of a PDF, by its page objects. */
const pagesIn = (pdf: Buffer) => [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page(?!s)/g)].length;

for (const format of ['A4', 'Letter'] as const) {
  test(`it prints on exactly one sheet of ${format}, from its own page and from the page that checks it`, async ({
    page,
    context,
    seed,
    baseURL,
  }) => {
    const learner = await seed.learner(context, baseURL ?? '');
    const code = await learner.certificate('Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh Maximiliane Konstanze II');
    for (const address of [`/certificates/${code}`, `/verify/${code}`]) {
      await page.goto(address);
      expect(pagesIn(await page.pdf({ format })), address).toBe(1);
    }
  });
}

test.describe('whatever is wrong', () => {
  test.use({ provoked: refusals });

  test('a name that cannot be printed is sent back with what to do, and nothing is issued', async ({ page, context, seed, baseURL }) => {
    await (await seed.learner(context, baseURL ?? '')).complete();
    await page.goto(`${courseUrl}/certificate`);
    await page.getByLabel('Name on the certificate').fill('Ann\u202eneB');
    await page.getByRole('button', { name: 'Issue the certificate' }).click();
    await expect(page.locator('#name-problem')).toContainText('cannot be shown');
    await expect(page.getByText('Issued so far')).toHaveCount(0);
  });

  test('a code that was never issued, or is none, says so and offers the form again', async ({ page }) => {
    const unknown = await page.goto('/verify/222222-222222-222222');
    expect(unknown?.status()).toBe(404);
    await expect(page.getByText('No certificate has this code')).toBeVisible();
    const none = await page.goto('/verify/%3Cscript%3Ealert(1)%3C%2Fscript%3E');
    expect(none?.status()).toBe(404);
    await expect(page.getByText('This is not a code')).toBeVisible();
    await expect(page.getByLabel('Code of the certificate')).toHaveValue('<script>alert(1)</script>');
  });
});

test('withdrawn, it says nothing but that', async ({ page, context, seed, baseURL }) => {
  const code = await (await seed.learner(context, baseURL ?? '')).certificate('Ann Example');
  await page.goto(`/certificates/${code}`);
  await page.getByText('Withdraw this certificate').click();
  await page.getByRole('button', { name: 'Withdraw it' }).click();
  await expect(page.getByText('You withdrew the certificate')).toBeVisible();
  await page.goto(`/verify/${code}`);
  await expect(page.getByText('This certificate was withdrawn')).toBeVisible();
  await expect(page.getByText('Ann Example')).toHaveCount(0);
});

test.describe('deleting everything', () => {
  test.use({ provoked: refusals });

  test('takes the certificates with it; the copy saved before holds them', async ({ page, context, seed, baseURL }) => {
    const code = await (await seed.learner(context, baseURL ?? '')).certificate('Ann Example');
    await page.goto('/progress');
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /Save everything/ }).click()]);
    expect(JSON.parse(readFileSync(await download.path(), 'utf8')).certificates).toMatchObject([{ code, name: 'Ann Example' }]);
    await page.getByLabel('Yes, delete everything kept about me').check();
    await page.getByRole('button', { name: 'Delete for good' }).click();
    await expect(page.getByText('Everything that was kept about you is gone.')).toBeVisible();
    expect((await page.goto(`/verify/${code}`))?.status()).toBe(404);
  });
});
