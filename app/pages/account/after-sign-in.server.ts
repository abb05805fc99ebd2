import { type AppLoadContext, redirect } from '@remix-run/node';
import { localPath } from '#app/server/local-path.ts';
import { currentActor, openSession } from '#app/server/session.server.ts';

/** Returns where to go after signing in, and the session's headers. */
export async function enter(
  request: Request,
  context: AppLoadContext,
  learnerId: string,
  then: unknown,
): Promise<{ href: string; headers: Headers }> {
  const before = await currentActor(request, context);
  const headers = await openSession(request, context, learnerId);
  const onwards = localPath(then, '/');
  // Work that was done here without an account is offered before anything else.
  const offer = before?.role === 'anonymous' && before.id !== learnerId;
  return { href: offer ? `/bring-along?then=${encodeURIComponent(onwards)}` : onwards, headers };
}

/** Opens the session and goes on to where the visitor was heading. */
export async function afterSignIn(request: Request, context: AppLoadContext, learnerId: string, then: unknown): Promise<Response> {
  const { href, headers } = await enter(request, context, learnerId, then);
  return redirect(href, { headers });
}
