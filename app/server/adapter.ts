/** Between node:http and the web's Request and Response: limits, origin check, compression. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { performance } from 'node:perf_hooks';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { clientAddress } from './client-address.ts';
import { compress } from './compress.ts';
import { errorLine, errorText } from './error-text.ts';
import { Refused, toRequest } from './incoming.ts';
import type { Log } from './log.ts';
import { mayChangeThings } from './origin.ts';
import { plainPage } from './plain-page.ts';
import { putOffPage } from './trouble-page.ts';
import { newTurnstile, type Turnstile } from './turnstile.ts';
import { slowFrom, type Watch } from './watch.ts';

/** What the adapter and who answers tell each other of a request. */
export interface Exchange {
  /** What its log line, its header and its error page call it. */
  readonly id: string;
  /** The route that answers, as the site map writes it; written by who answers. */
  route: string;
  /** A page may hand its markup over here instead of in a response body, which saves a stream per page. */
  document?: Buffer;
}

/** What answers a request from the address `client`. */
export type Answerer = (request: Request, exchange: Exchange, client: string) => Promise<Response>;

export interface AdapterOptions {
  readonly origin: string | null;
  /** How many reverse proxies of ours stand in front. */
  readonly trustedProxies: number;
  /** Who runs the site, fit to stand in HTML as it is. */
  readonly contact?: string | null;
  readonly log: Log;
  readonly watch: Watch;
  /** Whose turn it is; a test hands in one that it holds. */
  readonly turnstile?: Turnstile;
}

/** Milliseconds between two lines of the log that say so. */
const tellBusyEvery = 10_000;

/** What pages and forms need. Another method would go past what counts forms, and some the web's Request does not even take. */
const methods = ['GET', 'HEAD', 'POST'];
/** A method that nobody has heard of would make a series of its own in the metrics. */
const methodOf = ({ method = 'GET' }: IncomingMessage) => (methods.includes(method) ? method : 'OTHER');

/** Returns the node:http listener that puts `answer` on the wire. It never throws; a failure becomes a plain page and a log line with the same id. */
export function listener(answer: Answerer, options: AdapterOptions) {
  const { turnstile = newTurnstile() } = options;
  let toldBusy = Number.NEGATIVE_INFINITY;

  /** Sends as little as possible, and logs it now and then: there is no time. */
  function putOff(outgoing: ServerResponse) {
    options.watch.shed.add({});
    if (performance.now() - toldBusy > tellBusyEvery) {
      toldBusy = performance.now();
      options.log.warn('Too much is asked: pages are put off, answers go on being kept.');
    }
    const { status, headers, body } = putOffPage();
    outgoing.writeHead(status, headers).end(body);
  }

  /** Files are made while they are sent, in whatever time the receiver takes; pages are short and sent whole. */
  async function sendFile(incoming: IncomingMessage, outgoing: ServerResponse, response: Response) {
    outgoing.statusCode = response.status;
    for (const [name, value] of response.headers) outgoing.setHeader(name, value);
    if (!response.body || incoming.method === 'HEAD') outgoing.end();
    else await pipeline(Readable.fromWeb(response.body as NodeReadableStream), outgoing);
  }

  async function send(incoming: IncomingMessage, outgoing: ServerResponse, response: Response, document: Buffer | undefined) {
    if (!document && response.headers.get('content-disposition')?.startsWith('attachment')) return sendFile(incoming, outgoing, response);
    const body = document ?? Buffer.from(await response.arrayBuffer());
    const { bytes, encoding } = await compress(
      body,
      String(incoming.headers['accept-encoding'] ?? ''),
      response.headers.get('content-type') ?? '',
    );
    outgoing.statusCode = response.status;
    for (const [name, value] of response.headers) if (name !== 'set-cookie') outgoing.setHeader(name, value);
    const cookies = response.headers.getSetCookie();
    if (cookies.length > 0) outgoing.setHeader('Set-Cookie', cookies);
    if (encoding) outgoing.setHeader('Content-Encoding', encoding);
    outgoing.setHeader('Vary', 'Accept-Encoding, Cookie');
    if (!outgoing.hasHeader('Cache-Control')) outgoing.setHeader('Cache-Control', 'private, no-cache');
    outgoing.setHeader('Content-Length', bytes.length);
    outgoing.end(incoming.method === 'HEAD' ? undefined : bytes);
  }

  /** Notes what became of a request. A visitor who left before the answer gets 499, as nginx calls it. */
  function note(incoming: IncomingMessage, outgoing: ServerResponse, { id, route }: Exchange, begun: number) {
    const ms = Math.round((performance.now() - begun) * 10) / 10;
    const status = outgoing.headersSent ? outgoing.statusCode : 499;
    const seen = { id, method: methodOf(incoming), route, status, ms };
    options.watch.answered(seen);
    options.log[ms >= slowFrom ? 'warn' : 'info'](seen, ms >= slowFrom ? 'slow request' : 'request');
  }

  async function refuse(incoming: IncomingMessage, outgoing: ServerResponse, error: unknown, { id, route }: Exchange) {
    if (error instanceof Refused) return send(incoming, outgoing, plainPage(error.status, error.title, error.message), undefined);
    const request = { id, method: methodOf(incoming), route };
    options.log.error({ ...request, error: errorText(error) }, 'request failed');
    options.watch.failure({ ...request, what: errorLine(error) });
    if (outgoing.headersSent) return;
    const text = `Nothing you saved is lost. Try again; if it stays, tell ${options.contact ?? 'whoever runs this site'} the code ${id}.`;
    return send(incoming, outgoing, plainPage(500, 'Something went wrong here', text), undefined);
  }

  return async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const begun = performance.now();
    const kind = incoming.method === 'GET' || incoming.method === 'HEAD' ? 'page' : 'form';
    if (kind === 'page' && turnstile.isFull()) return putOff(outgoing);
    const exchange: Exchange = { id: randomUUID().slice(0, 8), route: '-' };
    outgoing.setHeader('X-Request-Id', exchange.id);
    const gone = new AbortController();
    outgoing.on('close', () => {
      if (!outgoing.writableFinished) gone.abort();
      note(incoming, outgoing, exchange, begun);
    });
    try {
      if (methodOf(incoming) === 'OTHER') {
        outgoing.setHeader('Allow', methods.join(', '));
        throw new Refused(405, 'That cannot be done here', 'Pages are read, and forms are sent. Nothing was changed.');
      }
      const facts = {
        method: incoming.method ?? 'GET',
        host: incoming.headers.host,
        origin: incoming.headers.origin,
        secFetchSite: incoming.headers['sec-fetch-site'] as string | undefined,
      };
      if (!mayChangeThings(facts, options.origin))
        throw new Refused(403, 'This form came from another site', 'Open the page here and send the form again.');
      const request = await toRequest(incoming, options.origin ?? `http://${incoming.headers.host ?? 'localhost'}`, gone.signal);
      const forwarded = incoming.headers['x-forwarded-for'];
      const client = clientAddress(incoming.socket.remoteAddress, forwarded?.toString(), options.trustedProxies);
      await turnstile.enter(kind);
      const response = await answer(request, exchange, client);
      await send(incoming, outgoing, response, exchange.document);
    } catch (error) {
      if (!gone.signal.aborted) await refuse(incoming, outgoing, error, exchange);
    }
  };
}
