import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { endSession } from '#app/server/session.server.ts';
import { formFrom } from '../request.server.ts';

/** Ends the session of this browser. */
export async function action({ request, context }: ActionFunctionArgs) {
  await formFrom(request);
  return redirect('/', { headers: await endSession(request, context) });
}

export function loader() {
  return redirect('/account');
}
