import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { roles } from '#app/access/actor.ts';
import { canChangeAccount } from '#app/access/rules.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Actions, Button } from '#app/ui/button.tsx';
import { SelectField } from '#app/ui/field.tsx';
import { Main } from '#app/ui/main.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { dayIn } from '#app/ui/when.ts';
import { makeResetLink } from '#app/use-cases/accounts/links.server.ts';
import { changeRole, disableAccount } from '#app/use-cases/accounts/manage-account.server.ts';
import { accountOf } from '#db/accounts.ts';
import { listAudit } from '#db/audit.ts';
import { ResetLink } from '../account/reset-link.tsx';
import { AuditTable, auditLine } from '../audit-table.tsx';
import { adminFrom, refused } from '../gate.server.ts';
import { formFrom, missing } from '../request.server.ts';
import { zoneOf } from '../zone.server.ts';
import { roleWords } from './role-words.ts';

const unknown = 'There is no account under this address.';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.name ?? 'Account'} – Criterion` }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await adminFrom(request, context);
  const account = await accountOf(context.db, params.person ?? '');
  if (!account) throw missing(unknown);
  const zone = zoneOf(request);
  const { name, email, role } = account;
  return {
    id: account.learnerId,
    name,
    email,
    role,
    made: dayIn(zone, account.createdAt),
    disabled: account.disabledAt === null ? null : dayIn(zone, account.disabledAt),
    mayChange: canChangeAccount(actor, { id: account.learnerId, role }),
    audit: (await listAudit(context.db, { subjectId: account.learnerId, limit: 20 })).map((entry) => auditLine(entry, zone)),
    done: new URL(request.url).searchParams.has('done'),
    keys: { role: context.newId(), disable: context.newId(), link: context.newId() },
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await adminFrom(request, context);
  const { form } = await formFrom(request);
  const account = await accountOf(context.db, params.person ?? '');
  if (!account) throw missing(unknown);
  const subjectId = account.learnerId;
  if (!canChangeAccount(actor, { id: subjectId, role: account.role }))
    throw refused('Another administrator has to change your own account.');
  switch (form.get('intent')) {
    case 'role':
      await changeRole(context, actor.id, subjectId, z.enum(roles).catch(account.role).parse(form.get('role')));
      break;
    case 'disable':
    case 'enable':
      await disableAccount(context, actor.id, subjectId, form.get('intent') === 'disable');
      break;
    case 'link':
      return json({ link: `${context.origin}${await makeResetLink(context, actor.id, subjectId)}` });
    default:
      throw new Response(null, { status: 400 });
  }
  return redirect(`/admin/people/${subjectId}?done=1`);
}

export default function PersonRoute() {
  const person = useLoaderData<typeof loader>();
  const made = useActionData<typeof action>();
  return (
    <Main>
      <Breadcrumb trail={[{ label: 'People', href: '/admin' }, { label: person.name }]} />
      <PageHeader title={person.name}>
        <p>
          {person.email}, account since {person.made}
          {person.disabled && `, disabled since ${person.disabled}`}
        </p>
      </PageHeader>
      {person.done && !made && (
        <Notice tone="success">
          <p>The change is made, and noted in the audit log.</p>
        </Notice>
      )}
      {made?.link && <ResetLink href={made.link} name={person.name} />}
      {person.mayChange ? (
        <div className="cards cards-wide">
          <form method="post" className="card">
            <h2 className="card-title">Role</h2>
            <input type="hidden" name="intent" value="role" />
            <input type="hidden" name="key" value={person.keys.role} />
            <SelectField
              name="role"
              label="This account is"
              value={person.role}
              options={roles.map((one) => ({ value: one, label: roleWords[one] }))}
              hint="Instructors make cohorts and see only their own. Administrators see this part of the site."
            />
            <Actions>
              <Button variant="quiet">Change the role</Button>
            </Actions>
          </form>
          <form method="post" className="card">
            <h2 className="card-title">Way in</h2>
            <p>A link to hand over, by which {person.name} chooses a new passphrase. It works once, for two days.</p>
            <input type="hidden" name="intent" value="link" />
            <input type="hidden" name="key" value={person.keys.link} />
            <Actions>
              <Button variant="quiet">Make a link</Button>
            </Actions>
          </form>
          <form method="post" className="card">
            <h2 className="card-title">{person.disabled ? 'Enable' : 'Disable'}</h2>
            <p>
              {person.disabled
                ? 'The account can be signed in to again, and finds everything as it was.'
                : 'Signs the account out everywhere and refuses it from then on. Nothing that it has kept is deleted.'}
            </p>
            <input type="hidden" name="intent" value={person.disabled ? 'enable' : 'disable'} />
            <input type="hidden" name="key" value={person.keys.disable} />
            <Actions>
              <Button variant={person.disabled ? 'quiet' : 'danger'}>
                {person.disabled ? 'Enable the account' : 'Disable the account'}
              </Button>
            </Actions>
          </form>
        </div>
      ) : (
        <p>This is your own account. Another administrator has to change its role or close it.</p>
      )}
      <section aria-labelledby="audit">
        <h2 id="audit">Who looked at or changed this record</h2>
        <AuditTable lines={person.audit} />
      </section>
    </Main>
  );
}
