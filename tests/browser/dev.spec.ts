/** What only development shows. */
import { expect, refusals, test } from './fixture.ts';
import { designUrl } from './places.ts';

test('the component page is there in development, with every kind of answer sheet and the lab', async ({ page }) => {
  await page.goto(designUrl);
  await expect(page.getByRole('heading', { level: 1, name: 'Components' })).toBeVisible();
  for (const kind of ['choice', 'checklist', 'sentence', 'table', 'grid', 'order', 'number', 'text']) {
    await expect(page.locator(`form.item-${kind}`).first()).toBeVisible();
  }
  await expect(page.locator('.lab').getByRole('button', { name: /^Apply/ })).toHaveCount(2);
});

test.describe('in production', () => {
  test.use({ provoked: refusals });

  test('the component page is not there', async ({ page }) => {
    const response = await page.goto('/design');
    expect(response?.status()).toBe(404);
    await expect(page.getByRole('link', { name: 'Open the course' })).toBeVisible();
  });
});
