/** From what node:http has read to the web's Request. */
import type { IncomingMessage } from 'node:http';
import { bodyLimitOf } from './body-limits.ts';

/** Why something that came is no request we can answer: the status, and what to tell whoever sent it. */
export class Refused extends Error {
  readonly status: number;
  readonly title: string;

  constructor(status: number, title: string, text: string) {
    super(text);
    this.status = status;
    this.title = title;
  }
}

const tooLarge = () => new Refused(413, 'That was too long to send', 'Go back, shorten your text and send it again.');
const noAddress = () => new Refused(400, 'That is no address here', 'Check the address and try again.');

async function readBody(incoming: IncomingMessage): Promise<Buffer> {
  const bodyLimit = bodyLimitOf(incoming.url ?? '/');
  if (Number(incoming.headers['content-length'] ?? 0) > bodyLimit) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > bodyLimit) break;
    chunks.push(chunk);
  }
  if (size > bodyLimit) {
    // The rest is read and dropped: many clients send all of a form before they listen for an answer.
    incoming.resume();
    throw tooLarge();
  }
  return Buffer.concat(chunks);
}

function headersOf(incoming: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (name.startsWith(':') || value === undefined) continue;
    // Where a form comes from was decided before (origin.ts). Remix would judge again, and refuse browsers that hide their origin.
    if (name === 'origin') continue;
    headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}

/** False for a path with a `%` that stands for nothing, which the router would puzzle over at length in the log. */
function isReadable(path: string): boolean {
  try {
    decodeURI(path);
    return true;
  } catch {
    return false;
  }
}

/** False for a `Host` that says more than a host: with a path in it, the rest of an address would pass for a query. */
function isSite(base: string): boolean {
  return /^https?:\/\/[^/?#@\\]+$/.test(base);
}

/** A path is joined to the base rather than resolved against it: `//elsewhere/x` is a path too. */
function urlOf(address: string, base: string): URL {
  const url = address.startsWith('/') ? URL.parse(base + address) : URL.parse(address, base);
  if (!isSite(base) || !url || url.username !== '' || url.password !== '' || !isReadable(url.pathname)) throw noAddress();
  return url;
}

/** Returns the request that `incoming` makes to the site at `base`. Throws `Refused` where its body is too long or its address is none. */
export async function toRequest(incoming: IncomingMessage, base: string, signal: AbortSignal): Promise<Request> {
  const method = incoming.method ?? 'GET';
  const url = urlOf(incoming.url ?? '/', base);
  const body = method === 'GET' || method === 'HEAD' ? null : new Uint8Array(await readBody(incoming));
  return new Request(url, { method, headers: headersOf(incoming), body, signal });
}
