import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { courses } from '#app/course/courses.server.ts';
import { Actions, Button } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Field, FormProblem, SelectField } from '#app/ui/field.tsx';
import { Main } from '#app/ui/main.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { dayIn } from '#app/ui/when.ts';
import { count } from '#app/ui/words.ts';
import { makeCohort } from '#app/use-cases/cohorts/change-cohort.server.ts';
import { cohortsTaughtBy } from '#db/cohorts.ts';
import { teacherFrom } from '../gate.server.ts';
import { formFrom } from '../request.server.ts';
import { zoneOf } from '../zone.server.ts';

export const meta: MetaFunction = () => [{ title: 'Your cohorts – Criterion' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await teacherFrom(request, context);
  const zone = zoneOf(request);
  const taught = (await cohortsTaughtBy(context.db, actor.id)).map((cohort) => ({
    id: cohort.id,
    name: cohort.name,
    role: cohort.owner ? 'Owner' : 'Co-instructor',
    members: cohort.members,
    made: dayIn(zone, cohort.createdAt),
    joining: cohort.joinCode !== null,
    archived: cohort.archivedAt !== null,
  }));
  return {
    running: taught.filter(({ archived }) => !archived),
    archived: taught.filter(({ archived }) => archived),
    courses: courses.map(({ id, title }) => ({ value: id, label: title })),
    deleted: new URL(request.url).searchParams.has('deleted'),
    key: context.newId(),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await teacherFrom(request, context);
  const { form, key } = await formFrom(request);
  const name = form.get('name') ?? '';
  const course = courses.find(({ id }) => id === form.get('course')) ?? courses[0];
  if (!course) throw new Response(null, { status: 400 });
  const made = await makeCohort(context, actor.id, { course: course.id, name, formKey: key });
  if ('problems' in made) return json({ problems: made.problems, name }, { status: 400 });
  return redirect(`/teach/${made.cohortId}/people?made=1`);
}

type Listed = ReturnType<typeof useLoaderData<typeof loader>>['running'];

function CohortList({ cohorts }: { readonly cohorts: Listed }) {
  return (
    <ul className="cards plain-list">
      {cohorts.map((cohort) => (
        <li key={cohort.id} className="card">
          <h3 className="card-title">
            <a href={`/teach/${cohort.id}`}>{cohort.name}</a>
          </h3>
          <p className="figures">{cohort.members === 0 ? 'Nobody has joined yet' : count(cohort.members, 'learner')}</p>
          <p className="hint">
            {cohort.role}, since {cohort.made}
            {cohort.joining || cohort.archived ? '' : ', joining is closed'}
          </p>
        </li>
      ))}
    </ul>
  );
}

export default function Teach() {
  const { running, archived, courses: offered, deleted, key } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <Main>
      <PageHeader title="Your cohorts">
        <p>A cohort is a class that learns together. You see what its learners do, and nobody else’s.</p>
      </PageHeader>
      {deleted && (
        <Notice tone="success" title="Deleted">
          <p>The cohort is gone. What its learners did is theirs and stays with them.</p>
        </Notice>
      )}
      {running.length > 0 ? (
        <CohortList cohorts={running} />
      ) : (
        <EmptyState title="No cohort yet">
          <p>Make one below. You get a code, a link and a picture to scan, by which your class joins.</p>
        </EmptyState>
      )}
      <form method="post" className="card reading">
        <h2 className="card-title">Make a cohort</h2>
        <FormProblem problems={failed?.problems} />
        <input type="hidden" name="key" value={key} />
        <Field
          name="name"
          label="Name"
          required
          maxLength={200}
          value={failed?.name}
          problem={failed?.problems.name}
          hint="Your learners see it, for instance “Public services, spring 2027”."
        />
        {offered.length > 1 ? (
          <SelectField name="course" label="Course" options={offered} />
        ) : (
          <input type="hidden" name="course" value={offered[0]?.value} />
        )}
        <Actions>
          <Button>Make the cohort</Button>
        </Actions>
      </form>
      {archived.length > 0 && (
        <section aria-labelledby="archived">
          <h2 id="archived">Archived</h2>
          <CohortList cohorts={archived} />
        </section>
      )}
    </Main>
  );
}
