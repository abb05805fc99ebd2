import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Actions, Button } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';
import { Main } from '#app/ui/main.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { mailResetLink } from '#app/use-cases/accounts/links.server.ts';
import { formFrom } from '../request.server.ts';

export const meta: MetaFunction = () => [
  { title: 'A new passphrase – Criterion' },
  { name: 'description', content: 'Ask for a link that lets you choose a new passphrase. What you have learnt stays as it is.' },
];

export function loader({ context }: LoaderFunctionArgs) {
  return { key: context.newId(), mail: context.mail !== null };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { form } = await formFrom(request);
  const email = form.get('email') ?? '';
  const failed = await mailResetLink(context, email);
  return json({ problem: failed?.problem ?? null, email }, { status: failed ? 400 : 200 });
}

export default function Forgot() {
  const { key, mail } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const done = sent?.problem === null;
  return (
    <Main>
      <PageHeader title="A new passphrase">
        <p>A link that works once lets you choose a new one. What you have learnt stays as it is.</p>
      </PageHeader>
      {done && (
        <Notice tone="success" title="On its way, if there is an account">
          <p>If {sent.email} has an account here, a mail with a link will arrive within minutes. Look among unwanted mail too.</p>
        </Notice>
      )}
      {mail && !done && (
        <form method="post" className="card reading">
          <input type="hidden" name="key" value={key} />
          <Field
            name="email"
            label="Email address"
            type="email"
            autoComplete="username"
            required
            maxLength={300}
            value={sent?.email}
            problem={sent?.problem ?? undefined}
          />
          <Actions>
            <Button>Send me a link</Button>
          </Actions>
        </form>
      )}
      {!mail && (
        <Notice title="Ask somebody for a link">
          <p>
            This site sends no mail. Your instructor, or whoever runs the site, can make a link for you: they find it on your page under
            “Way in”. It works for two days. If you have a passkey, you do not need a passphrase: <a href="/sign-in">sign in with it</a>.
          </p>
        </Notice>
      )}
    </Main>
  );
}
