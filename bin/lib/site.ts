/** The site as a node:http server: files first, then pages. */
import { randomBytes, randomInt } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AppLoadContext, ServerBuild } from '@remix-run/node';
import { codeBytes, makeCode } from '#app/learning/certificate.ts';
import { listener } from '#app/server/adapter.ts';
import { type Afterwards, newAfterwards } from '#app/server/afterwards.ts';
import { newBrake } from '#app/server/brake.ts';
import { errorLine, errorText } from '#app/server/error-text.ts';
import { formBrake, tooManyForms } from '#app/server/form-brake.ts';
import { headersOn } from '#app/server/headers.ts';
import type { Health } from '#app/server/health.ts';
import { type Log, plainLog } from '#app/server/log.ts';
import { newId } from '#app/server/new-id.ts';
import { type Probed, probes } from '#app/server/probes.ts';
import { settings } from '#app/server/settings.ts';
import { troublePage } from '#app/server/trouble-page.ts';
import { newWatch, type Watch } from '#app/server/watch.ts';
import type { Elsewhere } from '#app/use-cases/cohorts/elsewhere.ts';
import type { Mail, World } from '#app/use-cases/scope.ts';
import type { Database } from '#db/database.ts';
import type { Trouble } from '#db/trouble.ts';
import { builtFiles, type Middleware } from './built-files.ts';
import { RouteGroups } from './route-groups.ts';

export interface SiteOptions {
  readonly db: Database;
  /** The configured public origin, or null. */
  readonly origin: string | null;
  readonly trustedProxies: number;
  readonly mail: Mail | null;
  /** Who may show the site in a frame; nobody where it is not given. */
  readonly framedBy?: string;
  /** Forms that one learner may send in a minute; no limit where it is not given or 0. */
  readonly formsPerMinute?: number;
  /** How long what is kept stays; as the settings have it where nothing is set, where it is not given. */
  readonly keeps?: AppLoadContext['keeps'];
  readonly development: boolean;
  /** Who runs the site and how to reach them, fit to stand in HTML as it is. */
  readonly contact?: string | null;
  /** Told when the disk kept a request from being done, before the visitor is. */
  readonly onTrouble?: (trouble: Trouble) => void;
  /** The clock, in milliseconds since 1970; a test hands in one that it can move. */
  readonly now?: () => number;
  /** Seeds for choices and shuffles; a test hands in its own, to be asked the same each time. */
  readonly newSeed?: () => number;
  /** Where the figures of large cohorts are made; not given where that is here. */
  readonly elsewhere?: Elsewhere;
  /** Not given: what goes wrong goes to standard error, in words. */
  readonly log?: Log;
  readonly watch?: Watch;
  /** Where work goes that follows an answer; whoever hands it in can wait for that work. */
  readonly afterwards?: Afterwards;
  /** How the server is, for its administrators; without it they cannot be told. */
  readonly health?: () => Promise<Health>;
  /** What machines may ask; without it they are answered like any visitor. */
  readonly probed?: Probed;
}

const anySeed = () => randomInt(2 ** 31);

const usual = settings.parse({});
const usualTimes = {
  retention: { idle: usual.KEEP_IDLE_DAYS, invitations: usual.KEEP_INVITATION_DAYS, audit: usual.KEEP_AUDIT_DAYS },
  backupHours: usual.BACKUP_HOURS,
  backupsKept: usual.BACKUP_KEEP,
};

const worldOf = ({
  db,
  elsewhere,
  now = Date.now,
  newSeed = anySeed,
}: Pick<SiteOptions, 'db' | 'elsewhere' | 'now' | 'newSeed'>): World => ({
  db,
  ...(elsewhere ? { elsewhere } : {}),
  now,
  newId: () => newId(now()),
  newSeed,
  newCode: () => makeCode(randomBytes(codeBytes)),
});

