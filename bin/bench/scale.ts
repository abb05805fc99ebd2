/** An instructor's pages of a large class while its learners answer, and what an answer costs there beside an empty file. */
import { Agent } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Course } from '#app/course/course.ts';
import { newId } from '#app/server/new-id.ts';
import { createAccount } from '#db/accounts.ts';
import { joinCohort } from '#db/cohorts.ts';
import { send } from './answers.ts';
import { bigClass } from './big-class.ts';
import { makeLearner, openFile, type ReadyAnswer, readyAnswers, scopeOf, signedIn } from './data.ts';
import { type Running, runServer } from './run-server.ts';

const learners = 5000;
const perSecond = 20;
const atOnce = 4;
const seconds = 10;
/** Enough for twelve measurements of answers at that pace. */
const quizzes = 450;

/** The value below which a share of the figures lies. */
const quantile = (figures: readonly number[], share: number) =>
  figures.toSorted((a, b) => a - b)[Math.min(figures.length - 1, Math.floor(figures.length * share))] ?? Number.NaN;
const spread = (figures: readonly number[]) => [0.5, 0.95, 0.99].map((share) => `${quantile(figures, share).toFixed(0)}`).join(' / ');

async function timed(act: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await act();
  return performance.now() - begin;
}

/** Sends answers at their pace until told to stop. Returns a function that stops and gives how long each took, in milliseconds. */
function answering({ origin }: Running, cookie: string, answers: ReadyAnswer[]) {
  const agent = new Agent({ keepAlive: true });
  const took: number[] = [];
  const under: Promise<unknown>[] = [];
  const one = async ({ attemptId, fields }: ReadyAnswer) => {
    const { status } = await send(agent, `${origin}/attempts/${attemptId}`, cookie, fields);
    if (status !== 302) throw new Error(`An answer got ${status}.`);
  };
  const clock = setInterval(() => {
    const answer = answers.shift();
    if (answer) under.push(timed(() => one(answer)).then((ms) => took.push(ms)));
  }, 1000 / perSecond);
  return async () => {
    clearInterval(clock);
    await Promise.all(under);
    agent.destroy();
    return took;
  };
}

/** How long each request for a page took, so many at a time. */
async function asking({ origin }: Running, cookie: string, address: string): Promise<number[]> {
  const agent = new Agent({ keepAlive: true });
  const took: number[] = [];
  const until = performance.now() + seconds * 1000;
  const one = async () => {
    const { status } = await send(agent, origin + address, cookie, null);
    if (status !== 200) throw new Error(`${address} got ${status}.`);
  };
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (performance.now() < until) took.push(await timed(one));
    }),
  );
  agent.destroy();
  return took;
}

/** Answers at their pace and nothing else. Returns how long each took. */
async function answersAlone(running: Running, cookie: string, answers: ReadyAnswer[]): Promise<number[]> {
  const stop = answering(running, cookie, answers);
  await pause(seconds * 1000);
  return stop();
}

/**
 * Prints the figures. The class stays in the folder for temporary files; it takes minutes to make.
 * @param folder for what is used once
 * @param page any file, which the servers of the benchmark want
 */
export async function scale(folder: string, page: string, course: Course, say: (label: string, figure: string) => void): Promise<void> {
  const file = process.env.BENCH_CLASS ?? path.join(os.tmpdir(), `criterion-class-of-${learners}.db`);
  const slug = course.lessons[0]?.slug ?? '';
  const made = await bigClass(file, course, learners);
  say(`a class: ${made.learners} learners, ${made.answers} answers (${file})`, `${made.seconds.toFixed(0)} s`);

  async function ready(database: string, cohortId: string | null) {
    const db = await openFile(database);
    const learner = await makeLearner(db);
    const now = Date.now();
    const person = { learnerId: learner.id, name: 'Bench Learner', email: `${learner.id}@example.org` };
    await createAccount(db, { ...person, passphraseHash: null, role: 'learner', createdAt: now });
    if (cohortId) await joinCohort(db, cohortId, learner.id, now);
    const answers = await readyAnswers(scopeOf(db, course), course, learner, slug, quizzes);
    const cookie = cohortId ? await signedIn(db, made.ownerId) : '';
    const [anyone] = db.client
      .prepare<[string], { id: string }>('select learner_id as id from responses where learner_id <> ? limit 1')
      .all(learner.id);
    await db.close();
    return { learner, answers, cookie, anyone: anyone?.id ?? '' };
  }

  const empty = path.join(folder, `empty-${newId()}.db`);
  const [small, large] = [await ready(empty, null), await ready(file, made.cohortId)];
  const none = await runServer('site', empty, page);
  const full = await runServer('site', file, page);
  const agent = new Agent();
  const get = (address: string) => send(agent, full.origin + address, large.cookie, null);
  const strain = async () => JSON.parse((await get('/strain')).body) as { delay: number; megabytes: number };
  const base = `/teach/${made.cohortId}`;
  say('first board after the start of the server, ms', (await timed(() => get(base))).toFixed(0));
  await get(`${base}/items`);

  for (const round of [1, 2]) {
    const [without, within] = [
      await answersAlone(none, small.learner.cookie, small.answers),
      await answersAlone(full, large.learner.cookie, large.answers),
    ];
    say(`answer, empty file, round ${round}: p50 / p95 / p99 ms`, spread(without));
    say(`answer, large file, round ${round}`, spread(within));
    say('  ratio of the medians', (quantile(within, 0.5) / quantile(without, 0.5)).toFixed(2));
  }
  const pages = {
    'board, first page': base,
    'board, sorted and filtered': `${base}?show=help&sort=help`,
    'board, searched': `${base}?q=ada&sort=score`,
    'item analysis': `${base}/items`,
    misconceptions: `${base}/misconceptions`,
    'a learner': `${base}/learners/${large.anyone}`,
    people: `${base}/people`,
    brief: `${base}/brief`,
  };
  for (const [name, address] of Object.entries(pages)) {
    await strain();
    const stop = answering(full, large.learner.cookie, large.answers);
    const took = await asking(full, large.cookie, address);
    const answers = await stop();
    const { delay, megabytes } = await strain();
    say(`${name}: p50 / p95 / p99 ms of ${took.length}`, spread(took));
    say(
      `  ${answers.length} answers meanwhile; longest wait of the event loop; memory`,
      `${spread(answers)}; ${delay.toFixed(0)} ms; ${megabytes.toFixed(0)} MB`,
    );
  }
  agent.destroy();
  await none.stop();
  await full.stop();
}
