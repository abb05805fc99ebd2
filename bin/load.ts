/**
 * `npm run load`: learners at rising rates, five hundred learners at it together, five hundred answers within a second and at the same moment,
 * and ten times more pages than can be made. `npm run load -- --soak 30`: learners who keep coming for so many minutes, and the server's memory. Every answer that
 * was acknowledged is looked for in the data file afterwards. Prints figures; docs/benchmarks.md holds method and date.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { loadCourse } from '#app/course/load.ts';
import { makeLearner, openFile, readyAnswers, scopeOf } from './bench/data.ts';
import { optionsOrStop } from './lib/options.ts';
import { startServer } from './lib/running-server.ts';
import { stop } from './lib/settings.ts';
import { answer, answerNowAndThen, answerTogether, come, look, newTally, type Player, type Tally } from './load/play.ts';
import { slopeOf, soak, together } from './load/soak.ts';

/** Visits that begin in a second; a visit is fifteen requests. */
const rates = [5, 10, 20, 40];
const seconds = 6;
const atOnce = 500;
/** Seconds between two answers of one who thinks, at the least and at the most. */
const thinking = [5, 15] as const;
/** Visits that begin in a second of a soak; memory of the first minutes is that of a server that warms up. */
const soakRate = 2;
const warmMinutes = 5;
const overloadSeconds = 8;
const overloadFactor = 10;
/** Requests under way at the most, so that this end has connections for them. */
const openAtOnce = 1500;
/** A page this quick says that the overload is over, in milliseconds. */
const quick = 250;

const usage = 'usage: npm run load -- [--soak <minutes>]';
const { soak: soakFor } = optionsOrStop({ soak: { type: 'string' } }, usage);
const minutes = Number(soakFor ?? 0);
if (!Number.isInteger(minutes) || (soakFor !== undefined && minutes <= warmMinutes))
  stop(`--soak takes a whole number of minutes above ${warmMinutes}.`, usage);

