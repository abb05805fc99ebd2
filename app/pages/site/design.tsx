import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { DesignPage } from '#app/ui/design-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Components – Criterion' }, { name: 'robots', content: 'noindex' }];

/** Every component in every state, for whoever works on the look. Only `npm run dev` serves it. */
export function loader({ context }: LoaderFunctionArgs) {
  if (!context.development) throw new Response(null, { status: 404 });
  return null;
}

export default function Design() {
  return <DesignPage />;
}
