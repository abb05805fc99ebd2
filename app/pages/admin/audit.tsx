import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Actions, ButtonLink } from '#app/ui/button.tsx';
import { Main } from '#app/ui/main.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { count } from '#app/ui/words.ts';
import { listAudit } from '#db/audit.ts';
import { type ChainChecked, checkChain } from '#db/audit-chain.ts';
import { AuditTable, auditLine } from '../audit-table.tsx';
import { adminFrom } from '../gate.server.ts';
import { zoneOf } from '../zone.server.ts';
import { AdminNav } from './admin-nav.tsx';

export const meta: MetaFunction = () => [{ title: 'Audit log – Criterion' }];

const perPage = 100;

export async function loader({ request, context }: LoaderFunctionArgs) {
  await adminFrom(request, context);
  const asked = new URL(request.url).searchParams;
  const before = asked.get('before');
  const found = await listAudit(context.db, { before, limit: perPage + 1 });
  const shown = found.slice(0, perPage);
  return {
    lines: shown.map((entry) => auditLine(entry, zoneOf(request))),
    older: found.length > perPage ? (shown.at(-1)?.id ?? null) : null,
    first: before === null,
    checked: asked.has('check') ? await checkChain(context.db) : null,
  };
}

export default function Audit() {
  const { lines, older, first, checked } = useLoaderData<typeof loader>();
  return (
    <Main>
      <PageHeader title="Audit log">
        <p>Who viewed or changed another person’s record. Lines are only ever added.</p>
      </PageHeader>
      <AdminNav current="audit" />
      {checked ? (
        <Checked {...checked} />
      ) : (
        <ButtonLink href="/admin/audit?check=1" variant="quiet">
          Check that nothing was changed
        </ButtonLink>
      )}
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

/** Whether the log is as it was written. */
function Checked({ entries, last, problems }: ChainChecked) {
  if (problems.length > 0)
    return (
      <Notice tone="warning" title="The log is not as it was written">
        <ul className="bullets">
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      </Notice>
    );
  return (
    <Notice tone="success" title="The log is as it was written">
      <p>
        {count(entries, 'entry', 'entries')}, each sealed with the one before. Last seal: <code>{last || 'none yet'}</code>. Noted
        elsewhere, it shows later whether somebody wrote the log anew: <code>npm run audit-log -- --seal …</code>
      </p>
    </Notice>
  );
}
