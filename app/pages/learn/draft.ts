/** Keeps what stands in the form of a graded question; the page's script sends it while it is being filled in. */
import type { ActionFunctionArgs } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { z } from 'zod';
import { keepDraft } from '#app/use-cases/assignments/keep-draft.server.ts';
import { formFrom, learnerFrom, scopeOf } from '../request.server.ts';

const place = z.coerce.number().int().min(0).max(999).catch(0);

export async function action({ request, params, context }: ActionFunctionArgs) {
  const learnerId = await learnerFrom(request, context, 'There is no such quiz of yours on this device.');
  const { form } = await formFrom(request);
  const draft = { attemptId: params.attempt ?? '', position: place.parse(form.get('position')), form };
  return new Response(null, { status: (await keepDraft(scopeOf(context), learnerId, draft)) ? 204 : 409 });
}

export function loader({ params }: ActionFunctionArgs) {
  return redirect(`/attempts/${encodeURIComponent(params.attempt ?? '')}`);
}
