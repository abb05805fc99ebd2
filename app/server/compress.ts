/** Compression of what is made for one request; built files are compressed beforehand (bin/compress.ts). */
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Below this many bytes the headers outweigh the gain. */
const compressFrom = 1024;

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/** Matches an Accept-Encoding header that names `encoding` and does not rule it out with a weight of 0 (RFC 9110, section 12.5.3). */
const accepting = (encoding: string) => new RegExp(`\\b${encoding}\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))`, 'i');
export const acceptsBrotli = accepting('br');
export const acceptsGzip = accepting('gzip');

/** Returns `body` packed as the browser accepts it, with the name of the encoding; as it is, with null, where that would not help. */
export async function compress(body: Buffer, accepted: string, type: string): Promise<{ bytes: Buffer; encoding: string | null }> {
  if (body.length < compressFrom || !/^(text\/|application\/(json|manifest))/.test(type)) return { bytes: body, encoding: null };
  if (acceptsBrotli.test(accepted))
    return { bytes: await toBrotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }), encoding: 'br' };
  if (acceptsGzip.test(accepted)) return { bytes: await toGzip(body, { level: 4 }), encoding: 'gzip' };
  return { bytes: body, encoding: null };
}
