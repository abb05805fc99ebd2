/** Learners who come at a given pace, whatever the server does, and what they were answered. */
import { Agent } from 'node:http';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { type Reply, send, side } from '../bench/answers.ts';
import type { Learner, ReadyAnswer } from '../bench/data.ts';

/** A learner with one quiz that waits for its answers. */
export interface Player {
  readonly learner: Learner;
  readonly answers: readonly ReadyAnswer[];
}

/** What came of all requests of one step, in the order of asking. */
export interface Tally {
  /** Milliseconds from sending an answer to its acknowledgement. */
  readonly answers: number[];
  /** Milliseconds from asking for a page to having it. */
  readonly pages: number[];
  /** Form keys of the answers that were acknowledged. */
  readonly acknowledged: string[];
  /** Pages put off with a 503. */
  shed: number;
  /** Anything else that was no success. */
  failed: number;
}

export const newTally = (): Tally => ({ answers: [], pages: [], acknowledged: [], shed: 0, failed: 0 });

async function timed(act: () => Promise<Reply>): Promise<{ reply: Reply | null; ms: number }> {
  const begin = performance.now();
  const reply = await act().catch(() => null);
  return { reply, ms: performance.now() - begin };
}

/** Asks for a page and notes what came of it. */
export async function look(agent: Agent, url: string, cookie: string, tally: Tally): Promise<void> {
  const { reply, ms } = await timed(() => send(agent, url, cookie, null));
  if (reply?.status === 200) tally.pages.push(ms);
  else if (reply?.status === 503) tally.shed++;
  else tally.failed++;
}

/** Sends an answer and notes whether it was acknowledged. Returns where it led. */
export async function answer(
  agent: Agent,
  origin: string,
  cookie: string,
  { attemptId, fields }: ReadyAnswer,
  tally: Tally,
): Promise<string | null> {
  const { reply, ms } = await timed(() => send(agent, `${origin}/attempts/${attemptId}`, cookie, fields));
  if (reply?.status !== 302) {
    tally.failed++;
    return null;
  }
  tally.answers.push(ms);
  tally.acknowledged.push(new URLSearchParams(fields).get('key') ?? '');
  return reply.location ?? null;
}

/** One learner's visit: the lesson, six answers with their feedback, the result, the progress page. */
async function visit(agent: Agent, origin: string, lesson: string, { learner, answers }: Player, tally: Tally): Promise<void> {
  const see = (path: string) => look(agent, origin + path, learner.cookie, tally);
  await see(lesson);
  for (const one of answers) {
    const next = await answer(agent, origin, learner.cookie, one, tally);
    if (next) await see(next);
  }
  await see(`/attempts/${answers[0]?.attemptId}/result`);
  await see('/progress');
}

/** One learner who thinks between answers, so many seconds at the least and at the most, and looks at what came of each. */
export async function answerNowAndThen(
  agent: Agent,
  origin: string,
  { learner, answers }: Player,
  [least, most]: readonly [number, number],
  tally: Tally,
): Promise<void> {
  for (const one of answers) {
    await pause(1000 * (least + Math.random() * (most - least)));
    const next = await answer(agent, origin, learner.cookie, one, tally);
    if (next) await look(agent, origin + next, learner.cookie, tally);
  }
}

/**
 * Each player looks at a question, and once all have seen theirs all answer it, at any time within so many seconds. Returns what came of
 * the answers. Each has a connection that is open by then, as a browser's is that shows the page.
 */
export async function answerTogether(origin: string, players: readonly Player[], within: number): Promise<Tally> {
  const tally = newTally();
  const ready = players.flatMap(({ learner: { cookie }, answers: [first] }) =>
    first ? [{ agent: new Agent({ keepAlive: true }), cookie, first }] : [],
  );
  await side(ready, 16, ({ agent, cookie, first: { attemptId } }) => look(agent, `${origin}/attempts/${attemptId}`, cookie, newTally()));
  await Promise.all(
    ready.map(async ({ agent, cookie, first }) => {
      await pause(1000 * within * Math.random());
      await answer(agent, origin, cookie, first, tally);
      agent.destroy();
    }),
  );
  return tally;
}

/** Lets players come, so many a second, until all are through. Returns what came of it. */
export async function come(agent: Agent, origin: string, lesson: string, players: readonly Player[], perSecond: number): Promise<Tally> {
  const tally = newTally();
  const begun = performance.now();
  const under = players.map(async (player, place) => {
    await pause(Math.max(0, begun + (place * 1000) / perSecond - performance.now()));
    await visit(agent, origin, lesson, player, tally);
  });
  await Promise.all(under);
  return tally;
}
