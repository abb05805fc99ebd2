/** The two steps of each passkey dialogue, as JSON: what the browser is to sign, and what it has signed. */

import { type ActionFunctionArgs, json, redirect } from '@remix-run/node';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { z } from 'zod';
import { currentActor } from '#app/server/session.server.ts';
import {
  addingOptions,
  addMadePasskey,
  signInByPasskey,
  signInOptions,
  signUpByPasskey,
  signUpOptions,
} from '#app/use-cases/accounts/passkeys.server.ts';
import { accountFrom } from '../gate.server.ts';
import { enter } from './after-sign-in.server.ts';

/** The library checks what is inside; here only that it is there. The request as a whole is short (app/server/body-limits.ts). */
const credential = z.looseObject({
  id: z.string().max(2000),
  rawId: z.string().max(2000),
  type: z.literal('public-key'),
  response: z.looseObject({}),
});
const then = z.string().max(500).optional();
const who = { name: z.string().max(500), email: z.string().max(500) };

const sent = z.discriminatedUnion('step', [
  z.object({ step: z.literal('sign-in') }),
  z.object({ step: z.literal('signed-in'), credential, then }),
  z.object({ step: z.literal('add') }),
  z.object({ step: z.literal('added'), credential }),
  z.object({ step: z.literal('sign-up'), ...who }),
  z.object({ step: z.literal('signed-up'), ...who, credential, then }),
]);

const problem = (text: string) => json({ problem: text }, { status: 400 });
const firstOf = (problems: Readonly<Record<string, string>>) => Object.values(problems)[0] ?? 'Please check the fields.';

export async function action({ request, context }: ActionFunctionArgs) {
  const body: unknown = await request.json().catch(() => null);
  const parsed = sent.safeParse(body);
  if (!parsed.success) return problem('That did not come through whole. Load the page again.');
  const asked = parsed.data;
  switch (asked.step) {
    case 'sign-in':
      return json({ options: await signInOptions(context) });
    case 'signed-in': {
      const entered = await signInByPasskey(context, asked.credential as unknown as AuthenticationResponseJSON);
      if ('problem' in entered) return problem(entered.problem);
      const { href, headers } = await enter(request, context, entered.learnerId, asked.then);
      return json({ href }, { headers });
    }
    case 'add': {
      const { id } = await accountFrom(request, context);
      return json({ options: await addingOptions(context, id) });
    }
    case 'added': {
      const { id } = await accountFrom(request, context);
      const failed = await addMadePasskey(context, id, asked.credential as unknown as RegistrationResponseJSON);
      return failed ? problem(failed.problem) : json({ href: '/account?done=passkey' });
    }
    case 'sign-up': {
      const options = await signUpOptions(context, asked);
      return 'problems' in options ? problem(firstOf(options.problems)) : json({ options });
    }
    case 'signed-up': {
      const actor = await currentActor(request, context);
      const anonymous = actor?.role === 'anonymous' ? actor.id : null;
      const made = await signUpByPasskey(context, anonymous, asked, asked.credential as unknown as RegistrationResponseJSON);
      if ('problems' in made) return problem(firstOf(made.problems));
      const { href, headers } = await enter(request, context, made.learnerId, asked.then);
      return json({ href }, { headers });
    }
  }
}

export function loader() {
  return redirect('/account');
}