/** Lets a build do what is due by the clock. Rejects with what went wrong. */
export async function tick(build: ServerBuild, data: Pick<SiteOptions, 'db' | 'elsewhere'>, warn: (text: string) => void): Promise<void> {
  ready(build, data.db);
  const { tick: due } = build.entry.module as { tick?: (world: World, warn: (text: string) => void) => Promise<void> };
  await due?.(worldOf(data), warn);
}

/** Lets a build tell the data file what it knows. */
export function ready(build: ServerBuild, db: Database): void {
  (build.entry.module as { ready?: (db: Database) => void }).ready?.(db);
}

/** Returns who sends a request, as the pages of a build will see it: they look it up once for both. */
function learnerOf(build: ServerBuild, request: Request, context: AppLoadContext): Promise<string | null> {
  const { learnerOf: known } = build.entry.module as { learnerOf?: (request: Request, context: AppLoadContext) => Promise<string | null> };
  return known?.(request, context) ?? Promise.resolve(null);
}

/** Returns what tells the log of a failure that no visitor is told any more. */
export const failedAfterwards = (log: Log) => (error: unknown) => log.error({ error: errorText(error) }, 'failed after the answer');

/** Makes `server` answer with the site. `build` is asked for at each request, since in development it changes. */
export function answerWithSite(server: Server, files: Middleware, build: () => Promise<ServerBuild>, options: SiteOptions): Server {
  const { db, origin, development, mail, contact = null, log = plainLog(), watch = newWatch() } = options;
  const brake = newBrake();
  const forms = formBrake(options.formsPerMinute ?? 0);
  const secure = origin?.startsWith('https:') ?? false;
  const { later } = options.afterwards ?? newAfterwards(failedAfterwards(log));
  const health = options.health ?? (() => Promise.reject(new Error('This server does not know how it is.')));
  const known = new WeakMap<ServerBuild, RouteGroups>();
  const groupsOf = (made: ServerBuild) => {
    if (!known.has(made)) ready(made, db);
    const groups = known.get(made) ?? new RouteGroups(made, development ? 'development' : 'production');
    known.set(made, groups);
    return groups;
  };
  const answer = listener(
    async (request, exchange, address) => {
      const url = new URL(request.url);
      const made = await build();
      const groups = groupsOf(made);
      exchange.route = groups.routeOf(url.pathname);
      const context: AppLoadContext = {
        ...worldOf(options),
        origin: origin ?? url.origin,
        address,
        brake,
        mail,
        later,
        secure,
        development,
        contact,
        keeps: options.keeps ?? usualTimes,
        trouble: null,
        requestId: exchange.id,
        failed: (error) => {
          const which = { id: exchange.id, method: request.method, route: exchange.route };
          log.error({ ...which, error: errorText(error) }, 'page failed');
          watch.failure({ ...which, what: errorLine(error) });
        },
        acknowledged: () => watch.acknowledged.add({}),
        health,
      };
      if (request.method === 'POST') {
        const wait = await forms.spend(await learnerOf(made, request, context), address);
        if (wait > 0) return tooManyForms(wait);
      }
      const response = await groups.handlerOf(url.pathname)(request, context);
      if (context.trouble) {
        options.onTrouble?.(context.trouble);
        return troublePage(context.trouble);
      }
      if (context.document !== undefined) exchange.document = context.document;
      return response;
    },
    { origin, trustedProxies: options.trustedProxies, contact, log, watch },
  );
  // In development the build tool puts scripts and styles into the page, which the policy does not allow.
  const guard = development ? () => {} : headersOn({ secure, framedBy: options.framedBy ?? "'none'" });
  const probe = options.probed ? probes(options.probed) : () => false;
  return server.on('request', (request, response) => {
    guard(response);
    if (!probe(request, response)) files(request, response, () => void answer(request, response));
  });
}

/** The site from a build, not yet listening. */
export function siteServer(build: ServerBuild, clientFolder: string, options: SiteOptions): Server {
  return answerWithSite(createServer(), builtFiles(clientFolder), async () => build, options);
}
