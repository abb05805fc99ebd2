import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Main } from '#app/ui/main.tsx';
import { JoinForm } from './join-form.tsx';

export const meta: MetaFunction = () => [
  { title: 'Join a cohort – Criterion' },
  { name: 'description', content: 'Join the class of your instructor with the code that you were given.' },
];

export function loader({ request }: LoaderFunctionArgs) {
  const code = new URL(request.url).searchParams.get('code')?.trim().slice(0, 100);
  return code ? redirect(`/join/${encodeURIComponent(code)}`) : null;
}

export default function Join() {
  return (
    <Main>
      <JoinForm />
    </Main>
  );
}
