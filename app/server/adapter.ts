/** Between node:http and the web's Request and Response: limits, origin check, compression. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { clientAddress } from './client-address.ts';
import { compress } from './compress.ts';
import { errorText } from './error-text.ts';
import { Refused, toRequest } from './incoming.ts';
import { mayChangeThings } from './origin.ts';
import { plainPage } from './plain-page.ts';

/** What answers a request from the address `client`. A page may hand its markup over in `document` instead of a response body, which saves a stream per page. */
export type Answerer = (request: Request, handOver: { document?: Buffer }, client: string) => Promise<Response>;

export interface AdapterOptions {
  readonly origin: string | null;
  /** How many reverse proxies of ours stand in front. */
  readonly trustedProxies: number;
  readonly log: (line: string) => void;
}

/** Returns the node:http listener that puts `answer` on the wire. It never throws; a failure becomes a plain page and a log line with the same id. */
export function listener(answer: Answerer, options: AdapterOptions) {
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

  return async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const gone = new AbortController();
    outgoing.on('close', () => {
      if (!outgoing.writableFinished) gone.abort();
    });
    try {
      const facts = {
        method: incoming.method ?? 'GET',
        host: incoming.headers.host,
        origin: incoming.headers.origin,
        secFetchSite: incoming.headers['sec-fetch-site'] as string | undefined,
      };
      if (!mayChangeThings(facts, options.origin)) {
        await send(
          incoming,
          outgoing,
          plainPage(403, 'This form came from another site', 'Open the page here and send the form again.'),
          undefined,
        );
        return;
      }
      const handOver: { document?: Buffer } = {};
      const request = await toRequest(incoming, options.origin ?? `http://${incoming.headers.host ?? 'localhost'}`, gone.signal);
      const forwarded = incoming.headers['x-forwarded-for'];
      const client = clientAddress(incoming.socket.remoteAddress, forwarded?.toString(), options.trustedProxies);
      const response = await answer(request, handOver, client);
      await send(incoming, outgoing, response, handOver.document);
    } catch (error) {
      if (gone.signal.aborted) return;
      if (error instanceof Refused) {
        await send(incoming, outgoing, plainPage(error.status, error.title, error.message), undefined);
        return;
      }
      const id = randomUUID().slice(0, 8);
      options.log(`error ${id} ${incoming.method} ${incoming.url} ${errorText(error)}`);
      if (!outgoing.headersSent) {
        await send(
          incoming,
          outgoing,
          plainPage(
            500,
            'Something went wrong here',
            `Nothing you saved is lost. Try again; if it stays, tell whoever runs this site the code ${id}.`,
          ),
          undefined,
        );
      }
    }
  };
}
