/** The server: migrates the data file, answers pages and files, and leaves quietly. `--dev` shows edits at once. */
import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import { readConfig } from '#app/server/config.ts';
import { mailBy } from '#app/server/mail.ts';
import { makeAdminLink } from '#app/use-cases/accounts/links.server.ts';
import { lockDataFile } from '#db/file-lock.ts';
import { migrate } from '#db/migrate.ts';
import { openDatabase } from '#db/open.ts';
import { rebuild } from '#db/rebuild.ts';
import { backupClock } from './lib/scheduled-backups.ts';
import { answerWithSite, builtFiles, type Middleware, tick } from './lib/site.ts';

const root = path.resolve(import.meta.dirname, '..');
const development = process.argv.includes('--dev');
const say = (text: string) => process.stdout.write(`criterion  ${text}\n`);

function stop(lines: readonly string[]): never {
  for (const line of lines) process.stderr.write(`criterion  ${line}\n`);
  process.exit(1);
}

/** The built pages and files, or in development the build tool that makes them as they are asked for. */
async function pages(server: Server): Promise<{ files: Middleware; build: () => Promise<ServerBuild> }> {
  if (development) {
    const vite = await import('vite');
    const tool = await vite.createServer({ root, server: { middlewareMode: true, hmr: { server } }, appType: 'custom' });
    return { files: tool.middlewares, build: () => tool.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild> };
  }
  const built = path.join(root, 'build/server/index.js');
  if (!existsSync(built)) stop(['The pages are not built yet. Run `npm start`, which builds them first, or `npm run build`.']);
  const build = (await import(pathToFileURL(built).href)) as ServerBuild;
  return { files: builtFiles(path.join(root, 'build/client')), build: async () => build };
}

async function openData(file: string) {
  try {
    const db = await openDatabase(path.resolve(root, file));
    await lockDataFile(path.resolve(root, file), new Date());
    const applied = await migrate(db);
    if (applied > 0) {
      // A new column or table of what is derived begins empty.
      await rebuild(db);
      say(`Data file ready: ${file} (${applied} ${applied === 1 ? 'migration' : 'migrations'} applied).`);
    }
    return db;
  } catch (error) {
    return stop([
      `The data file ${file} cannot be used: ${error instanceof Error ? error.message : String(error)}`,
      'DATABASE_PATH names it.',
    ]);
  }
}

const parsed = readConfig(process.env);
if ('problems' in parsed) stop(parsed.problems);
const { config } = parsed;
const db = await openData(config.databasePath);
const server = createServer();
const { files, build } = await pages(server);
answerWithSite(server, files, build, {
  db,
  origin: config.origin,
  trustedProxies: config.trustedProxies,
  mail: config.mail ? mailBy(config.mail.url, config.mail.from) : null,
  development,
});

server.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EADDRINUSE') stop([`Port ${config.port} is taken. Stop what uses it, or choose another: PORT=3001 npm start`]);
  if (error.code === 'EACCES') stop([`This user may not listen on port ${config.port}. Choose one above 1023: PORT=3000 npm start`]);
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') stop([`HOST=${config.host} is not an address of this machine.`]);
  stop([error.message]);
});

server.listen(config.port, config.host, () => {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  const shown = ['127.0.0.1', '::1', '0.0.0.0', '::'].includes(config.host) ? 'localhost' : config.host;
  const site = config.origin ?? `http://${shown}:${port}`;
  say(`Open ${site}   (Ctrl-C stops it)`);
  void makeAdminLink({ db, now: Date.now }).then((link) => {
    if (link) say(`Nobody administers this site yet. To do so, open ${site}${link} (works once, within a day).`);
  });
});

const backups = backupClock(
  { databasePath: path.resolve(root, config.databasePath), backup: { ...config.backup, folder: path.resolve(root, config.backup.folder) } },
  (problem, text) => (problem === null ? say(text) : process.stderr.write(`criterion  ${text}\n`)),
);

/** What is due by the server's clock, whether or not anybody looks: graded quizzes end, marks come out, versions and backups are kept. */
function strike(): void {
  build()
    .then((made) => tick(made, db))
    .catch((error) => process.stderr.write(`criterion  The server's clock stumbled: ${error}\n`));
  void backups.strike(Date.now());
}
strike();
const clock = setInterval(strike, 15_000).unref();

function leave() {
  clearInterval(clock);
  server.close(() => {
    void db.close().then(() => process.exit(0));
  });
  server.closeIdleConnections();
  setTimeout(() => process.exit(0), 5000).unref();
}
process.once('SIGTERM', leave);
process.once('SIGINT', leave);
