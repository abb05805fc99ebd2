import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { hasAccount } from '#app/access/actor.ts';
import { localPath } from '#app/server/local-path.ts';
import { currentActor } from '#app/server/session.server.ts';
import { Actions, Button } from '#app/ui/button.tsx';
import { Field, FormProblem } from '#app/ui/field.tsx';
import { Main } from '#app/ui/main.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { signIn } from '#app/use-cases/accounts/sign-in.server.ts';
import { formFrom } from '../request.server.ts';
import { afterSignIn } from './after-sign-in.server.ts';
import { PasskeyButton } from './passkey-button.tsx';

export const meta: MetaFunction = () => [
  { title: 'Sign in – Criterion' },
  { name: 'description', content: 'Sign in with a passphrase or a passkey, and find what you have learnt on any device.' },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const then = localPath(query.get('then'), '/');
  if (hasAccount(await currentActor(request, context))) throw redirect(then);
  return { key: context.newId(), then, mail: context.mail !== null, asked: query.has('then') };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { form } = await formFrom(request);
  const email = form.get('email') ?? '';
  const entered = await signIn(context, { email, passphrase: form.get('passphrase') ?? '' });
  if ('problem' in entered) return json({ problem: entered.problem, email }, { status: 400 });
  return afterSignIn(request, context, entered.learnerId, form.get('then'));
}

export default function SignIn() {
  const { key, then, asked } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const onwards = then === '/' ? '' : `?then=${encodeURIComponent(then)}`;
  return (
    <Main>
      <PageHeader title="Sign in">
        <p>
          {asked ? 'That page is for people with an account. ' : ''}You can learn here without one; an account keeps what you do on every
          device.
        </p>
      </PageHeader>
      <div className="cards cards-wide">
        <form method="post" className="card" action={`/sign-in${onwards}`}>
          <h2 className="card-title">With a passphrase</h2>
          <FormProblem problems={failed && { '': failed.problem }} />
          <input type="hidden" name="key" value={key} />
          <input type="hidden" name="then" value={then} />
          <Field
            name="email"
            label="Email address"
            type="email"
            autoComplete="username webauthn"
            value={failed?.email}
            required
            maxLength={300}
          />
          <Field name="passphrase" label="Passphrase" type="password" autoComplete="current-password" required />
          <Actions>
            <Button>Sign in</Button>
            <a href="/forgot">Passphrase lost?</a>
          </Actions>
        </form>
        <div className="stack">
          <section className="card" data-passkey-card hidden>
            <h2 className="card-title">With a passkey</h2>
            <p>Your face, finger or screen lock opens your account. There is nothing to remember.</p>
            <PasskeyButton purpose="sign-in" then={then}>
              Use a passkey
            </PasskeyButton>
          </section>
          <p>
            No account yet? <a href={`/sign-up${onwards}`}>Make one</a>; it takes a minute.
          </p>
        </div>
      </div>
    </Main>
  );
}
