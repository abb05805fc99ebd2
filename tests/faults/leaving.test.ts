/** The server is told to end while learners answer. */
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { createAccount } from '#db/accounts.ts';
import { createLearner } from '#db/learners.ts';
import { openFile } from '../../bin/bench/data.ts';
import { mailSink } from '../unit/use-cases/mail-sink.ts';
import { answerAll, ask, dataWithAnswers, keptIn, passingFolder, startServer } from './house.ts';

/** Begins to send a form and does not end it; returns how to end it, and what comes back. */
function begun(origin: string, where: string, cookie: string, fields: string) {
  const outgoing = request(origin + where, {
    method: 'POST',
    agent: new Agent({ keepAlive: true }),
    headers: { cookie, origin, 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(fields) },
  });
  const status = once(outgoing, 'response').then(([incoming]) => {
    incoming.resume();
    return incoming.statusCode as number;
  });
  outgoing.write(fields.slice(0, 5));
  return { end: () => void outgoing.end(fields.slice(5)), status };
}

test('a form under way is finished, the file is closed, and the process ends by itself with nothing acknowledged lost', async () => {
  using folder = passingFolder();
  const file = path.join(folder.at, 'x.db');
  const [[first, ...others] = [], ...rest] = await dataWithAnswers(file, 6, 20);
  if (!first) throw new Error('No answer is waiting.');
  await using server = await startServer(file);
  const acknowledged: string[] = [];
  const under = begun(server.origin, `/attempts/${first.attemptId}`, first.cookie, first.fields);
  const load = answerAll(server.origin, rest, (key) => acknowledged.push(key));
  await expect.poll(() => acknowledged.length, { timeout: 20_000 }).toBeGreaterThan(20);
  const ended = once(server.process, 'exit');
  server.process.kill('SIGTERM');
  await pause(300);
  // As it comes from npm and from whoever keeps the service besides.
  server.process.kill('SIGTERM');
  await pause(300);
  await expect(ask(new Agent(), server.origin, '/healthz', '', null)).rejects.toThrow();
  under.end();
  expect(await under.status).toBe(302);
  acknowledged.push(first.key);
  await load;
  expect(await ended).toEqual([0, null]);
  const { keys, wrong } = await keptIn(file);
  expect(wrong).toBe(0);
  expect(acknowledged.filter((key) => !keys.includes(key))).toEqual([]);
  expect(keys).not.toContain(others[0]?.key);
});

test('while it drains, the server answers and says that it is not ready', async () => {
  using folder = passingFolder();
  const file = path.join(folder.at, 'x.db');
  await dataWithAnswers(file, 1, 1);
  await using server = await startServer(file, { DRAIN_SECONDS: '5' });
  const agent = new Agent();
  const status = async (where: string) => (await ask(agent, server.origin, where, '', null)).status;
  expect([await status('/healthz'), await status('/readyz'), await status('/metrics')]).toEqual([200, 200, 404]);
  const ended = once(server.process, 'exit');
  server.process.kill('SIGTERM');
  await expect.poll(() => status('/readyz'), { timeout: 20_000 }).toBe(503);
  expect([await status('/healthz'), await status('/about')]).toEqual([200, 200]);
  expect(await ended).toEqual([0, null]);
});

/** Mail needs an address of the site, and that its port. */
async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return String(port);
}

test('a letter that is on its way when the server is told to end arrives, and the process ends by itself', async () => {
  using folder = passingFolder();
  const file = path.join(folder.at, 'x.db');
  const db = await openFile(file);
  await createLearner(db, { id: 'ann', now: 0 });
  const email = 'ann@example.org';
  await createAccount(db, { learnerId: 'ann', name: 'Ann', email, passphraseHash: null, role: 'learner', createdAt: 0 });
  await db.close();
  const reached = Promise.withResolvers<void>();
  const taken = Promise.withResolvers<void>();
  const sink = await mailSink(undefined, () => {
    reached.resolve();
    return taken.promise;
  });
  const port = await freePort();
  await using server = await startServer(file, { SMTP_URL: sink.url, PORT: port, ORIGIN: `http://localhost:${port}` });
  const form = new URLSearchParams({ key: v7(), email }).toString();
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
  expect((await fetch(`${server.origin}/forgot`, { method: 'POST', headers, body: form })).status).toBe(200);
  await reached.promise;
  const ended = once(server.process, 'exit');
  server.process.kill('SIGTERM');
  const isOpen = () =>
    ask(new Agent(), server.origin, '/healthz', '', null)
      .then(Boolean)
      .catch(() => false);
  await expect.poll(isOpen, { timeout: 20_000 }).toBe(false);
  // A server that does not wait is gone by now.
  await pause(1000);
  expect([sink.letters.length, server.process.exitCode]).toEqual([0, null]);
  taken.resolve();
  expect(await ended).toEqual([0, null]);
  expect(sink.letters).toEqual([{ to: [email], text: expect.stringContaining('choose a new passphrase') }]);
  await sink.close();
});
