/** Whom to tell of a security hole on this site; not there where the settings name nobody. */
import type { LoaderFunctionArgs } from '@remix-run/node';
import { securityTxt } from '#app/server/security-txt.ts';
import { missing } from '../request.server.ts';

export function loader({ context }: LoaderFunctionArgs) {
  const { contact, origin } = context;
  const text = securityTxt({ contact, origin, now: context.now() });
  if (text === null) throw missing('Nobody is named here whom to tell of a security hole. The setting CONTACT names somebody.');
  return new Response(text, { headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=86400' } });
}
