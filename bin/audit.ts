/**
 * `npm run audit`: follows every link that a visitor can press, from the home page on, and lists those that lead nowhere: a page that is
 * not there, a file that is not there, a place in a page that is not there. It uses the last build and an empty data file.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { brokenLinks } from './lib/links.ts';
import { startServer } from './lib/running-server.ts';
import { stop } from './lib/settings.ts';

if (!existsSync(path.resolve(import.meta.dirname, '../build/server/index.js'))) stop('Nothing is built yet. Run `npm run build` first.');
const folder = mkdtempSync(path.join(os.tmpdir(), 'criterion-audit-'));
try {
  await using server = await startServer(path.join(folder, 'audit.db'), { LOG_LEVEL: 'warn' });
  const { pages, links, broken } = await brokenLinks(server.origin);
  for (const { on, to, why } of broken) process.stdout.write(`${on}: ${to} ${why}\n`);
  process.stdout.write(`${pages} pages, ${links} links, ${broken.length} broken\n`);
  process.exitCode = broken.length > 0 ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
