/** A server around the adapter, and a client that sees what really went over the wire (fetch would unpack it and join the cookies). */
import { createServer, type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { type AdapterOptions, type Answerer, listener } from '#app/server/adapter.ts';
import { newLog } from '#app/server/log.ts';
import { newWatch, type Watch } from '#app/server/watch.ts';

export interface Asked {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: OutgoingHttpHeaders;
  /** Sent chunk by chunk, without a Content-Length unless the headers have one. */
  readonly body?: readonly (string | Buffer)[];
}

export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly text: string;
}

export interface Wire {
  readonly port: number;
  /** What was logged, line by line. */
  readonly log: readonly Readonly<Record<string, unknown>>[];
  readonly watch: Watch;
  /** The requests that reached the page. */
  readonly calls: readonly Request[];
  readonly ask: (asked?: Asked) => Promise<Answered>;
}

/** Serves `answer` on a free port until the test is over. */
export async function wire(answer: Answerer, options: Partial<AdapterOptions> = {}): Promise<Wire> {
  const log: Record<string, unknown>[] = [];
  const watch = newWatch();
  const calls: Request[] = [];
  const counted: Answerer = (request, handOver, client) => {
    calls.push(request);
    return answer(request, handOver, client);
  };
  const server = createServer(
    listener(counted, {
      origin: null,
      trustedProxies: 0,
      log: newLog({ level: 'info', format: 'json' }, (line) => log.push(JSON.parse(line))),
      watch,
      ...options,
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  return { port, log, watch, calls, ask: (asked) => ask(port, asked) };
}

export const html = { 'Content-Type': 'text/html; charset=utf-8' };
export const longPage = `<p>${'a long lesson '.repeat(400)}</p>`;
export const page: Answerer = async () => new Response(longPage, { headers: html });

/** Answers a form with its own body. */
export const echo: Answerer = async (request) =>
  new Response(await request.text(), { headers: { 'Content-Type': 'application/octet-stream' } });

/** Marks a form as sent by our own page. */
export const ours = { 'Sec-Fetch-Site': 'same-origin' };

function ask(port: number, { method = 'GET', path = '/', headers = {}, body = [] }: Asked = {}): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const sent = request({ port, host: '127.0.0.1', method, path, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const whole = Buffer.concat(chunks);
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: whole, text: whole.toString() });
      });
    });
    sent.on('error', reject);
    for (const chunk of body) sent.write(chunk);
    sent.end();
  });
}
