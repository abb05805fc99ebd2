/**
 * The built files, read into memory once. So a server goes on serving what was built with its pages while another build takes their place, and no
 * request reaches the disk, where an error in the middle of a file would end the process.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { acceptsBrotli, acceptsGzip } from '#app/server/compress.ts';

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
const packedBy = { '.br': 'brotli', '.gz': 'gzip' } as const;

interface BuiltFile {
  readonly headers: Readonly<Record<string, string>>;
  readonly plain: Buffer;
  readonly brotli: Buffer | undefined;
  readonly gzip: Buffer | undefined;
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
      return [address, { headers, plain, brotli: bytes.get(`${address}.br`), gzip: bytes.get(`${address}.gz`) }];
    }),
  );
}

/** Returns the bytes that this browser takes, and how they are packed. */
function packed({ plain, brotli, gzip }: BuiltFile, accepted: string): { bytes: Buffer; encoding: string | null } {
  if (brotli && acceptsBrotli.test(accepted)) return { bytes: brotli, encoding: 'br' };
  if (gzip && acceptsGzip.test(accepted)) return { bytes: gzip, encoding: 'gzip' };
  return { bytes: plain, encoding: null };
}

/** Serves the files that are in `folder` now; whatever else is asked for goes on to `next`. Parts of files are not served, as is allowed. */
export function builtFiles(folder: string): Middleware {
  const files = filesIn(folder);
  return (request, response, next) => {
    const file = request.method === 'GET' || request.method === 'HEAD' ? files.get((request.url ?? '').replace(/\?.*$/, '')) : undefined;
    if (!file) return next();
    const known = (request.headers['if-none-match'] ?? '').split(',').map((tag) => tag.trim());
    if (known.includes(file.headers.ETag ?? '')) return void response.writeHead(304, file.headers).end();
    const { bytes, encoding } = packed(file, String(request.headers['accept-encoding'] ?? ''));
    response.writeHead(200, { ...file.headers, 'Content-Length': bytes.length, ...(encoding ? { 'Content-Encoding': encoding } : {}) });
    response.end(request.method === 'HEAD' ? undefined : bytes);
  };
}
