/** No axe violation on any page in any state: wide and narrow, light and dark. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, refusals, test } from './fixture.ts';
import { places } from './places.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const wide = { width: 1440, height: 900 };
const narrow = { width: 390, height: 844 };
const looks = [
  { size: wide, colorScheme: 'light' },
  { size: wide, colorScheme: 'dark' },
  { size: narrow, colorScheme: 'dark' },
  { size: narrow, colorScheme: 'light' },
] as const;

test.use({ provoked: refusals });

for (const place of places) {
  test(`nothing bars the way: ${place.name}`, async ({ page, context, seed, baseURL }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.setViewportSize(wide);
    await place.open(page, () => seed.learner(context, baseURL ?? ''));
    for (const { size, colorScheme } of looks) {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme });
      // Without frames the plain way of running axe finds the same, several times faster.
      const axe = new AxeBuilder({ page }).setLegacyMode().options({ runOnly: tags, resultTypes: ['violations'] });
      const found = (await axe.analyze()).violations.map(({ id, help, nodes }) => ({ id, help, where: nodes.map(({ html }) => html) }));
      expect(found, `${colorScheme}, ${size.width} pixels wide`).toEqual([]);
    }
  });
}
