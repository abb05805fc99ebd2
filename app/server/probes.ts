/** What machines ask: is the process alive, may it get requests, what has it counted. Answered before the pages, and never shed. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { NotReady } from './health.ts';

export interface Probed {
  /** True once the server was told to end. */
  readonly isDraining: () => boolean;
  /** Returns what keeps the data file from being used, or null. */
  readonly problem: () => Promise<NotReady | null>;
  readonly metrics: () => Promise<string>;
  /** Who may read the metrics; null where nobody may. */
  readonly metricsToken: string | null;
}

/** A write per question would let anybody keep the disk busy, so one answer holds for so many milliseconds. */
const holds = 2000;

const hash = (text: string) => createHash('sha256').update(text).digest();

/** Returns a listener that answers `/healthz`, `/readyz` and `/metrics`, and says whether it did. Without a token there are no metrics. */
export function probes({ isDraining, problem, metrics, metricsToken }: Probed, now: () => number = () => performance.now()) {
  let asked: { readonly at: number; readonly answer: Promise<NotReady | null> } | null = null;

  async function ready(): Promise<NotReady | null> {
    if (isDraining()) return 'draining';
    if (!asked || now() - asked.at > holds) asked = { at: now(), answer: problem() };
    return asked.answer;
  }

  const isAllowed = (given: string | undefined) =>
    metricsToken !== null && timingSafeEqual(hash(given ?? ''), hash(`Bearer ${metricsToken}`));

  async function answer(path: string, authorization: string | undefined): Promise<[status: number, type: string, text: string]> {
    if (path === '/healthz') return [200, 'text/plain', 'alive\n'];
    if (path === '/readyz') {
      const why = await ready();
      return why === null ? [200, 'text/plain', 'ready\n'] : [503, 'text/plain', `not ready: ${why}\n`];
    }
    if (!isAllowed(authorization)) return [401, 'text/plain', 'Send the METRICS_TOKEN as a bearer token.\n'];
    return [200, 'text/plain; version=0.0.4', await metrics()];
  }

  return (incoming: IncomingMessage, outgoing: ServerResponse): boolean => {
    const path = incoming.url?.split('?')[0] ?? '';
    if (path !== '/healthz' && path !== '/readyz' && (path !== '/metrics' || metricsToken === null)) return false;
    if (incoming.method !== 'GET' && incoming.method !== 'HEAD') return false;
    void answer(path, incoming.headers.authorization).then(
      ([status, type, text]) => {
        if (status === 401) outgoing.setHeader('WWW-Authenticate', 'Bearer');
        outgoing.writeHead(status, {
          'Content-Type': `${type}; charset=utf-8`,
          'Content-Length': Buffer.byteLength(text),
          'Cache-Control': 'no-store',
        });
        outgoing.end(incoming.method === 'HEAD' ? undefined : text);
      },
      () => outgoing.writeHead(500).end(),
    );
    return true;
  };
}
