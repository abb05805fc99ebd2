import { expect, test } from '@playwright/test';
import { brokenLinks } from '../../bin/lib/links.ts';

test('every link that a visitor can press leads somewhere', async ({ baseURL }) => {
  const { pages, broken } = await brokenLinks(baseURL ?? '');
  expect(broken).toEqual([]);
  expect(pages).toBeGreaterThan(50);
});
