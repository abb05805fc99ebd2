/**
 * `npm run audit`: follows every link that a visitor can press, from the home page on, and lists those that lead nowhere: a page that is
 * not there, a file that is not there, a place in a page that is not there. Then it has Lighthouse mark four pages, and each mark must be 98
 * or more. It uses the last build and a data file of its own; `--only links` or `--only lighthouse` does one of the two.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { median } from '#app/statistics/describe.ts';
import { type AuditedPage, categories, type Marks, marksOf, readyLighthouse } from './audit/lighthouse.ts';
import { makePages } from './audit/pages.ts';
import { brokenLinks } from './lib/links.ts';
import { optionsOrStop } from './lib/options.ts';
import { startServer } from './lib/running-server.ts';
import { stop } from './lib/settings.ts';

/** Of 100. */
const wanted = 98;
/** Loads of a page that fell short at first; the middle one of each mark counts, since other work on the machine slows a load. */
const loads = 3;

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Whether every link leads somewhere. */
async function linksHold(origin: string): Promise<boolean> {
  const { pages, links, broken } = await brokenLinks(origin);
  for (const { on, to, why } of broken) say(`${on}: ${to} ${why}`);
  say(`${pages} pages, ${links} links, ${broken.length} broken`);
  return broken.length === 0;
}

const enough = ({ scores }: Marks) => categories.every((category) => scores[category] >= wanted);

/** Whether each mark of the page is high enough. */
async function pageHolds(browser: string, origin: string, page: AuditedPage): Promise<boolean> {
  const runs = [await marksOf(browser, origin, page)];
  while (runs.length < loads && !runs.slice(0, 1).every(enough)) runs.push(await marksOf(browser, origin, page));
  const marks = categories.map((category) => ({ category, score: median(runs.map(({ scores }) => scores[category])) ?? 0 }));
  say(`${page.name.padEnd(18)} ${marks.map(({ category, score }) => `${category} ${score}`).join(', ')}`);
  for (const { category, score } of marks)
    if (score < wanted) for (const fault of new Set(runs.flatMap(({ faults }) => faults[category]))) say(`  ${category}: ${fault}`);
  return marks.every(({ score }) => score >= wanted);
}

async function pagesHold(browser: string, origin: string, pages: readonly AuditedPage[]): Promise<boolean> {
  let hold = true;
  for (const page of pages) hold = (await pageHolds(browser, origin, page)) && hold;
  const unlisted = pages.filter((page) => page.unlisted).map(({ name }) => name);
  say(`Not asked of ${unlisted.join(', ')}: is-crawlable, since search engines are kept out there on purpose.`);
  return hold;
}

const usage = 'usage: npm run audit -- [--only links|lighthouse]';
const only = optionsOrStop({ only: { type: 'string' } }, usage).only ?? null;
if (only !== null && only !== 'links' && only !== 'lighthouse') stop(usage);
if (!existsSync(path.resolve(import.meta.dirname, '../build/server/index.js'))) stop('Nothing is built yet. Run `npm run build` first.');
const browser = only === 'links' ? null : readyLighthouse();
const folder = mkdtempSync(path.join(os.tmpdir(), 'criterion-audit-'));
try {
  const file = path.join(folder, 'audit.db');
  const pages = browser === null ? [] : await makePages(file);
  await using server = await startServer(file, { LOG_LEVEL: 'warn' });
  const held = [
    only === 'lighthouse' || (await linksHold(server.origin)),
    browser === null || (await pagesHold(browser, server.origin, pages)),
  ];
  process.exitCode = held.every(Boolean) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
