/** A server as it is run, on a data file with learners who are about to answer, and a load that notes what was acknowledged. */
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Course } from '#app/course/course.ts';
import { loadCourse } from '#app/course/load.ts';
import { countsOf } from '#db/backup/check.ts';
import { rebuild } from '#db/rebuild.ts';
import { makeLearner, openFile, type ReadyAnswer, readyAnswers, scopeOf } from '../../bin/bench/data.ts';

export { type RunningServer, startServer } from '../../bin/lib/running-server.ts';

/** `npm run test:faults` asks for the long run; as part of `npm test` a tenth of it will do. */
export const trials = (long: number) => (process.env.FAULTS === 'long' ? long : Math.ceil(long / 20));

const lesson = 'who-does-the-work';
let course: Course | undefined;

export interface WaitingAnswer extends ReadyAnswer {
  readonly cookie: string;
  /** What the answer is found by afterwards. */
  readonly key: string;
}

/** Makes a data file at `file` and returns the answers that its learners are about to send, each learner's own in order. */
export async function dataWithAnswers(file: string, learners: number, quizzes: number): Promise<WaitingAnswer[][]> {
  course ??= loadCourse('content/co-production');
  const db = await openFile(file);
  const scope = scopeOf(db, course);
  const waiting: WaitingAnswer[][] = [];
  for (let made = 0; made < learners; made++) {
    const learner = await makeLearner(db);
    const answers = await readyAnswers(scope, course, learner, lesson, quizzes);
    waiting.push(
      answers.map((answer) => ({ ...answer, cookie: learner.cookie, key: new URLSearchParams(answer.fields).get('key') ?? '' })),
    );
  }
  await db.close();
  return waiting;
}

/** A folder that is gone when the test is over. */
export function passingFolder(): { readonly at: string } & Disposable {
  const at = mkdtempSync(path.join(tmpdir(), 'criterion-faults-'));
  return { at, [Symbol.dispose]: () => rmSync(at, { recursive: true, force: true }) };
}

/** Sends a form, or asks for a page. Rejects where the server ends meanwhile. */
export function ask(
  agent: Agent,
  origin: string,
  where: string,
  cookie: string,
  fields: string | null,
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const headers = fields === null ? { cookie } : { cookie, origin, 'content-type': 'application/x-www-form-urlencoded' };
    const outgoing = request(origin + where, { agent, method: fields === null ? 'GET' : 'POST', headers, timeout: 20_000 }, (incoming) => {
      let body = '';
      incoming.setEncoding('utf8').on('data', (text) => {
        body += text;
      });
      incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, body }));
      incoming.on('error', reject);
    });
    outgoing.on('error', reject);
    outgoing.on('timeout', () => outgoing.destroy(new Error('no answer in 20 s')));
    outgoing.end(fields ?? undefined);
  });
}

/** Sends one answer. Returns its status. */
export async function sendAnswer(agent: Agent, origin: string, { attemptId, cookie, fields }: WaitingAnswer): Promise<number> {
  return (await ask(agent, origin, `/attempts/${attemptId}`, cookie, fields)).status;
}

/** Lets all learners answer at once, each in order, until all is sent or the server is gone. Calls `acknowledged` for each that was kept. */
export async function answerAll(origin: string, waiting: readonly (readonly WaitingAnswer[])[], acknowledged: (key: string) => void) {
  const agent = new Agent({ keepAlive: true });
  await Promise.all(
    waiting.map(async (own) => {
      for (const answer of own) {
        const status = await sendAnswer(agent, origin, answer).catch(() => null);
        if (status === null) return;
        if (status === 302) acknowledged(answer.key);
      }
    }),
  );
  agent.destroy();
}

export interface Kept {
  /** Form keys of the answers in the log. */
  readonly keys: readonly string[];
  /** Derived rows that are not what the log gives. */
  readonly wrong: number;
}

/** Opens a file after a fault, as the next start does, and returns what it holds. Throws where it is damaged. */
export async function keptIn(file: string): Promise<Kept> {
  const db = await openFile(file);
  try {
    const { wrong } = await rebuild(db, { check: true });
    return { keys: db.client.prepare('SELECT form_key FROM responses').pluck().all() as string[], wrong };
  } finally {
    await db.close();
    await countsOf(file);
  }
}
