import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Actions } from '#app/ui/button.tsx';
import { Main } from '#app/ui/main.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { listAudit } from '#db/audit.ts';
import { AuditTable, auditLine } from '../audit-table.tsx';
import { adminFrom } from '../gate.server.ts';
import { zoneOf } from '../zone.server.ts';
import { AdminNav } from './admin-nav.tsx';

export const meta: MetaFunction = () => [{ title: 'Audit log – Criterion' }];

const perPage = 100;

export async function loader({ request, context }: LoaderFunctionArgs) {
  await adminFrom(request, context);
  const before = new URL(request.url).searchParams.get('before');
  const found = await listAudit(context.db, { before, limit: perPage + 1 });
  const shown = found.slice(0, perPage);
  return {
    lines: shown.map((entry) => auditLine(entry, zoneOf(request))),
    older: found.length > perPage ? (shown.at(-1)?.id ?? null) : null,
    first: before === null,
  };
}

export default function Audit() {
  const { lines, older, first } = useLoaderData<typeof loader>();
  return (
    <Main>
      <PageHeader title="Audit log">
        <p>Who viewed or changed another person’s record. Lines are only ever added.</p>
      </PageHeader>
      <AdminNav current="audit" />
      <AuditTable lines={lines} />
      {(older || !first) && (
        <Actions>
          {!first && <a href="/admin/audit">Newest</a>}
          {older && <a href={`/admin/audit?before=${older}`}>Older</a>}
        </Actions>
      )}
    </Main>
  );
}
