/** The server: migrates the data file, answers pages and files, and leaves quietly. `--dev` shows edits at once. */
import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import { newAfterwards } from '#app/server/afterwards.ts';
import { readConfig } from '#app/server/config.ts';
import { errorText } from '#app/server/error-text.ts';
import { fileProblem, healthOf, metricsOf } from '#app/server/health.ts';
import { newLog } from '#app/server/log.ts';
import { mailBy } from '#app/server/mail.ts';
import { newId } from '#app/server/new-id.ts';
import { newWatch } from '#app/server/watch.ts';
import { makeAdminLink } from '#app/use-cases/accounts/links.server.ts';
import { forgetOld } from '#app/use-cases/retention.server.ts';
import { sealOlder } from '#db/audit-chain.ts';
import { freeBallast, keepBallast } from '#db/ballast.ts';
import { deriveAsNow, isDerivedAsNow } from '#db/derivation.ts';
import { lockDataFile } from '#db/file-lock.ts';
import { migrate } from '#db/migrate.ts';
import { openDatabase } from '#db/open.ts';
import type { Trouble } from '#db/trouble.ts';
import { builtFiles, type Middleware } from './lib/built-files.ts';
import { figuresThread } from './lib/figures.ts';
import { backupClock } from './lib/scheduled-backups.ts';
import { withAbsolutePaths } from './lib/settings.ts';
import { answerWithSite, failedAfterwards, ready, tick } from './lib/site.ts';

const root = path.resolve(import.meta.dirname, '..');
/** Tells whoever started this process to start another (sysexits.h, EX_TEMPFAIL). */
const startAgain = 75;
/** How long requests under way may take once the server leaves, in milliseconds: less than a service manager waits (docs/operations.md). */
const patience = 10_000;
let leaving = false;
const development = process.argv.includes('--dev');
// Before the pages are imported: without it React takes its build for development, which needs about twice the time for a page.
process.env.NODE_ENV ||= development ? 'development' : 'production';

function stop(lines: readonly string[]): never {
  for (const line of lines) process.stderr.write(`criterion  ${line}\n`);
  process.exit(1);
}

/** The built pages and files, or in development the build tool that makes them as they are asked for. */
async function pages(server: Server): Promise<{ files: Middleware; build: () => Promise<ServerBuild>; built: string | null }> {
  if (development) {
    const vite = await import('vite');
    const tool = await vite.createServer({ root, server: { middlewareMode: true, hmr: { server } }, appType: 'custom' });
    return { files: tool.middlewares, build: () => tool.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>, built: null };
  }
  const built = path.join(root, 'build/server/index.js');
  if (!existsSync(built)) stop(['The pages are not built yet. Run `npm start`, which builds them first, or `npm run build`.']);
  const build = (await import(pathToFileURL(built).href)) as ServerBuild;
  return { files: builtFiles(path.join(root, 'build/client')), build: async () => build, built: pathToFileURL(built).href };
}

/** Says every few seconds how far a long piece of work is. */
function saidNowAndThen() {
  let next = Date.now() + 3000;
  return (done: number, of: number) => {
    if (Date.now() < next) return;
    next += 3000;
    log.info(
      `Progress is being made anew from the log of answers: ${done} of ${of} learners. Stopped meanwhile, it begins again at the next start.`,
    );
  };
}

async function openData(file: string) {
  try {
    const db = await openDatabase(path.resolve(root, file));
    await lockDataFile(path.resolve(root, file), new Date());
    const applied = await migrate(db);
    if (applied > 0) log.info(`Data file ready: ${file} (${applied} ${applied === 1 ? 'migration' : 'migrations'} applied).`);
    await sealOlder(db);
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
const format = config.log.format ?? (process.stdout.isTTY ? 'text' : 'json');
const log = newLog({ level: config.log.level, format }, (line) => void process.stdout.write(line));
const absolute = withAbsolutePaths(config);
const dataFile = absolute.databasePath;
const db = await openData(config.databasePath);
/** A proxy's idle connections (nginx and most balancers: 60 s) must end before ours, or it sends a form into one that is just closing. */
const server = createServer({ keepAliveTimeout: 75_000, headersTimeout: 20_000, requestTimeout: 60_000 });
server.on('request', (_, response) => {
  if (leaving) response.setHeader('Connection', 'close');
});
const { files, build, built } = await pages(server);
if (!isDerivedAsNow(db)) {
  // What learners believe follows from answers by the course, which is part of the pages.
  ready(await build(), db);
  await deriveAsNow(db, saidNowAndThen());
}
/** In development the pages change, and figures are made with them. */
const figures = built === null ? null : figuresThread({ database: dataFile, build: built }, (text) => log.warn(text));
const watch = newWatch();
const afterwards = newAfterwards(failedAfterwards(log));
const sources = { db, file: dataFile, backup: absolute.backup, watch, now: Date.now };
const data = { db, ...(figures ? { elsewhere: figures.elsewhere } : {}) };
answerWithSite(server, files, build, {
  ...data,
  origin: config.origin,
  trustedProxies: config.trustedProxies,
  framedBy: config.framedBy,
  formsPerMinute: config.formsPerMinute,
  contact: config.contact,
  mail: config.mail ? mailBy(config.mail.url, config.mail.from) : null,
  keeps: { retention: config.retention, backupHours: config.backup.everyHours, backupsKept: config.backup.keep },
  development,
  onTrouble: meet,
  log,
  watch,
  afterwards,
  health: () => healthOf(sources),
  probed: {
    isDraining: () => leaving,
    problem: () => fileProblem(db),
    metrics: () => metricsOf(sources),
    metricsToken: config.metricsToken,
  },
});

server.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EADDRINUSE') stop([`Port ${config.port} is taken. Stop what uses it, or choose another: PORT=3001 npm start`]);
  if (error.code === 'EACCES') stop([`This user may not listen on port ${config.port}. Choose one above 1023: PORT=3000 npm start`]);
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') stop([`HOST=${config.host} is not an address of this machine.`]);
  stop([error.message]);
});

