/** What an answer costs: in the process, over HTTP, and as part of a whole quiz. */
import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';
import Sqlite from 'better-sqlite3';
import { newId } from '#app/server/new-id.ts';
import { answerItem } from '#app/use-cases/answer-item.server.ts';
import type { Scope } from '#app/use-cases/scope.ts';
import { type Learner, openFile, type ReadyAnswer } from './data.ts';
import { median, runServer } from './run-server.ts';

/** Answers a second through the use case: found, graded, kept and counted into progress, committed with `synchronous=FULL`. */
export async function inProcess(scope: Scope, learner: Learner, answers: readonly ReadyAnswer[]): Promise<number> {
  const begin = performance.now();
  for (const { attemptId, position, fields } of answers) {
    const form = new URLSearchParams(fields);
    const kept = await answerItem(scope, learner.id, { attemptId, position, form, formKey: form.get('key') ?? '' });
    if (!kept || !('first' in kept) || !kept.first) throw new Error('An answer was not kept.');
  }
  return answers.length / ((performance.now() - begin) / 1000);
}

const durable = ['journal_mode = WAL', 'synchronous = FULL'];

/** Runs `insert` once for each answer, one commit each. Returns inserts a second. */
function rateOf(answers: readonly ReadyAnswer[], insert: (answer: ReadyAnswer) => void): number {
  const begin = performance.now();
  for (const answer of answers) insert(answer);
  return answers.length / ((performance.now() - begin) / 1000);
}

/** A bare prepared insert of the answer's own row into a table like ours, with its keys, as durably; references are not looked up. */
export async function bareResponses(file: string, answers: readonly ReadyAnswer[]): Promise<number> {
  const db = await openFile(file);
  db.client.pragma('foreign_keys = OFF');
  const insert = db.client.prepare(
    `INSERT INTO responses (id, learner_id, attempt_id, position, course, lesson, item_id, kind, about, answer, score, "right",
      misconceptions, content_version, form_key, seconds, at)
    VALUES (?, 'learner', ?, ?, 'co-production', 'who-does-the-work', 'l1-recycling-verdict', 'verdict', 'R3', ?, 1, 1, '[]', 'version', ?, 10, ?)`,
  );
  const rate = rateOf(answers, ({ attemptId, position, fields }) =>
    insert.run(
      newId(),
      attemptId,
      position,
      JSON.stringify({ type: 'choice', option: 'key' }),
      new URLSearchParams(fields).get('key'),
      Date.now(),
    ),
  );
  await db.close();
  return rate;
}

/** The least that can be kept: the form into a table with one key and no other index, as durably. */
export function bareForms(file: string, answers: readonly ReadyAnswer[]): number {
  const client = new Sqlite(file);
  for (const pragma of durable) client.pragma(pragma);
  client.exec('CREATE TABLE IF NOT EXISTS forms (id TEXT PRIMARY KEY, body TEXT NOT NULL, at INTEGER NOT NULL)');
  const insert = client.prepare('INSERT INTO forms VALUES (?, ?, ?)');
  const rate = rateOf(answers, ({ fields }) => insert.run(newId(), fields, Date.now()));
  client.close();
  return rate;
}

export interface Reply {
  readonly status: number;
  readonly location: string | undefined;
  readonly body: string;
}

/** Sends a form, or asks for a page where there are no fields. Returns what came back. */
export function send(agent: Agent, url: string, cookie: string, fields: string | null): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      url,
      {
        agent,
        method: fields === null ? 'GET' : 'POST',
        headers: {
          cookie,
          ...(fields === null
            ? {}
            : {
                origin: new URL(url).origin,
                'content-type': 'application/x-www-form-urlencoded',
                'content-length': Buffer.byteLength(fields),
              }),
        },
      },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('end', () =>
          resolve({ status: incoming.statusCode ?? 0, location: incoming.headers.location, body: Buffer.concat(chunks).toString() }),
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end(fields ?? undefined);
  });
}

/** Runs `work` on each of `jobs` with so many at a time. Returns jobs a second. */
export async function side<T>(jobs: readonly T[], atOnce: number, work: (job: T) => Promise<void>): Promise<number> {
  const begin = performance.now();
  let next = 0;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let job = jobs[next++]; job !== undefined; job = jobs[next++]) await work(job);
    }),
  );
  return jobs.length / ((performance.now() - begin) / 1000);
}

/** Answers a second over HTTP from the site, and the same forms into the bare server's prepared insert. Medians of three. */
export async function overHttp(database: string, page: string, learner: Learner, rounds: readonly (readonly ReadyAnswer[])[]) {
  const figures: { site: number; bare: number }[] = [];
  for (const answers of rounds) {
    const post = (origin: string, agent: Agent) => async (answer: ReadyAnswer) => {
      const { status } = await send(agent, `${origin}/attempts/${answer.attemptId}`, learner.cookie, answer.fields);
      if (status !== 302) throw new Error(`An answer got ${status}.`);
    };
    const rate = async (kind: 'site' | 'bare', file: string) => {
      const running = await runServer(kind, file, page);
      const agent = new Agent({ keepAlive: true, maxSockets: 16 });
      const warm = Math.floor(answers.length / 4);
      await side(answers.slice(0, warm), 16, post(running.origin, agent));
      const result = await side(answers.slice(warm), 16, post(running.origin, agent));
      agent.destroy();
      await running.stop();
      return result;
    };
    figures.push({ site: await rate('site', database), bare: await rate('bare', `${database}.bare`) });
  }
  return { site: median(figures.map(({ site }) => site)), bare: median(figures.map(({ bare }) => bare)) };
}

/** Whole quizzes a second over HTTP: each question's page, its answer, the feedback page, and the result at the end. */
export async function wholeQuizzes(database: string, page: string, learner: Learner, answers: readonly ReadyAnswer[]): Promise<number> {
  const running = await runServer('site', database, page);
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const get = async (path: string) => {
    const { status } = await send(agent, running.origin + path, learner.cookie, null);
    if (status !== 200) throw new Error(`${path} got ${status}.`);
  };
  const attempts = [...Map.groupBy(answers, (answer) => answer.attemptId).values()];
  const rate = await side(attempts, 8, async (attempt) => {
    for (const { attemptId, position, fields } of attempt) {
      await get(`/attempts/${attemptId}?at=${position}`);
      const { location } = await send(agent, `${running.origin}/attempts/${attemptId}`, learner.cookie, fields);
      await get(location ?? '/');
    }
    await get(`/attempts/${attempt[0]?.attemptId}/result`);
  });
  agent.destroy();
  await running.stop();
  return rate;
}
