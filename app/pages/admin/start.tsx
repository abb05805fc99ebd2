/** Where the first administrator lands: what there is to see to before learners come. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { courses } from '#app/course/courses.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Main } from '#app/ui/main.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { timeIn } from '#app/ui/when.ts';
import { pathLength } from '#app/ui/words.ts';
import { adminFrom } from '../gate.server.ts';
import { zoneOf } from '../zone.server.ts';
import { AdminNav } from './admin-nav.tsx';

export const meta: MetaFunction = () => [{ title: 'First steps – Criterion' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  await adminFrom(request, context);
  const { backup } = await context.health();
  return {
    courses: courses.map(({ id, title, lessons }) => ({ id, title, path: pathLength(lessons) })),
    backup: { ...backup, last: backup.last && timeIn(zoneOf(request), backup.last.at) },
    origin: context.origin,
    secure: context.secure,
    mail: context.mail !== null,
  };
}

export default function StartRoute() {
  const { courses: served, backup, origin, secure, mail } = useLoaderData<typeof loader>();
  return (
    <Main>
      <PageHeader title="First steps">
        <p>Your account is made, and it administers this site. Three things are left before learners come.</p>
      </PageHeader>
      <AdminNav current="start" />
      <div className="cards cards-wide">
        {served.map((course) => (
          <section key={course.id} className="card" aria-labelledby={`course-${course.id}`}>
            <h2 className="card-title" id={`course-${course.id}`}>
              Look at the course
            </h2>
            <p>
              <cite>{course.title}</cite> has {course.path}, which were checked when the site was built. <code>npm run content:check</code>{' '}
              lists every weak place.
            </p>
            <ButtonLink href={`/courses/${course.id}`} variant="quiet">
              Open the course
            </ButtonLink>
          </section>
        ))}
        <section className="card" aria-labelledby="backups">
          <h2 className="card-title" id="backups">
            Check where backups go
          </h2>
          <p>
            {backup.everyHours === 0
              ? 'The server takes no backup by itself: set BACKUP_HOURS, or see to it otherwise.'
              : `One is taken every ${backup.everyHours} hours, and the newest ${backup.keep} stay.`}{' '}
            {backup.last ? `The last is of ${backup.last}.` : 'None has been taken yet.'}
          </p>
          <p>
            They go to <code>{backup.folder}</code>. Copy that folder to another machine: a backup on the same disk does not survive the
            disk.
          </p>
          <ButtonLink href="/admin/health" variant="quiet">
            See how the site is
          </ButtonLink>
        </section>
        <section className="card" aria-labelledby="invite">
          <h2 className="card-title" id="invite">
            Invite people
          </h2>
          <p>
            Who teaches signs up at <code>{origin}/sign-up</code>; then make them an instructor under <a href="/admin">People</a>. A class
            comes in by a code, a link or a list.
          </p>
          {!secure && (
            <p>
              People reach this site at <code>{origin}</code>, without https. For others than yourself set <code>ORIGIN</code>.
            </p>
          )}
          {!mail && <p>There is no mail server: links for a new passphrase are made under People and handed over.</p>}
          <ButtonLink href="/teach" variant="quiet">
            Make a cohort
          </ButtonLink>
        </section>
      </div>
    </Main>
  );
}
