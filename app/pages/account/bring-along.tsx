/** After signing in on a device where somebody learnt without an account: is this work to join the account? */
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { localPath } from '#app/server/local-path.ts';
import { forgetAside, learnerAside } from '#app/server/session.server.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Main } from '#app/ui/main.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { count } from '#app/ui/words.ts';
import { bringAlong, whatIsKept } from '#app/use-cases/accounts/bring-along.server.ts';
import { accountFrom } from '../gate.server.ts';
import { formFrom } from '../request.server.ts';

export const meta: MetaFunction = () => [{ title: 'Bring your work along – Criterion' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  await accountFrom(request, context);
  const then = localPath(new URL(request.url).searchParams.get('then'), '/account');
  const aside = await learnerAside(request, context);
  if (!aside) throw redirect(then);
  return { kept: await whatIsKept(context.db, aside), then, key: context.newId() };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { form } = await formFrom(request);
  const actor = await accountFrom(request, context);
  const aside = await learnerAside(request, context);
  if (aside) await bringAlong(context.db, aside, actor.id);
  return redirect(localPath(form.get('then'), '/account'), { headers: { 'Set-Cookie': await forgetAside(context) } });
}

export default function BringAlong() {
  const { kept, then, key } = useLoaderData<typeof loader>();
  const parts = [
    kept.answers > 0 && count(kept.answers, 'answer'),
    kept.sections > 0 && `${count(kept.sections, 'section')} read`,
    kept.quizzes > 0 && count(kept.quizzes, 'quiz', 'quizzes'),
  ].filter(Boolean);
  return (
    <Main>
      <PageHeader title="Is this work yours?">
        <p>
          Somebody has learnt on this device without an account{parts.length > 0 ? `: ${parts.join(', ')}` : ''}. If it was you, bring it
          along: it joins what your account has, and nothing is lost on either side.
        </p>
      </PageHeader>
      <form method="post" className="actions">
        <input type="hidden" name="key" value={key} />
        <input type="hidden" name="then" value={then} />
        <Button>Bring it along</Button>
        <ButtonLink href={then} variant="quiet">
          It is not mine, leave it
        </ButtonLink>
      </form>
      <p className="hint">
        Left alone it stays on this device: it is there again when you sign out, and your account page goes on offering it.
      </p>
    </Main>
  );
}
