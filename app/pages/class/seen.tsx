import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { courseById } from '#app/course/courses.server.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Main } from '#app/ui/main.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { accountOf } from '#db/accounts.ts';
import { listAudit } from '#db/audit.ts';
import { instructorsOf, isMember } from '#db/cohorts.ts';
import { AuditTable, auditLine } from '../audit-table.tsx';
import { classFrom } from '../gate.server.ts';
import { LearnerAnswers, LearnerStanding } from '../learner-record.tsx';
import { recordFrom } from '../record.server.ts';
import { missing } from '../request.server.ts';
import { reasonWords } from '../teach/help-words.ts';
import { namesOf } from '../teach/names.server.ts';
import { zoneOf } from '../zone.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `What ${data?.cohort.name ?? 'a cohort'} sees of you – Criterion` },
];

const looksShown = 20;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, cohort } = await classFrom(request, context, params);
  const [course, account] = [courseById(cohort.course), await accountOf(context.db, actor.id)];
  if (!course || !account || !(await isMember(context.db, cohort.id, actor.id)))
    throw missing('Who teaches a cohort is not looked at there. This page is for those who learn in it.');
  const record = await recordFrom(context, request, { cohort, course, learnerId: actor.id, told: true });
  const [zone, names] = [zoneOf(request), namesOf(course)];
  const looks = await listAudit(context.db, { subjectId: actor.id, limit: looksShown });
  return {
    record,
    name: account.name,
    email: account.email,
    cohort: { id: cohort.id, name: cohort.name },
    instructors: (await instructorsOf(context.db, cohort.id)).map((person) => person.name),
    reasons: record.reasons.map((reason) => reasonWords(reason, names)),
    looks: looks.map((entry) => auditLine(entry, zone)),
  };
}

export default function Seen() {
  const { record, name, email, cohort, instructors, reasons, looks } = useLoaderData<typeof loader>();
  return (
    <Main>
      <Breadcrumb trail={[{ label: cohort.name, href: `/cohorts/${cohort.id}` }, { label: 'What they see of you' }]} />
      <PageHeader title="What instructors see of you" eyebrow={cohort.name}>
        <p>
          {instructors.length > 0 && `${new Intl.ListFormat('en').format(instructors)} can open this record. `}
          They know you as {name}, {email}.
        </p>
      </PageHeader>
      <div className="prose">
        <p>
          Below is what they see, from the same figures. Two things differ: they see marks of graded quizzes before these are out, and they
          can keep a private note, which comes with <a href="/progress#your-data">the copy of your data</a>.
        </p>
      </div>
      {reasons.length > 0 && (
        <section aria-labelledby="reasons">
          <h2 id="reasons">Why they may come to you</h2>
          <ul className="bullets">
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </section>
      )}
      <LearnerStanding record={record} assignments={`/cohorts/${cohort.id}/assignments`} />
      <LearnerAnswers record={record} />
      <section aria-labelledby="looks">
        <h2 id="looks">Who opened or changed your record</h2>
        <p>Each look is noted, once an hour at most; the latest are here.</p>
        <AuditTable lines={looks} />
      </section>
    </Main>
  );
}
