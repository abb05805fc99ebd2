/** Between node:http and the web's Request and Response: limits, origin check, headers, compression. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { mayChangeThings } from './origin.ts';
import { plainPage } from './plain-page.ts';

/** Forms are small; uploads will get a limit of their own. */
const bodyLimit = 256 * 1024;
const compressFrom = 1024;

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/** What answers a request. A page may hand its markup over in `document` instead of a response body, which saves a stream per page. */
export type Answerer = (request: Request, handOver: { document?: string }) => Promise<Response>;

export interface AdapterOptions {
  readonly origin: string | null;
  /** Off in development, where the build tool injects scripts and styles. */
  readonly strictHeaders: boolean;
  readonly log: (line: string) => void;
}

const strictHeaders = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

class TooLarge extends Error {}

async function readBody(incoming: IncomingMessage): Promise<Buffer> {
  if (Number(incoming.headers['content-length'] ?? 0) > bodyLimit) throw new TooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > bodyLimit) throw new TooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function headersOf(incoming: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (name.startsWith(':') || value === undefined) continue;
    headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}

async function toRequest(incoming: IncomingMessage, base: string, signal: AbortSignal): Promise<Request> {
  const method = incoming.method ?? 'GET';
  const url = new URL(incoming.url ?? '/', base);
  const body = method === 'GET' || method === 'HEAD' ? null : new Uint8Array(await readBody(incoming));
  return new Request(url, { method, headers: headersOf(incoming), body, signal });
}

async function compress(body: Buffer, accepted: string, type: string): Promise<{ bytes: Buffer; encoding: string | null }> {
  if (body.length < compressFrom || !/^(text\/|application\/(json|manifest))/.test(type)) return { bytes: body, encoding: null };
  if (/\bbr\b/.test(accepted)) return { bytes: await toBrotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }), encoding: 'br' };
  if (/\bgzip\b/.test(accepted)) return { bytes: await toGzip(body, { level: 4 }), encoding: 'gzip' };
  return { bytes: body, encoding: null };
}

/** Returns the node:http listener that puts `answer` on the wire. It never throws; a failure becomes a plain page and a log line with the same id. */
export function listener(answer: Answerer, options: AdapterOptions) {
  async function send(incoming: IncomingMessage, outgoing: ServerResponse, response: Response, document: string | undefined) {
    const body = document === undefined ? Buffer.from(await response.arrayBuffer()) : Buffer.from(document);
    const { bytes, encoding } = await compress(
      body,
      String(incoming.headers['accept-encoding'] ?? ''),
      response.headers.get('content-type') ?? '',
    );
    outgoing.statusCode = response.status;
    for (const [name, value] of response.headers) if (name !== 'set-cookie') outgoing.setHeader(name, value);
    const cookies = response.headers.getSetCookie();
    if (cookies.length > 0) outgoing.setHeader('Set-Cookie', cookies);
    if (options.strictHeaders) for (const [name, value] of Object.entries(strictHeaders)) outgoing.setHeader(name, value);
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
      const handOver: { document?: string } = {};
      const request = await toRequest(incoming, options.origin ?? `http://${incoming.headers.host ?? 'localhost'}`, gone.signal);
      const response = await answer(request, handOver);
      await send(incoming, outgoing, response, handOver.document);
    } catch (error) {
      if (gone.signal.aborted) return;
      if (error instanceof TooLarge) {
        await send(
          incoming,
          outgoing,
          plainPage(413, 'That was too long to send', 'Go back, shorten your text and send it again.'),
          undefined,
        );
        return;
      }
      const id = randomUUID().slice(0, 8);
      options.log(`error ${id} ${incoming.method} ${incoming.url} ${error instanceof Error ? error.stack : String(error)}`);
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
