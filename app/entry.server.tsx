import type { AppLoadContext, EntryContext } from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import { renderToString } from 'react-dom/server';
import { troubleOf } from '#db/trouble.ts';
import { hasAccount } from './access/actor.ts';
import { courseById, courses } from './course/courses.server.ts';
import { siteFooter, siteHeader } from './pages/chrome.server.tsx';
import { Frame } from './pages/document.tsx';
import { fill, template } from './pages/markup.server.ts';
import { themeOf } from './pages/site/theme.server.ts';
import { currentActor, currentLearner } from './server/session.server.ts';
import { settle } from './use-cases/assignments/settle.server.ts';
import type { FiguresAsked } from './use-cases/cohorts/elsewhere.ts';
import { makeFigures, warmFigures } from './use-cases/cohorts/make-figures.server.ts';
import { keepVersions } from './use-cases/definitions/content-versions.server.ts';
import { evidenceReader } from './use-cases/evidence-reader.ts';
import { carryOut } from './use-cases/regrading/carry-out.server.ts';
import type { World } from './use-cases/scope.ts';

/** Renders a page in one go: its data is ready, so streaming would only cost (docs/benchmarks.md). */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const actor = await currentActor(request, context);
  const frame = {
    script: remix.manifest.entry.module,
    theme: await themeOf(request),
    known: actor !== null,
    account: hasAccount(actor),
    development: context.development,
    requestId: context.requestId,
    contact: context.contact,
  };
  const markup = renderToString(
    <Frame.Provider value={frame}>
      <RemixServer context={remix} url={request.url} />
    </Frame.Provider>,
  );
  headers.set('Content-Type', 'text/html; charset=utf-8');
  const slot = (name: string) => {
    if (name === 'site-header') return siteHeader(new URL(request.url).pathname, frame.theme, actor?.role ?? null);
    return name === 'site-footer' ? siteFooter : context.slots?.get(name);
  };
  context.document = Buffer.concat(fill(template(`<!doctype html>${markup}`), slot));
  return new Response(null, { status, headers });
}

/** Called with what a loader or action threw by accident; the visitor sees the page's own error view. */
export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: Pick<AppLoadContext, 'trouble' | 'failed'> },
): void {
  // A page that is not there is the visitor's matter and no fault of ours.
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  context.trouble ??= troubleOf(error);
  context.failed(error);
}

/** Called before the first request: tells a data file how answers are read, which only the courses of this build know. */
export function ready(db: World['db']): void {
  db.readers.evidence = evidenceReader(courseById);
}

/** Who sends a request, for limits. */
export const learnerOf = currentLearner;

/** Data files that know the versions of this build. */
const kept = new WeakSet<object>();

/** What the server does by the clock, without a request. `warn` hears of what does not work. */
export async function tick(world: World, warn: (text: string) => void): Promise<void> {
  if (!kept.has(world.db)) {
    await keepVersions(world.db, courses, world.now());
    kept.add(world.db);
  }
  await settle({ ...world, course: courseById });
  await carryOut(world);
  await warmFigures(world, courseById, warn);
}

/** What the thread for figures asks of a build: its courses are those of the pages. */
export const figures = (world: World, asked: FiguresAsked) => makeFigures({ ...world, course: courseById }, asked);
