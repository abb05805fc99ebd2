/** What a learner gets from a wrong answer, and the way back to earlier quizzes. */
import type { CourseItem } from '#app/course/course.ts';
import { feedback, forLearner } from '#app/quiz/quiz.ts';
import { wrongAnswer } from './answers.ts';
import { expect, test } from './fixture.ts';
import { answerRight, fill, itemIn } from './player.ts';
import { course, itemOfKind, lessons, lessonUrl } from './the-course.ts';

const item = itemOfKind('verdict');
const [behind] = feedback(item, wrongAnswer(item)).misconceptions;

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a wrong answer names the idea behind it, why it tempts and where it breaks', async ({ page, learner }) => {
      await page.goto(await learner.quiz([item, itemOfKind('lens')]));
      await fill(page.locator('form#item'), item, wrongAnswer(item));
      await page.getByRole('button', { name: 'Answer' }).click();
      await expect(page.locator('#feedback')).toHaveText('Not right');
      const card = page.locator('.misconception').first();
      await expect(card.getByRole('heading')).toHaveText(behind?.name ?? 'none');
      await expect(card).toContainText(behind?.tempts ?? 'none');
      await expect(card).toContainText(behind?.breaks ?? 'none');
      await expect(page.locator('.feedback mark').first()).toBeVisible();
    });

    test('another story on the same idea follows a miss, and does not count', async ({ page, learner }) => {
      await page.goto(`${await learner.quiz([item], { given: ['wrong'] })}?at=0`);
      await page.getByRole('button', { name: 'Try another story on this' }).click();
      const form = page.locator('form#item');
      await expect(page.getByText('Another story on the same idea')).toBeVisible();
      const other = await itemIn(form);
      expect(other.spec.about).toBe(item.spec.about);
      expect(other.scenarios.map(({ id }) => id)).not.toContain(item.scenarios[0]?.id);
      await answerRight(form);
      await form.getByRole('button', { name: 'Answer' }).click();
      await expect(page.locator('#feedback')).toHaveText('Right');
      await page.getByRole('link', { name: 'See your result' }).first().click();
      await expect(page.locator('.score-total')).toHaveText('0%');
      await expect(page.locator('.result-question')).toHaveCount(2);
    });

    test('a case of a template follows where the lessons have no story left', async ({ page, learner }) => {
      const all = lessons.flatMap(({ slug }) => course.bank(slug)).filter(({ spec }) => spec.about === 'D3');
      await page.goto(`${await learner.quiz(all, { given: all.map(() => 'wrong' as const) })}?at=0`);
      await page.getByRole('button', { name: 'Try another story on this' }).click();
      const form = page.locator('form#item');
      await expect(page.getByText('Another story on the same idea')).toBeVisible();
      const shown = (await form.textContent()) ?? '';
      const told = (list: readonly CourseItem[]) => JSON.stringify(list.map((one) => forLearner(one, 0)));
      const titles = new Set(course.stock('D3').flatMap(({ id }) => course.item(id)?.scenarios.map((scenario) => scenario.title) ?? []));
      const [title] = [...titles].filter((one) => shown.includes(one));
      expect(title, 'the title of a case of a template').toBeDefined();
      expect(told(all)).not.toContain(title);
    });

    test('earlier quizzes are listed and open again with their answers', async ({ page, learner }) => {
      const finished = await learner.quiz([item], { given: ['right'] });
      const open = await learner.quiz([item, itemOfKind('lens')], { given: ['wrong'] });
      for (const list of [`${lessonUrl(course.lessonOf(item.spec.id) ?? '')}/quiz`, '/progress']) {
        await page.goto(list);
        await expect(page.locator(`main a[href="${open}"]`).first()).toBeVisible();
        await page.locator(`main a[href="${finished}/result"]`).first().click();
        await expect(page.locator('.score-total')).toHaveText('100%');
        await page.locator('.result-question summary').click();
        await expect(page.locator('.result-question .feedback')).toBeVisible();
      }
      await page.goto(open);
      await expect(page.locator('form#item')).toBeVisible();
      await page.getByRole('link', { name: 'Question 1: not right' }).click();
      await expect(page.locator('#feedback')).toHaveText('Not right');
    });

    test('a chosen theme is kept from page to page', async ({ page }) => {
      await page.goto('/about');
      await page.getByRole('button', { name: 'Dark theme' }).click();
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
      expect(new URL(page.url()).pathname).toBe('/about');
      await page.goto('/');
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
      await expect(page.getByRole('button', { name: 'Dark theme' })).toHaveAttribute('aria-pressed', 'true');
      await page.getByRole('button', { name: 'Theme as on your device' }).click();
      await expect(page.locator('html')).not.toHaveAttribute('data-theme');
    });
  });
}
