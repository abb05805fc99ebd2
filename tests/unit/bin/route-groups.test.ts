import type { ServerBuild } from '@remix-run/node';
import { expect, test } from 'vitest';
import { RouteGroups } from '../../../bin/lib/route-groups.ts';

const paths = ['link/:token', 'link/new', 'verify', '*', undefined];
const routes = Object.fromEntries(paths.map((path, id) => [`r${id}`, { id: `r${id}`, parentId: 'root', path, module: {} }]));
const build = { routes: { root: { id: 'root', module: {} }, ...routes }, assets: { routes: {} }, future: {} } as unknown as ServerBuild;

test.each([
  ['/link/SECRET', '/link/:token'],
  ['/link/new/', '/link/new'],
  ['/verify', '/verify'],
  ['/', '/'],
  ['/link/SECRET/more', '/*'],
  ['/SECRET', '/*'],
])('%s is called %s in logs', (address, route) => {
  expect(new RouteGroups(build, 'production').routeOf(address)).toBe(route);
});
