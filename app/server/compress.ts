/** Compression of what is made for one request; built files are compressed beforehand (bin/compress.ts). */
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Below this many bytes the headers outweigh the gain. */
const compressFrom = 1024;

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

export type Encoding = 'br' | 'gzip';

/**
 * Returns the one of our encodings that an Accept-Encoding header weighs highest, brotli where both weigh the same; null where it names
 * neither, or rules it out with a weight of 0 (RFC 9110, section 12.5.3). `*` stands for whatever it does not name.
 */
export function acceptedEncoding(header: string): Encoding | null {
  const weights = new Map(
    header.split(',').map((part) => {
      const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
      const weight = parameters.find((parameter) => parameter.startsWith('q='));
      return [name, weight === undefined ? 1 : Number(weight.slice(2)) || 0] as const;
    }),
  );
  const weightOf = (encoding: Encoding) => weights.get(encoding) ?? weights.get('*') ?? 0;
  const best = weightOf('br') >= weightOf('gzip') ? 'br' : 'gzip';
  return weightOf(best) > 0 ? best : null;
}

/** Returns `body` packed as the browser accepts it, with the name of the encoding; as it is, with null, where that would not help. */
export async function compress(body: Buffer, accepted: string, type: string): Promise<{ bytes: Buffer; encoding: Encoding | null }> {
  if (body.length < compressFrom || !/^(text\/|application\/(json|manifest))/.test(type)) return { bytes: body, encoding: null };
  const encoding = acceptedEncoding(accepted);
  if (encoding === 'br') return { bytes: await toBrotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }), encoding };
  return { bytes: encoding === 'gzip' ? await toGzip(body, { level: 4 }) : body, encoding };
}