server.listen({ port: config.port, host: config.host, backlog: 2048 }, () => {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  const shown = ['127.0.0.1', '::1', '0.0.0.0', '::'].includes(config.host) ? 'localhost' : config.host;
  const site = config.origin ?? `http://${shown}:${port}`;
  log.notice(`Open ${site}   (Ctrl-C stops it)`);
  void makeAdminLink({ db, now: Date.now }).then((link) => {
    if (link)
      log.notice(
        `Nobody administers this site yet. To set it up, open ${site}${link} (works once, within a day): it makes your account and leads through the first steps.`,
      );
  }, stumbled);
});

function stumbled(error: unknown): void {
  log.error({ error: errorText(error) }, 'The server stumbled.');
}

/** What the server does about the disk, while the visitor is asked to send it again. */
function meet(trouble: Trouble): void {
  if (trouble === 'full')
    void freeBallast(dataFile).then((freed) =>
      log.warn(`The disk is full: answers are not kept. Make room${freed ? '; a reserve of 8 MB was given up for that' : ''}.`),
    );
  if (trouble === 'broken' && !leaving) {
    leaving = true;
    log.error('The disk refused a write or did not confirm it, so this process ends. The next one reads what has reached the disk.');
    // Without closing the file: that would carry over what the operating system may have lost, where starting anew reads the log again.
    setTimeout(() => process.exit(startAgain), 500);
  }
}

const backups = backupClock(absolute, (problem, text) => (problem === null ? log.info(text) : log.warn(text)));

async function keepReserve(): Promise<void> {
  const { bavail, bsize } = await statfs(path.dirname(dataFile));
  await keepBallast(dataFile, bavail * bsize);
}

let strikes = 0;
/** What is old goes every five minutes, from the start on. */
const strikesToForget = 20;

/** What was kept long enough goes, some at a time, and the log says how much. */
async function forget(): Promise<void> {
  const gone = await forgetOld({ db, now: Date.now, newId }, config.retention);
  if (Object.values(gone).some((number) => number > 0))
    log.info(
      `Kept long enough, now deleted: ${gone.learners} learners without account, ${gone.invitations} invitations, ${gone.sessions} sessions, ${gone.entries} entries of the audit log.`,
    );
}

/** What is due by the server's clock, whether or not anybody looks: graded quizzes end, marks come out, versions and backups are kept. */
function strike(): void {
  build()
    .then((made) => tick(made, data, (text) => log.warn(text)))
    .catch(stumbled);
  void keepReserve().catch(stumbled);
  void backups.strike(Date.now());
  if (strikes++ % strikesToForget === 0) void forget().catch(stumbled);
}
strike();
const clock = setInterval(strike, 15_000).unref();

/**
 * Leaves quietly: says not to be ready, goes on answering for as long as the setting says, then takes no more connections, lets requests
 * under way finish, mail too, and closes the file when every write is on the disk. Who has no answer by then is cut off; their form can be
 * sent again, and the log says how much was still to be done.
 */
function leave() {
  if (leaving) return;
  leaving = true;
  clearInterval(clock);
  log.notice('Leaving: requests under way are finished first.');
  setTimeout(() => {
    server.close(() => {
      void afterwards
        .done()
        .then(() => figures?.close())
        .then(() => db.close())
        .then(() => process.exit(0));
    });
    // A connection whose request has just been answered becomes idle only now and then.
    setInterval(() => server.closeIdleConnections(), 50).unref();
    setTimeout(() => server.closeAllConnections(), patience).unref();
    setTimeout(() => {
      if (afterwards.size() > 0) log.warn(`Not finished after answers, mail for instance: ${afterwards.size()}. It is not begun again.`);
      process.exit(0);
    }, patience + 3000).unref();
  }, config.drainFor);
}
// Each time, not once: npm, its shell and a service manager all pass the same signal on, and one that nobody listens for ends a process at once.
process.on('SIGTERM', leave);
process.on('SIGINT', leave);
