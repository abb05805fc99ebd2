/**
 * A server for the benchmark, run as a process of its own: the site with one more resource route, or a bare node:http server.
 * Arguments: `site DATABASE BYTES` or `bare DATABASE BYTES`, where BYTES is a file with the page that both return at /bench.
 */
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import Sqlite from 'better-sqlite3';
import { openDatabase } from '#db/open.ts';
import { figuresThread } from '../lib/figures.ts';
import { siteServer, tick } from '../lib/site.ts';

const [kind = 'site', database = '', page = ''] = process.argv.slice(2);
const bytes = readFileSync(page);
const root = path.resolve(import.meta.dirname, '../..');

/** The same build, and beside its routes one that returns the page's bytes without React. */
async function site(): Promise<Server> {
  const address = pathToFileURL(path.join(root, 'build/server/index.js')).href;
  const build = (await import(address)) as ServerBuild;
  const data = {
    db: await openDatabase(database),
    elsewhere: figuresThread({ database, build: address }, (text) => void process.stderr.write(`${text}\n`)).elsewhere,
  };
  const strike = () => void tick(build, data, (text) => process.stderr.write(`${text}\n`));
  strike();
  setInterval(strike, 15_000).unref();
  const text = bytes.toString();
  const loader = () => new Response(text, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  /** What the process has gone through since it was last asked. */
  const strain = () => {
    const seen = { delay: delay.max / 1e6, megabytes: process.memoryUsage.rss() / 2 ** 20 };
    delay.reset();
    return Response.json(seen);
  };
  const routes = {
    ...build.routes,
    strain: { id: 'strain', path: 'strain', module: { loader: strain } },
    bench: { id: 'bench', path: 'bench', module: { loader } },
  } as unknown as ServerBuild['routes'];
  return siteServer({ ...build, routes }, path.join(root, 'build/client'), {
    ...data,
    origin: null,
    trustedProxies: 0,
    mail: null,
    development: false,
  });
}

/** GET returns the bytes; POST reads a form and inserts its fields with one prepared statement, as durably as the site does. */
function bare(): Server {
  const client = new Sqlite(database);
  client.pragma('journal_mode = WAL');
  client.pragma('synchronous = FULL');
  client.exec('CREATE TABLE IF NOT EXISTS bare (id INTEGER PRIMARY KEY, body TEXT NOT NULL, at INTEGER NOT NULL)');
  const insert = client.prepare('INSERT INTO bare (body, at) VALUES (?, ?)');
  return createServer((request, response) => {
    if (request.method === 'GET') {
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Length': bytes.length }).end(bytes);
      return;
    }
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      insert.run(Buffer.concat(chunks).toString(), Date.now());
      response.writeHead(302, { Location: '/', 'Content-Length': 0 }).end();
    });
  });
}

const server = kind === 'bare' ? bare() : await site();
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' && address ? address.port : 0}\n`);
});
process.once('SIGTERM', () => process.exit(0));
