/** The test function of every browser test: a page that complains, in its console or by an error, fails its test. */
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { type SeededLearner, Seeder } from './seed.ts';

export { expect };

interface Fixtures {
  /** Complaints that a test provokes, for instance the browser's line about a 404 that the test asks for. */
  readonly provoked: RegExp | null;
  /** Makes learners with a history for browser contexts. */
  readonly seed: Seeder;
  /** Makes the visitor of this test a learner, where a test asks for it. */
  readonly learner: SeededLearner;
  /** Signs somebody in, in the place of whoever was. */
  readonly as: (who: string) => Promise<void>;
}

/** The browser's own line about each response that is not a success. */
export const refusals = /server responded with a status of (400|403|404|410)/;

/** A window that changes its size, or a page left early, ends the browser's own fade between pages; nothing of ours went wrong. */
const endedFade = /Transition was (aborted|skipped)/;

/** Returns the list in which the complaints of every page of the context gather. */
export function complaintsIn(context: BrowserContext): string[] {
  const complaints: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(`${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => {
    const complaint = String(error.error());
    if (!endedFade.test(complaint)) complaints.push(complaint);
  });
  return complaints;
}

export const test = base.extend<Fixtures>({
  provoked: [null, { option: true }],
  context: async ({ context, provoked }, use) => {
    const complaints = complaintsIn(context);
    await use(context);
    expect(complaints.filter((complaint) => !provoked?.test(complaint))).toEqual([]);
  },
  // biome-ignore lint/correctness/noEmptyPattern: the runner reads a fixture's needs from the pattern
  seed: async ({}, use) => {
    const seeder = await Seeder.open();
    await use(seeder);
    await seeder.close();
  },
  learner: async ({ seed, context, baseURL }, use) => use(await seed.learner(context, baseURL ?? '')),
  as: async ({ seed, context, baseURL }, use) =>
    use(async (who) => {
      const [name = '', value = ''] = (await seed.cookie(who)).split(/=(.*)/s);
      await context.clearCookies();
      await context.addCookies([{ name, value, url: baseURL ?? '' }]);
    }),
});

interface Copy {
  readonly responses: readonly { readonly itemId: string; readonly answer: unknown; readonly right: boolean | null }[];
  readonly attempts: readonly { readonly id: string; readonly mode: string }[];
}

/** Returns what the site holds about the learner of this page, from the copy that everybody can save. */
export async function copyOf(page: Page): Promise<Copy> {
  const response = await page.request.get('/progress/export');
  expect(response.status()).toBe(200);
  return response.json();
}
