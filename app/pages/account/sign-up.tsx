import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { hasAccount } from '#app/access/actor.ts';
import { localPath } from '#app/server/local-path.ts';
import { currentActor } from '#app/server/session.server.ts';
import { Actions, Button } from '#app/ui/button.tsx';
import { Main } from '#app/ui/main.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { signUp } from '#app/use-cases/accounts/sign-up.server.ts';
import { formFrom } from '../request.server.ts';
import { AccountFields, typedAccount } from './account-fields.tsx';
import { afterSignIn } from './after-sign-in.server.ts';
import { PasskeyButton } from './passkey-button.tsx';

export const meta: MetaFunction = () => [
  { title: 'Make an account – Criterion' },
  { name: 'description', content: 'An account keeps what you do on every device, and lets you join a cohort. You can learn without one.' },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const then = localPath(new URL(request.url).searchParams.get('then'), '/account');
  const actor = await currentActor(request, context);
  if (hasAccount(actor)) throw redirect(then);
  return { key: context.newId(), then, known: actor !== null };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { form } = await formFrom(request);
  const actor = await currentActor(request, context);
  const typed = typedAccount(form);
  const made = await signUp(context, actor?.role === 'anonymous' ? actor.id : null, typed);
  if ('problems' in made) return json({ problems: made.problems, name: typed.name, email: typed.email }, { status: 400 });
  return afterSignIn(request, context, made.learnerId, form.get('then'));
}

export default function SignUp() {
  const { key, then, known } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <Main>
      <PageHeader title="Make an account">
        <p>
          {known
            ? 'What you have done on this device so far becomes part of it.'
            : 'It keeps what you do on every device, and lets you join a cohort.'}
        </p>
      </PageHeader>
      <form method="post" className="card reading" data-passkey-form>
        <input type="hidden" name="key" value={key} />
        <input type="hidden" name="then" value={then} />
        <AccountFields failed={failed} />
        <Actions>
          <Button>Make the account</Button>
          <PasskeyButton purpose="sign-up" then={then}>
            Use a passkey instead of a passphrase
          </PasskeyButton>
        </Actions>
      </form>
      <p>
        You have one already? <a href={`/sign-in?then=${encodeURIComponent(then)}`}>Sign in</a>.
      </p>
    </Main>
  );
}
