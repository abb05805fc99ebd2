import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { courses } from '#app/course/courses.server.ts';
import { bytesInWords } from '#app/server/bytes-in-words.ts';
import type { Health } from '#app/server/health.ts';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Main } from '#app/ui/main.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Stats } from '#app/ui/stats.tsx';
import { TableScroll } from '#app/ui/table-scroll.tsx';
import { timeIn } from '#app/ui/when.ts';
import { adminFrom } from '../gate.server.ts';
import { zoneOf } from '../zone.server.ts';
import { AdminNav } from './admin-nav.tsx';

export const meta: MetaFunction = () => [{ title: 'Health – Criterion' }];

const hour = 60 * 60 * 1000;
const scarce = 1e9;

/** What whoever runs the site should see to, in sentences. */
function warnings({ backup, file }: Health, now: number): string[] {
  const overdue = backup.everyHours > 0 && backup.last !== null && now - backup.last.at > (backup.everyHours + 2) * hour;
  return [
    ...(backup.everyHours === 0 && backup.last === null ? ['No backup was ever taken, and the server takes none by itself.'] : []),
    ...(overdue ? ['The backup that was due has not been taken. The log says why.'] : []),
    ...(file.free < scarce ? [`Only ${bytesInWords(file.free)} are left on the disk of the data file.`] : []),
  ];
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  await adminFrom(request, context);
  const zone = zoneOf(request);
  const health = await context.health();
  const { versions, file, backup, counts, memory, lag } = health;
  const figure = (n: number) => n.toLocaleString('en');
  return {
    warnings: warnings(health, context.now()),
    figures: [
      { label: 'Data file', value: bytesInWords(file.data + file.log), note: `${bytesInWords(file.free)} left on its disk` },
      {
        label: 'Last backup',
        value: backup.last ? timeIn(zone, backup.last.at) : 'none yet',
        note: backup.last ? bytesInWords(backup.last.bytes) : undefined,
      },
      { label: 'Requests', value: figure(counts.requests), note: `${figure(counts.shed)} put off for later` },
      { label: 'Answers kept', value: figure(counts.answers) },
      { label: 'Failures', value: figure(counts.failures) },
      { label: 'Memory', value: bytesInWords(memory.resident) },
      { label: 'Longest delay', value: `${lag.max.toFixed(0)} ms`, note: `99% below ${lag.p99.toFixed(0)} ms` },
    ],
    since: timeIn(zone, health.since),
    versions: [
      ['Criterion', versions.criterion],
      ['Node', versions.node],
      ['SQLite', versions.sqlite],
      ['Migrations of the data file', String(versions.migrations)],
      ...courses.map((course) => [course.title, course.version]),
    ],
    slow: health.slow.map((one) => ({ ...one, at: timeIn(zone, one.at) })),
    failures: health.failures.map((one) => ({ ...one, at: timeIn(zone, one.at) })),
  };
}

interface RequestTableProps<R> {
  readonly name: string;
  readonly caption: string;
  readonly requests: readonly R[];
  /** What is told of a request besides its code, when it came and its page. */
  readonly columns: readonly { readonly title: string; readonly cell: (request: R) => string | number; readonly figures?: boolean }[];
}

function RequestTable<R extends { readonly id: string; readonly at: string; readonly method: string; readonly route: string }>({
  name,
  caption,
  requests,
  columns,
}: RequestTableProps<R>) {
  return (
    <TableScroll label={name}>
      <table className="data-table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {['Code', 'When', 'Page', ...columns.map(({ title }) => title)].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {requests.map((one) => (
            <tr key={[one.id, ...columns.map(({ cell }) => cell(one))].join(' ')}>
              <th scope="row">
                <code>{one.id}</code>
              </th>
              <td className="figures">{one.at}</td>
              <td>
                {one.method} {one.route}
              </td>
              {columns.map(({ title, cell, figures }) => (
                <td key={title} className={figures ? 'figures' : undefined}>
                  {cell(one)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

export default function HealthRoute() {
  const { warnings: todo, figures, since, versions, slow, failures } = useLoaderData<typeof loader>();
  return (
    <Main>
      <PageHeader title="Health">
        <p>How the server is since it started on {since}. The figures begin anew with each start.</p>
      </PageHeader>
      <AdminNav current="health" />
      {todo.length > 0 ? (
        <Notice tone="warning">
          {todo.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Notice>
      ) : (
        <Notice tone="success" title="All is well">
          <p>Backups are as they should be, and there is room on the disk.</p>
        </Notice>
      )}
      <Stats stats={figures} />
      <section aria-labelledby="failures">
        <h2 id="failures">What failed</h2>
        {failures.length === 0 ? (
          <EmptyState title="Nothing">
            <p>No request has failed since the start.</p>
          </EmptyState>
        ) : (
          <RequestTable
            name="Requests that failed"
            caption="The latest requests that failed, newest first"
            requests={failures}
            columns={[{ title: 'What', cell: ({ what }) => what }]}
          />
        )}
        <p className="hint">The code is what the visitor was shown; the log has all about it under the same.</p>
      </section>
      <section aria-labelledby="slow">
        <h2 id="slow">What was slow</h2>
        {slow.length === 0 ? (
          <EmptyState title="Nothing">
            <p>Every request was answered within half a second.</p>
          </EmptyState>
        ) : (
          <RequestTable
            name="Slow requests"
            caption="The latest requests that took half a second or more, newest first"
            requests={slow}
            columns={[
              { title: 'Answer', cell: ({ status }) => status, figures: true },
              { title: 'Time', cell: ({ ms }) => `${ms.toFixed(0)} ms`, figures: true },
            ]}
          />
        )}
      </section>
      <section aria-labelledby="versions">
        <h2 id="versions">Versions</h2>
        <TableScroll label="What runs, in which version">
          <table className="data-table">
            <caption className="visually-hidden">The versions of what runs</caption>
            <thead>
              <tr>
                <th scope="col">What</th>
                <th scope="col">Version</th>
              </tr>
            </thead>
            <tbody>
              {versions.map(([what, version]) => (
                <tr key={what}>
                  <th scope="row">{what}</th>
                  <td>
                    <code>{version}</code>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      </section>
    </Main>
  );
}
