/** An answer that cannot be read is given back with a word on what to do. */
import type { Locator } from '@playwright/test';
import type { ItemKindId } from '#app/quiz/item.ts';
import { copyOf, expect, refusals, test } from './fixture.ts';
import { course, itemOfKind, lessons, lessonUrl } from './the-course.ts';

interface Slip {
  readonly what: string;
  readonly kind: ItemKindId;
  readonly enter: (form: Locator) => Promise<unknown>;
  readonly message: RegExp;
  /** What was entered and must still be there. */
  readonly kept: (form: Locator) => Promise<void>;
  /** With script the form cannot be sent like this. */
  readonly onlyWithoutScript?: true;
}

const nothing = async () => {};

const slips: readonly Slip[] = [
  { what: 'no option chosen', kind: 'verdict', enter: nothing, message: /Choose one of the answers first/, kept: nothing },
  { what: 'no sentence chosen', kind: 'evidence', enter: nothing, message: /Choose one sentence/, kept: nothing },
  { what: 'no words', kind: 'explain', enter: nothing, message: /Write a sentence or two/, kept: nothing },
  {
    what: 'letters for a number',
    kind: 'numeric',
    enter: (form) => form.getByLabel('Your result').fill('about ten'),
    message: /could not be read as a number/,
    kept: (form) => expect(form.getByLabel('Your result')).toHaveValue('about ten'),
  },
  {
    what: 'rows left open',
    kind: 'classify',
    enter: (form) => form.locator('input[name="row-2"]').last().check(),
    message: /still open/,
    kept: (form) => expect(form.locator('input[name="row-2"]').last()).toBeChecked(),
  },
  {
    what: 'a place given twice',
    kind: 'order',
    enter: async (form) => {
      for (const place of await form.getByRole('combobox').all()) await place.selectOption('2');
    },
    message: /Two steps have place 2/,
    kept: async (form) => {
      for (const place of await form.getByRole('combobox').all()) await expect(place).toHaveValue('2');
    },
    onlyWithoutScript: true,
  },
];

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled, provoked: refusals });

    for (const { what, kind, enter, message, kept } of slips.filter((slip) => !javaScriptEnabled || !slip.onlyWithoutScript)) {
      test(`${what}: a message stands by the question, and what was entered is kept`, async ({ page, learner }) => {
        await page.goto(await learner.quiz([itemOfKind(kind)]));
        const form = page.locator('form#item');
        await enter(form);
        await form.getByRole('button', { name: 'Answer' }).click();
        const error = form.locator('#item-error');
        await expect(error).toHaveText(message);
        await kept(form);
        await expect(form.getByRole('group').first()).toHaveAccessibleDescription(message);
        if (javaScriptEnabled) await expect(error).toBeFocused();
        expect((await copyOf(page)).responses).toEqual([]);
      });
    }

    test('a check sent empty keeps no trace of the visitor, and the message is by the check', async ({ page, context }) => {
      const lesson = lessons[0];
      const id = lesson?.checkIds.find((check) => course.item(check)?.spec.kind === 'evidence') ?? '';
      await page.goto(lessonUrl(lesson?.slug ?? ''));
      await page.locator(`#form-${id}`).getByRole('button', { name: 'Check' }).click();
      await expect(page.locator(`#form-${id}-error`)).toHaveText(/Choose one sentence/);
      expect(await context.cookies()).toEqual([]);
    });
  });
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(`a form that comes back, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled, provoked: refusals });

    test('leads to what is wrong, and keeps what was typed', async ({ page }) => {
      await page.goto('/join');
      await page.getByLabel('Code').fill('2222-2222');
      await page.getByRole('button', { name: 'Look it up' }).click();
      await expect(page.getByRole('alert')).toHaveText(/No cohort can be joined with this code/);
      await expect(page.getByRole('alert')).toBeFocused();
      await expect(page.getByLabel('Code')).toHaveValue('2222-2222');

      await page.goto('/sign-up');
      await page.getByLabel('Your name').fill('Nadia');
      await page.getByLabel('Email address').fill('nadia@example.org');
      await page.getByLabel('Passphrase', { exact: true }).fill('short');
      await page.getByRole('button', { name: 'Make the account' }).click();
      await expect(page.getByRole('alert').filter({ visible: true })).toBeFocused();
      await expect(page.getByLabel('Email address')).toHaveValue('nadia@example.org');
    });

    test('does so too where it stands at the foot of a long page', async ({ page, learner }) => {
      await learner.quiz([itemOfKind('verdict')], { given: ['right'] });
      await page.goto('/progress');
      await page.getByRole('button', { name: 'Delete for good' }).click();
      await expect(page.getByText('Tick the box to confirm. Nothing was deleted.')).toBeFocused();
      await expect(page.getByText('Tick the box to confirm. Nothing was deleted.')).toBeInViewport();
    });
  });
}
