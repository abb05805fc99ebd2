/** A glossary term opens its meaning where it stands: by press, by keyboard and by hover, with script and without. */
import { expect, test } from './fixture.ts';
import { course, lessonUrl } from './the-course.ts';

const publicBody = course.glossary.find(({ term }) => term === 'public body');
const meaning = publicBody?.text ?? '';
const lesson = lessonUrl('whether-or-how');

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a press opens it inside the screen of a phone, and a press elsewhere closes it', async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 640 });
      await page.goto(lesson);
      const note = page.locator('#term-public-body');
      await expect(note).toBeHidden();
      await page.getByRole('button', { name: 'public body', exact: true }).click();
      await expect(note).toContainText(meaning);
      await expect(note).toBeInViewport({ ratio: 1 });
      await page.mouse.click(5, 5);
      await expect(note).toBeHidden();
    });

    test('the keyboard opens it and Escape closes it', async ({ page }) => {
      await page.goto(lesson);
      const word = page.getByRole('button', { name: 'public body', exact: true });
      await word.focus();
      await page.keyboard.press('Enter');
      await expect(page.locator('#term-public-body')).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(page.locator('#term-public-body')).toBeHidden();
      await expect(word).toBeFocused();
    });

    test('the pointer shows it and can go onto it', async ({ page }) => {
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.goto(lesson);
      const note = page.locator('#term-public-body');
      await page.getByRole('button', { name: 'public body', exact: true }).hover();
      await expect(note).toBeVisible();
      await note.hover();
      await expect(note).toBeVisible();
      await page.mouse.move(5, 5);
      await expect(note).toBeHidden();
    });
  });
}

test('with JavaScript, Escape sends away what the pointer showed', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(lesson);
  await page.getByRole('button', { name: 'public body', exact: true }).hover();
  await expect(page.locator('#term-public-body')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('#term-public-body')).toBeHidden();
});
