/** No axe violation on any page in any state; each is looked at wide and narrow, light and dark. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, refusals, test } from './fixture.ts';
import { places } from './places.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What can differ by size and colours on the same page. */
const ofTheLook = ['color-contrast', 'target-size', 'scrollable-region-focusable', 'link-in-text-block', 'meta-viewport', 'bypass'];
const wide = { width: 1440, height: 900 };
const narrow = { width: 390, height: 844 };

test.use({ provoked: refusals });

for (const [index, place] of places.entries()) {
  test(`nothing bars the way: ${place.name}`, async ({ page, context, seed, baseURL }) => {
    await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
    // Light and wide with dark and narrow on one place, the other pairs on the next.
    const [first, second] = index % 2 === 0 ? [wide, narrow] : [narrow, wide];
    await page.setViewportSize(first);
    await place.open(page, () => seed.learner(context, baseURL ?? ''));
    const whole = await new AxeBuilder({ page }).withTags(tags).analyze();
    await page.setViewportSize(second);
    await page.emulateMedia({ colorScheme: 'dark' });
    const look = await new AxeBuilder({ page }).withRules(ofTheLook).analyze();
    const violations = [...whole.violations, ...look.violations];
    expect(violations.map(({ id, help, nodes }) => ({ id, help, where: nodes.map(({ html }) => html) }))).toEqual([]);
  });
}
