import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { roles } from '#app/access/actor.ts';
import { Actions, Button } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Field, SelectField } from '#app/ui/field.tsx';
import { Main } from '#app/ui/main.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { TableScroll } from '#app/ui/table-scroll.tsx';
import { dayIn } from '#app/ui/when.ts';
import { listPeople } from '#db/accounts.ts';
import { adminFrom } from '../gate.server.ts';
import { zoneOf } from '../zone.server.ts';
import { AdminNav } from './admin-nav.tsx';
import { roleWords } from './role-words.ts';

export const meta: MetaFunction = () => [{ title: 'People – Criterion' }];

const perPage = 50;
const query = z.object({
  q: z.string().trim().max(200).catch(''),
  role: z.enum(roles).nullable().catch(null),
  after: z.string().max(300).nullable().catch(null),
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  await adminFrom(request, context);
  const asked = new URL(request.url).searchParams;
  const { q, role, after } = query.parse({ q: asked.get('q') ?? '', role: asked.get('role'), after: asked.get('after') });
  const found = await listPeople(context.db, { search: q, role, after, limit: perPage + 1 });
  const zone = zoneOf(request);
  return {
    q,
    role,
    people: found.slice(0, perPage).map((person) => ({
      id: person.learnerId,
      name: person.name,
      email: person.email,
      role: roleWords[person.role],
      disabled: person.disabledAt !== null,
      seen: dayIn(zone, person.lastSeenAt),
    })),
    next: found.length > perPage ? (found[perPage - 1]?.email ?? null) : null,
    first: after === null,
  };
}

export default function People() {
  const { q, role, people, next, first } = useLoaderData<typeof loader>();
  const search = (more: Record<string, string>) => `/admin?${new URLSearchParams({ q, ...(role ? { role } : {}), ...more })}`;
  return (
    <Main>
      <PageHeader title="People">
        <p>Everybody with an account. Who learns without one is known to nobody, and so is not listed.</p>
      </PageHeader>
      <AdminNav current="people" />
      <form method="get" className="filters">
        <Field name="q" label="Name or address" type="search" value={q} maxLength={200} />
        <SelectField
          name="role"
          label="Role"
          value={role ?? ''}
          options={[{ value: '', label: 'All' }, ...roles.map((one) => ({ value: one, label: roleWords[one] }))]}
        />
        <Button variant="quiet">Search</Button>
      </form>
      {people.length === 0 ? (
        <EmptyState title="Nobody found">
          <p>{q ? `No account has “${q}” in its name or address.` : 'There is no account of this kind.'}</p>
        </EmptyState>
      ) : (
        <TableScroll label="Accounts">
          <table className="data-table">
            <caption className="visually-hidden">Accounts in the order of their addresses</caption>
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col">Address</th>
                <th scope="col">Role</th>
                <th scope="col">Last here</th>
              </tr>
            </thead>
            <tbody>
              {people.map((person) => (
                <tr key={person.id}>
                  <th scope="row">
                    <a href={`/admin/people/${person.id}`}>{person.name}</a>
                  </th>
                  <td>{person.email}</td>
                  <td>
                    {person.role}
                    {person.disabled && ' (disabled)'}
                  </td>
                  <td className="figures">{person.seen}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      {(next || !first) && (
        <Actions>
          {!first && <a href={search({})}>Back to the first page</a>}
          {next && <a href={search({ after: next })}>Next page</a>}
        </Actions>
      )}
    </Main>
  );
}
