import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { builtFiles } from '../../../bin/lib/built-files.ts';

const script = "console.log('a built file');\n".repeat(50);
let folder: string;
let server: ReturnType<typeof createServer>;
beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'criterion-built-'));
  mkdirSync(path.join(folder, 'assets'));
  writeFileSync(path.join(folder, 'assets/a-1.js'), script);
  writeFileSync(path.join(folder, 'assets/a-1.js.br'), brotliCompressSync(script));
  writeFileSync(path.join(folder, 'assets/a-1.js.gz'), gzipSync(script));
  writeFileSync(path.join(folder, 'icon.png'), 'no picture');
  const files = builtFiles(folder);
  server = createServer((incoming, outgoing) => files(incoming, outgoing, () => outgoing.writeHead(418).end('a page')));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => {
  server.close();
  server.closeAllConnections();
  rmSync(folder, { recursive: true, force: true });
});

function ask(where: string, headers: Readonly<Record<string, string>> = {}, method = 'GET') {
  const { port } = server.address() as AddressInfo;
  return new Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
    const sent = request({ port, host: '127.0.0.1', path: where, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }));
    });
    sent.on('error', reject);
    sent.end();
  });
}

test('a file comes as it was packed beforehand, and tells browsers what it is and how long it stays', async () => {
  const plain = await ask('/assets/a-1.js');
  expect([plain.status, plain.body.toString(), plain.headers['content-encoding']]).toEqual([200, script, undefined]);
  expect(plain.headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'Accept-Encoding',
  });
  const brotli = await ask('/assets/a-1.js?v=1', { 'Accept-Encoding': 'gzip, br' });
  expect([brotli.headers['content-encoding'], brotliDecompressSync(brotli.body).toString()]).toEqual(['br', script]);
  const gzip = await ask('/assets/a-1.js', { 'Accept-Encoding': 'gzip, br;q=0' });
  expect([gzip.headers['content-encoding'], gunzipSync(gzip.body).toString()]).toEqual(['gzip', script]);
  expect((await ask('/icon.png')).headers).toMatchObject({ 'content-type': 'image/png', 'cache-control': 'public, max-age=3600' });
});

test('a browser that has a file is told so, and HEAD brings its headers alone', async () => {
  const { headers, body } = await ask('/icon.png');
  // A proxy may hand the tag on as a strong one.
  for (const known of [`"other", ${headers.etag}`, String(headers.etag).replace('W/', ''), '*']) {
    const again = await ask('/icon.png', { 'If-None-Match': known });
    expect([again.status, again.body.length, again.headers.etag], known).toEqual([304, 0, headers.etag]);
  }
  for (const other of ['"other"', '', 'W/""']) expect((await ask('/icon.png', { 'If-None-Match': other })).status, other).toBe(200);
  const head = await ask('/icon.png', {}, 'HEAD');
  expect([head.status, head.headers['content-length'], head.body.length]).toEqual([200, String(body.length), 0]);
});

test.each(['bytes=5-2', 'bytes=-5', 'bytes=99999999999999999999-', 'bytes=0-1,3-4', 'bytes=NaN-', 'lines=1-2', '-'])(
  'asked for a part by “%s”, it comes whole, and the server goes on',
  async (Range) => {
    expect(await ask('/icon.png', { Range })).toMatchObject({ status: 200, body: Buffer.from('no picture') });
    expect((await ask('/icon.png')).status).toBe(200);
  },
);

test('what another build has taken away since is still there', async () => {
  rmSync(folder, { recursive: true });
  expect((await ask('/assets/a-1.js')).body.toString()).toBe(script);
});

test.each([
  '/',
  '/assets',
  '/assets/',
  '/assets/../icon.png',
  '/%2e%2e/icon.png',
  '/icon.png/',
  '/icon.png%00',
  '/assets/a-1.js.br',
  '//icon.png',
])('%s is no file and goes on to the pages', async (where) => {
  expect((await ask(where)).status).toBe(418);
});

test('a form sent to a file goes on to the pages', async () => {
  expect((await ask('/icon.png', {}, 'POST')).status).toBe(418);
});
