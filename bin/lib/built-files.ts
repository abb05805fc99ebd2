/**
 * The built files, read into memory once. So a server goes on serving what was built with its pages while another build takes their place, and no
 * request reaches the disk, where an error in the middle of a file would end the process.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { acceptedEncoding, type Encoding } from '#app/server/compress.ts';

export type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/** What bin/compress.ts has put beside a file, by its ending. */
const packedBy = { '.br': 'br', '.gz': 'gzip' } as const;

interface BuiltFile {
  readonly headers: Readonly<Record<string, string>>;
  readonly plain: Buffer;
  /** As it was packed beforehand, by encoding; those that are not worth packing are not. */
  readonly packed: Readonly<Partial<Record<Encoding, Buffer>>>;
}

/** Returns the files of a folder by their address. */
function filesIn(folder: string): ReadonlyMap<string, BuiltFile> {
  const bytes = new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const file = path.join(entry.parentPath, entry.name);
        return [`/${path.relative(folder, file).replaceAll(path.sep, '/')}`, readFileSync(file)] as const;
      }),
  );
  const found = [...bytes].filter(([address]) => !(path.extname(address) in packedBy));
  return new Map(
    found.map(([address, plain]) => {
      const headers = {
        'Content-Type': types[path.extname(address)] ?? 'application/octet-stream',
        // Those with a hash in their name never change.
        'Cache-Control': address.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
        ETag: `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
        Vary: 'Accept-Encoding',
      };
      const packed = Object.fromEntries(Object.entries(packedBy).map(([ending, encoding]) => [encoding, bytes.get(`${address}${ending}`)]));
      return [address, { headers, plain, packed }];
    }),
  );
}

/** Returns whether a browser says that it has a file already; tags are compared weakly, as is asked of this header (RFC 9110, section 13.1.2). */
function isKnown(ifNoneMatch: string | undefined, etag: string | undefined): boolean {
  const strong = (tag: string | undefined) => tag?.trim().replace(/^W\//, '');
  return ifNoneMatch?.trim() === '*' || (ifNoneMatch ?? '').split(',').some((tag) => strong(tag) === strong(etag));
}

/** Serves the files that are in `folder` now; whatever else is asked for goes on to `next`. Parts of files are not served, as is allowed. */
export function builtFiles(folder: string): Middleware {
  const files = filesIn(folder);
  return (request, response, next) => {
    const file = request.method === 'GET' || request.method === 'HEAD' ? files.get((request.url ?? '').replace(/\?.*$/, '')) : undefined;
    if (!file) return next();
    if (isKnown(request.headers['if-none-match'], file.headers.ETag)) return void response.writeHead(304, file.headers).end();
    const encoding = acceptedEncoding(String(request.headers['accept-encoding'] ?? ''));
    const packed = encoding === null ? undefined : file.packed[encoding];
    const bytes = packed ?? file.plain;
    response.writeHead(200, { ...file.headers, 'Content-Length': bytes.length, ...(packed ? { 'Content-Encoding': encoding ?? '' } : {}) });
    response.end(request.method === 'HEAD' ? undefined : bytes);
  };
}