const root = path.resolve(import.meta.dirname, '..');
if (!existsSync(path.join(root, 'build/server/index.js'))) {
  process.stderr.write('criterion  Nothing is built yet. Run `npm run build` first.\n');
  process.exit(1);
}
const folder = mkdtempSync(path.join(os.tmpdir(), 'criterion-load-'));
const file = path.join(folder, 'load.db');
const course = loadCourse(path.join(root, 'content/co-production'));
const slug = course.lessons[0]?.slug ?? '';
const lesson = `/courses/${course.id}/lessons/${slug}`;
const say = (label: string, figure: string) => process.stdout.write(`${label.padEnd(58)} ${figure}\n`);
const quantile = (sorted: readonly number[], share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
const spread = (ms: readonly number[]) => {
  const sorted = ms.toSorted((a, b) => a - b);
  return `${[0.5, 0.95, 0.99].map((share) => quantile(sorted, share).toFixed(0)).join(' / ')} ms`;
};

async function players(count: number): Promise<Player[]> {
  const db = await openFile(file);
  const scope = scopeOf(db, course);
  const made: Player[] = [];
  for (let n = 0; n < count; n++) {
    const learner = await makeLearner(db);
    made.push({ learner, answers: await readyAnswers(scope, course, learner, slug, 1) });
  }
  await db.close();
  return made;
}

/** How many of the acknowledged answers are not in the data file. */
async function lost(tallies: readonly Tally[]): Promise<number> {
  const db = await openFile(file);
  const kept = new Set(db.client.prepare('SELECT form_key FROM responses').pluck().all());
  await db.close();
  return tallies.flatMap(({ acknowledged }) => acknowledged).filter((key) => !kept.has(key)).length;
}

/** Memory that a process holds, in megabytes; Linux tells, elsewhere it is 0. */
function megabytes(pid = 0): number {
  if (process.platform !== 'linux') return 0;
  const found = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(found ?? 0) / 1024;
}

async function keepComing(minutes: number): Promise<void> {
  const all = await players(minutes * 60 * soakRate);
  await using server = await startServer(file, { LOG_LEVEL: 'warn' });
  const agent = new Agent({ keepAlive: true });
  const memory = () => megabytes(server.process.pid);
  const held: number[] = [];
  const tallies: Tally[] = [];
  say(`${soakRate} visits a second begun, minute by minute`, 'answers p50 / p95 / p99; pages p50 / p95 / p99; put off, failed; memory');
  for await (const minute of soak({ agent, origin: server.origin, lesson, players: all, perSecond: soakRate, minutes, memory })) {
    held.push(minute.megabytes);
    tallies.push(minute.tally);
    const { answers, pages, shed, failed } = minute.tally;
    say(`  ${held.length}`, `${spread(answers)}; ${spread(pages)}; ${shed}, ${failed}; ${minute.megabytes.toFixed(0)} MB`);
  }
  agent.destroy();
  await server.kill();
  const whole = together(tallies);
  const settled = held.slice(warmMinutes);
  say('requests, put off, failed', `${whole.answers.length + whole.pages.length}, ${whole.shed}, ${whole.failed}`);
  say(`memory after minute ${warmMinutes}, least / most`, `${Math.min(...settled).toFixed(0)} / ${Math.max(...settled).toFixed(0)} MB`);
  say('  growth a minute, least-squares line', `${slopeOf(settled).toFixed(2)} MB`);
  say(`of ${whole.acknowledged.length} acknowledged answers, lost`, String(await lost([whole])));
}

async function main(): Promise<void> {
  const ofRates = rates.map((rate) => rate * seconds);
  const all = await players(ofRates.reduce((sum, count) => sum + count, 0) + 4 * atOnce);
  await using server = await startServer(file, { LOG_LEVEL: 'warn' });
  const agent = new Agent({ keepAlive: true });
  /** Answers do not queue behind pages at this end: what is measured is the server. */
  const own = new Agent({ keepAlive: true });
  const memory = () => `${megabytes(server.process.pid).toFixed(0)} MB`;
  const { origin } = server;
  const tallies: Tally[] = [];
  say('', 'answers p50 / p95 / p99; pages p50 / p95 / p99');
  for (const [place, rate] of rates.entries()) {
    const begun = performance.now();
    const tally = await come(agent, origin, lesson, all.splice(0, ofRates[place]), rate);
    const took = (performance.now() - begun) / 1000;
    tallies.push(tally);
    say(`${rate} visits a second begun`, `${spread(tally.answers)}; ${spread(tally.pages)}`);
    say(
      '  answers acknowledged a second, put off, failed, memory',
      `${(tally.answers.length / took).toFixed(0)}, ${tally.shed}, ${tally.failed}, ${memory()}`,
    );
  }

  const working = newTally();
  await Promise.all(all.splice(0, atOnce).map((player) => answerNowAndThen(agent, origin, player, thinking, working)));
  tallies.push(working);
  say(
    `${atOnce} learners at it together, an answer every ${thinking.join(' to ')} s`,
    `${spread(working.answers)}; ${spread(working.pages)}; put off ${working.shed}, failed ${working.failed}`,
  );

  for (const [within, said] of [
    [1, 'within a second'],
    [0, 'in the same moment'],
  ] as const) {
    const tally = await answerTogether(origin, all.splice(0, atOnce), within);
    tallies.push(tally);
    say(`${atOnce} learners answer ${said}`, `${spread(tally.answers)}; failed ${tally.failed}`);
  }

  const probe = newTally();
  const probing = performance.now();
  while (performance.now() - probing < 2000) await Promise.all(Array.from({ length: 16 }, () => look(agent, origin + lesson, '', probe)));
  const capacity = probe.pages.length / 2;
  say('lesson pages a second, at most', capacity.toFixed(0));

  const over = newTally();
  const begun = performance.now();
  const under: Promise<unknown>[] = [];
  let asked = 0;
  while (performance.now() - begun < overloadSeconds * 1000) {
    const due = ((performance.now() - begun) / 1000) * capacity * overloadFactor;
    for (; asked < due && under.length - over.pages.length - over.answers.length - over.shed - over.failed < openAtOnce; asked++) {
      const visitor = asked % 200 === 0 ? all.pop() : undefined;
      const [first] = visitor?.answers ?? [];
      under.push(visitor && first ? answer(own, origin, visitor.learner.cookie, first, over) : look(agent, origin + lesson, '', over));
    }
    await pause(2);
  }
  const ended = performance.now();
  const calm = newTally();
  const calmAgent = new Agent({ keepAlive: true });
  while (!calm.pages.some((ms) => ms < quick) && performance.now() - ended < 60_000) await look(calmAgent, origin + lesson, '', calm);
  const recovered = performance.now() - ended;
  await Promise.all(under);
  tallies.push(over);
  say(`pages asked for a second for ${overloadSeconds} s`, (asked / overloadSeconds).toFixed(0));
  say('  pages answered, put off, failed', `${over.pages.length}, ${over.shed}, ${over.failed}`);
  say(`  ${over.answers.length} answers meanwhile`, `${spread(over.answers)}; memory ${memory()}`);
  say('  a page is quick again after', `${(recovered / 1000).toFixed(1)} s`);
  for (const one of [agent, own, calmAgent]) one.destroy();
  await server.kill();
  const sum = tallies.reduce((count, { acknowledged }) => count + acknowledged.length, 0);
  say(`of ${sum} acknowledged answers, lost`, String(await lost(tallies)));
}

try {
  process.stdout.write(`Node ${process.versions.node}, ${os.cpus().length} processors, ${os.cpus()[0]?.model.trim() ?? ''}\n\n`);
  await (minutes > 0 ? keepComing(minutes) : main());
} finally {
  rmSync(folder, { recursive: true, force: true });
}
