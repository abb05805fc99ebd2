import type { AppLoadContext, EntryContext } from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { renderToString } from 'react-dom/server';
import { EnhancementUrl } from './pages/document.tsx';
import { errorText } from './server/error-text.ts';

/** Renders a page in one go: its data is ready, so streaming would only cost (docs/benchmarks.md). */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Response {
  const markup = renderToString(
    <EnhancementUrl.Provider value={remix.manifest.entry.module}>
      <RemixServer context={remix} url={request.url} />
    </EnhancementUrl.Provider>,
  );
  headers.set('Content-Type', 'text/html; charset=utf-8');
  context.document = `<!doctype html>${markup}`;
  return new Response(null, { status, headers });
}

/** Called with what a loader or action threw by accident; the visitor sees the page's own error view. */
export function handleError(error: unknown, { request }: { request: Request }): void {
  if (request.signal.aborted) return;
  process.stderr.write(`error ${request.method} ${new URL(request.url).pathname} ${errorText(error)}\n`);
}
