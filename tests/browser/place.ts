/** A page in one of its states, and ways to get there. */
import type { Page } from '@playwright/test';
import type { CourseItem } from '#app/course/course.ts';
import type { SeededLearner } from './seed.ts';

export interface Place {
  readonly name: string;
  /** Opens the page; `learner` makes its visitor a learner. */
  readonly open: (page: Page, learner: () => Promise<SeededLearner>) => Promise<void>;
}

/** A page that anybody can open. */
export const at = (name: string, address: string): Place => ({
  name,
  open: async (page) => {
    await page.goto(address);
  },
});

/** Presses the first button of this name and waits for what comes of it. */
export async function pressAndSee(page: Page, button: string, outcome: string): Promise<void> {
  await page.getByRole('button', { name: button }).first().click();
  await page.locator(outcome).first().waitFor();
}

/** What a form can be sent with that needs mending. A checklist has no such thing: nothing ticked is an answer. */
export async function sendProblem(page: Page, item: CourseItem, form: string, button: string): Promise<void> {
  if (item.spec.kind === 'numeric') await page.locator(`${form} input[name="value"]`).fill('many');
  await page.locator(form).getByRole('button', { name: button }).click();
  await page.locator(`${form}-error`).waitFor();
}
