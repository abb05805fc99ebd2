/** The routes of the site, as tests name them. */
import { matchRoutes } from '@remix-run/react';
import type { RouteConfigEntry } from '@remix-run/route-config';
import routes from '#app/routes.ts';

const siteMap = (routes as RouteConfigEntry[]).map(({ path = '', file }) => ({ path: `/${path}`, file }));

/** Routes that show a page. Those that answer with a file or a redirect have no component, and so no JSX. */
export const pageRoutes: readonly string[] = siteMap.filter(({ file }) => file.endsWith('.tsx')).map(({ path }) => path);

/** Returns the route that answers an address, as the site map writes it. */
export const routeOf = (address: string): string => matchRoutes(siteMap, new URL(address).pathname)?.at(-1)?.route.path ?? '';
