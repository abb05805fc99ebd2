/** Where a link with a secret leads: a new passphrase, or the first administrator. */
import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { hasAccount } from '#app/access/actor.ts';
import { currentActor } from '#app/server/session.server.ts';
import { Actions, Button } from '#app/ui/button.tsx';
import { Field, FormProblem } from '#app/ui/field.tsx';
import { Main } from '#app/ui/main.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { claimAdmin, findLink, resetByLink } from '#app/use-cases/accounts/links.server.ts';
import { signUp } from '#app/use-cases/accounts/sign-up.server.ts';
import { formFrom } from '../request.server.ts';
import { AccountFields, typedAccount } from './account-fields.tsx';
import { afterSignIn } from './after-sign-in.server.ts';

export const meta: MetaFunction = () => [{ title: 'Your link – Criterion' }];

const noLonger = () => new Response('This link was used before, or its time is over. Ask for a new one where you got it.', { status: 410 });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const link = await findLink(context, params.token ?? '');
  if (!link) throw noLonger();
  return { ...link, key: context.newId(), known: hasAccount(await currentActor(request, context)) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const token = params.token ?? '';
  const { form } = await formFrom(request);
  const link = await findLink(context, token);
  if (!link) throw noLonger();
  if (link.kind === 'reset') {
    const set = await resetByLink(context, token, form.get('fresh') ?? '');
    if (!set) throw noLonger();
    if ('problems' in set) return json({ problems: set.problems, name: '', email: '' }, { status: 400 });
    // Whoever had the account in their hands may have left a key to it.
    return afterSignIn(request, context, set.learnerId, set.hasPasskeys ? '/account?done=reset' : '/');
  }
  const actor = await currentActor(request, context);
  if (hasAccount(actor)) {
    if (!(await claimAdmin(context, token, actor.id))) throw noLonger();
    return redirect('/admin/start');
  }
  const typed = typedAccount(form);
  const made = await signUp(context, actor?.id ?? null, typed);
  if ('problems' in made) return json({ problems: made.problems, name: typed.name, email: typed.email }, { status: 400 });
  if (!(await claimAdmin(context, token, made.learnerId))) throw noLonger();
  return afterSignIn(request, context, made.learnerId, '/admin/start');
}

export default function LinkRoute() {
  const { kind, name, key, known } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  if (kind === 'reset')
    return (
      <Main>
        <PageHeader title="Choose a new passphrase">
          <p>{name ? `For the account of ${name}. ` : ''}Wherever you are signed in with the old one, you will be signed out.</p>
        </PageHeader>
        <form method="post" className="card reading">
          <FormProblem problems={failed?.problems} />
          <input type="hidden" name="key" value={key} />
          <Field
            name="fresh"
            label="New passphrase"
            type="password"
            autoComplete="new-password"
            required
            problem={failed?.problems.fresh}
            hint="Four or five words that do not belong together are good."
          />
          <Actions>
            <Button>Set it and sign in</Button>
          </Actions>
        </form>
      </Main>
    );
  return (
    <Main>
      <PageHeader title="Become administrator">
        <p>Nobody administers this site yet. An administrator gives roles, makes links for new passphrases and sees the audit log.</p>
        <p>
          This is the first of four steps. The page after it shows the other three: look at the course, check where backups go, and invite
          people.
        </p>
      </PageHeader>
      <form method="post" className="card reading">
        <input type="hidden" name="key" value={key} />
        {known ? <p>Your account becomes the administrator’s.</p> : <AccountFields failed={failed} />}
        <Actions>
          <Button>{known ? 'Become administrator' : 'Make the account'}</Button>
        </Actions>
      </form>
    </Main>
  );
}
