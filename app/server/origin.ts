/** The one place that decides whether an unsafe request comes from our own pages. */

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

export interface RequestFacts {
  readonly method: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly secFetchSite: string | undefined;
}

/**
 * Returns true where a request may change something: a safe method, or one that the browser vouches for (`Sec-Fetch-Site`), or whose
 * `Origin` is ours. Forwarded-host headers are never consulted: whoever sends a request can write them.
 */
export function mayChangeThings(request: RequestFacts, configuredOrigin: string | null): boolean {
  if (safeMethods.has(request.method)) return true;
  if (request.secFetchSite !== undefined) return request.secFetchSite === 'same-origin';
  if (request.origin === undefined) return false;
  if (configuredOrigin !== null) return request.origin === configuredOrigin;
  return request.origin === `http://${request.host}` || request.origin === `https://${request.host}`;
}
