/** The site as a node:http server: files first, then pages. */
import { randomBytes, randomInt } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AppLoadContext, createRequestHandler, type ServerBuild } from '@remix-run/node';
import sirv from 'sirv';
import { codeBytes, makeCode } from '#app/learning/certificate.ts';
import { listener } from '#app/server/adapter.ts';
import { newId } from '#app/server/new-id.ts';
import type { Database } from '#db/database.ts';

export type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

export interface SiteOptions {
  readonly db: Database;
  /** The configured public origin, or null. */
  readonly origin: string | null;
  readonly development: boolean;
}

/** Serves the built files, precompressed; those with a hash in their name never change. */
export function builtFiles(folder: string): Middleware {
  return sirv(folder, {
    brotli: true,
    gzip: true,
    etag: true,
    setHeaders: (response, file) => {
      response.setHeader('X-Content-Type-Options', 'nosniff');
      response.setHeader('Cache-Control', file.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=3600');
    },
  });
}

/** Makes `server` answer with the site. `build` is asked for at each request, since in development it changes. */
export function answerWithSite(server: Server, files: Middleware, build: () => Promise<ServerBuild>, options: SiteOptions): Server {
  const { db, origin, development } = options;
  const handlers = new WeakMap<ServerBuild, ReturnType<typeof createRequestHandler>>();
  const handlerOf = (made: ServerBuild) => {
    const handler = handlers.get(made) ?? createRequestHandler(made, development ? 'development' : 'production');
    handlers.set(made, handler);
    return handler;
  };
  const answer = listener(
    async (request, handOver) => {
      const context: AppLoadContext = {
        db,
        now: Date.now,
        newId,
        newSeed: () => randomInt(2 ** 31),
        newCode: () => makeCode(randomBytes(codeBytes)),
        secure: origin?.startsWith('https:') ?? false,
        development,
      };
      const response = await handlerOf(await build())(request, context);
      if (context.document !== undefined) handOver.document = context.document;
      return response;
    },
    { origin, strictHeaders: !development, log: (line) => process.stderr.write(`${line}\n`) },
  );
  return server.on('request', (request, response) => files(request, response, () => void answer(request, response)));
}

/** The site from a build, not yet listening. */
export function siteServer(build: ServerBuild, clientFolder: string, options: SiteOptions): Server {
  return answerWithSite(createServer(), builtFiles(clientFolder), async () => build, options);
}
