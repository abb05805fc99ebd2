import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { NotReady } from '#app/server/health.ts';
import { type Probed, probes } from '#app/server/probes.ts';

const token = 'a token of some length';

async function serving(over: Partial<Probed> = {}, now = () => 0) {
  const probe = probes(
    { isDraining: () => false, problem: async () => null, metrics: async () => 'seen_total 1\n', metricsToken: token, ...over },
    now,
  );
  const server = createServer((incoming, outgoing) => {
    if (!probe(incoming, outgoing)) outgoing.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return async (path: string, init?: RequestInit) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, init);
    return [response.status, await response.text()];
  };
}

test('a process that answers is alive, whatever its file does', async () => {
  const ask = await serving({ problem: async () => 'full' });
  expect(await ask('/healthz')).toEqual([200, 'alive\n']);
  expect(await ask('/healthz', { method: 'POST' })).toEqual([404, '']);
});

test('ready says no and why, and asks the disk once in two seconds', async () => {
  let at = 0;
  let asked = 0;
  let problem: NotReady | null = null;
  const ask = await serving(
    {
      problem: async () => {
        asked++;
        return problem;
      },
    },
    () => at,
  );
  expect(await ask('/readyz')).toEqual([200, 'ready\n']);
  problem = 'full';
  expect(await ask('/readyz')).toEqual([200, 'ready\n']);
  at = 2001;
  expect(await ask('/readyz')).toEqual([503, 'not ready: full\n']);
  expect(asked).toBe(2);
});

test('a server that drains says so at once, whatever it said a moment ago', async () => {
  let draining = false;
  const ask = await serving({ isDraining: () => draining });
  expect(await ask('/readyz')).toEqual([200, 'ready\n']);
  draining = true;
  expect(await ask('/readyz')).toEqual([503, 'not ready: draining\n']);
  expect(await ask('/healthz')).toEqual([200, 'alive\n']);
});

test('metrics are for who has the token', async () => {
  const ask = await serving();
  expect((await ask('/metrics'))[0]).toBe(401);
  expect((await ask('/metrics', { headers: { Authorization: 'Bearer something else' } }))[0]).toBe(401);
  expect(await ask('/metrics', { headers: { Authorization: `Bearer ${token}` } })).toEqual([200, 'seen_total 1\n']);
});

test('without a token in the settings there are no metrics at all', async () => {
  const ask = await serving({ metricsToken: null });
  expect((await ask('/metrics', { headers: { Authorization: 'Bearer null' } }))[0]).toBe(404);
});
