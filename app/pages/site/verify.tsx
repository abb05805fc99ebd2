/** Where anybody types the code of a certificate. */
import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Main } from '#app/ui/main.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { CodeForm } from './code-form.tsx';

export const meta: MetaFunction = () => [
  { title: 'Check a certificate – Criterion' },
  { name: 'description', content: 'Type the code of a certificate to see whose it is, what was shown, and when.' },
];

/** The form sends the code as a query, so that it works without script; its own address is easier to pass on. */
export function loader({ request }: LoaderFunctionArgs) {
  const code = new URL(request.url).searchParams.get('code')?.trim();
  if (code) throw redirect(`/verify/${encodeURIComponent(code.slice(0, 100))}`);
  return null;
}

export default function Verify() {
  return (
    <Main>
      <PageHeader title="Check a certificate">
        <p>Type the code that stands on it. You will see whose it is, what was shown, and when.</p>
      </PageHeader>
      <CodeForm />
    </Main>
  );
}
