/**
 * The router ranks its whole table on each request, so a long table makes every page slower (docs/benchmarks.md). Here it only ever sees
 * the routes that can match: those whose address begins like the one that is asked for.
 */
import { createRequestHandler, type ServerBuild } from '@remix-run/node';

type Handler = ReturnType<typeof createRequestHandler>;

const partsOf = (path: string) => path.split('/').filter((part) => part !== '');
/** The part of a path before its second slash, which tells the groups apart: "courses" of "/courses/co-production". */
const beginning = (path: string) => partsOf(path)[0] ?? '';

export class RouteGroups {
  readonly #handlers = new Map<string, Handler>();
  readonly #others: Handler;
  readonly #patterns: readonly (readonly string[])[];

  constructor(build: ServerBuild, mode: string) {
    const top = Object.values(build.routes).flatMap((route) => (route?.parentId === 'root' ? [route] : []));
    const open = (path: string) => path === '' || path.startsWith(':') || path.startsWith('*');
    const handler = (begins: string | null) => {
      const kept = new Set(
        top.filter(({ path = '' }) => open(beginning(path)) || beginning(path) === begins).map(({ id }) => id as string),
      );
      const among = <R extends { parentId?: string | undefined } | undefined>(routes: Record<string, R>) =>
        Object.fromEntries(Object.entries(routes).filter(([id, route]) => route && (route.parentId !== 'root' || kept.has(id))));
      const assets = { ...build.assets, routes: among(build.assets.routes) } as ServerBuild['assets'];
      return createRequestHandler({ ...build, routes: among(build.routes), assets }, mode);
    };
    for (const { path = '' } of top) {
      const begins = beginning(path);
      if (!open(begins) && !this.#handlers.has(begins)) this.#handlers.set(begins, handler(begins));
    }
    this.#others = handler(null);
    // Fewer parameters first: "/verify/new" before "/verify/:code".
    const parameters = (pattern: readonly string[]) => pattern.filter((part) => part.startsWith(':')).length;
    this.#patterns = top.map(({ path = '' }) => partsOf(path)).sort((one, other) => parameters(one) - parameters(other));
  }

  /** Returns the route that answers `path`, as the site map writes it: for logs and figures, in which no address has any business. */
  routeOf(path: string): string {
    const parts = partsOf(decodeURI(path));
    const found = this.#patterns.find(
      (pattern) => pattern.length === parts.length && pattern.every((part, at) => part.startsWith(':') || part === parts[at]),
    );
    return found ? `/${found.join('/')}` : '/*';
  }

  /** Returns what answers a request for `path`. */
  handlerOf(path: string): Handler {
    return this.#handlers.get(decodeURI(beginning(path))) ?? this.#others;
  }
}
