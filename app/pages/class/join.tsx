import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Actions, Button } from '#app/ui/button.tsx';
import { Field } from '#app/ui/field.tsx';
import { Main } from '#app/ui/main.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';

export const meta: MetaFunction = () => [{ title: 'Join a cohort – Criterion' }];

export function loader({ request }: LoaderFunctionArgs) {
  const code = new URL(request.url).searchParams.get('code')?.trim().slice(0, 100);
  return code ? redirect(`/join/${encodeURIComponent(code)}`) : null;
}

export default function Join() {
  return (
    <Main>
      <PageHeader title="Join a cohort">
        <p>Your instructor has a code of eight letters and figures.</p>
      </PageHeader>
      <form method="get" className="card reading">
        <Field
          name="code"
          label="Code"
          required
          maxLength={40}
          autoComplete="off"
          hint="For instance 7KQ2-MX9P. Large or small letters, with or without the hyphen."
        />
        <Actions>
          <Button>Look it up</Button>
        </Actions>
      </form>
    </Main>
  );
}
