import sans from '@fontsource-variable/public-sans/files/public-sans-latin-wght-normal.woff2?url';
import serif from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2?url';
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { isRouteErrorResponse, Outlet, useLocation, useRouteError, useRouteLoaderData } from '@remix-run/react';
import type { ReactNode } from 'react';
import { Document } from './pages/document.tsx';
import { ErrorView } from './pages/error-view.tsx';
import { themeOf } from './pages/site/theme.server.ts';
import { currentLearner } from './server/session.server.ts';
import styles from './ui/styles/app.css?url';

export const links: LinksFunction = () => [
  // Fonts are optional: loaded early they are there for the first paint, and nothing moves later.
  { rel: 'preload', href: serif, as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' },
  { rel: 'preload', href: sans, as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' },
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  { rel: 'apple-touch-icon', href: '/apple-touch-icon.png' },
  { rel: 'manifest', href: '/manifest.webmanifest' },
];

export const meta: MetaFunction = () => [{ title: 'Criterion' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const known = (await currentLearner(request, context)) !== null;
  return { known, theme: await themeOf(request), development: context.development };
}

export function Layout({ children }: { children: ReactNode }) {
  // An error in the loader above leaves no data: the error page is then drawn with the defaults.
  const data = useRouteLoaderData<typeof loader>('root');
  const { pathname } = useLocation();
  return (
    <Document theme={data?.theme ?? 'auto'} known={data?.known ?? false} path={pathname} development={data?.development ?? false}>
      {children}
    </Document>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  if (isRouteErrorResponse(error)) return <ErrorView status={error.status} message={typeof error.data === 'string' ? error.data : null} />;
  return <ErrorView status={500} message={null} />;
}
