import type { MetaFunction } from '@remix-run/node';

export const meta: MetaFunction = () => [{ title: 'No such page – Criterion' }];

/** Every address that nothing else answers. The root's error view shows it. */
export function loader(): never {
  throw new Response(null, { status: 404 });
}

export default function NotFound() {
  return null;
}
