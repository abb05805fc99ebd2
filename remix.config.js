/**
 * The Remix options; vite.config.ts hands them to the Remix plugin.
 * `v3_singleFetch` and `v3_lazyRouteDiscovery` stay off: see docs/decisions/0003-remix-2-closed-advisories.md.
 * @type {import('@remix-run/dev').VitePluginConfig}
 */
export default {
  appDirectory: 'app',
  ignoredRouteFiles: ['**/*'],
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_routeConfig: true,
    v3_singleFetch: false,
    v3_lazyRouteDiscovery: false,
  },
};
