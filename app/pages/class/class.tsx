import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { courseById } from '#app/course/courses.server.ts';
import { Actions, Button, ButtonLink } from '#app/ui/button.tsx';
import { FormProblem } from '#app/ui/field.tsx';
import { Main } from '#app/ui/main.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { dayIn } from '#app/ui/when.ts';
import { leave } from '#app/use-cases/cohorts/join-cohort.server.ts';
import { cohortsJoinedBy, instructorsOf } from '#db/cohorts.ts';
import { classFrom } from '../gate.server.ts';
import { formFrom } from '../request.server.ts';
import { zoneOf } from '../zone.server.ts';
import { SeenByInstructors } from './seen-words.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.name ?? 'Cohort'} – Criterion` }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, cohort } = await classFrom(request, context, params);
  const joined = (await cohortsJoinedBy(context.db, actor.id)).find(({ id }) => id === cohort.id);
  return {
    name: cohort.name,
    course: { id: cohort.course, title: courseById(cohort.course)?.title ?? cohort.course },
    instructors: (await instructorsOf(context.db, cohort.id)).map(({ name }) => name),
    member: joined ? { since: dayIn(zoneOf(request), joined.joinedAt) } : null,
    archived: cohort.archivedAt !== null,
    joined: new URL(request.url).searchParams.has('joined'),
    key: context.newId(),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, cohort } = await classFrom(request, context, params);
  const { form } = await formFrom(request);
  if (form.get('confirm') !== 'yes') return json({ problem: 'Tick the box to confirm. You are still in the cohort.' }, { status: 400 });
  await leave(context, cohort.id, actor.id);
  return redirect('/account?done=left');
}

export default function Class() {
  const { name, course, instructors, member, archived, joined, key } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  return (
    <Main>
      <PageHeader title={name} eyebrow={archived ? 'Your cohort, archived' : 'Your cohort'}>
        <p>
          You learn “{course.title}” together{member ? `; you are in it since ${member.since}` : ''}.
        </p>
      </PageHeader>
      {joined && (
        <Notice tone="success" title="You are in">
          <p>Learn as before: your instructors now see how you get on.</p>
        </Notice>
      )}
      <Actions>
        <ButtonLink href={`/courses/${course.id}`}>Open the course</ButtonLink>
        <ButtonLink href="/progress" variant="quiet">
          See your progress
        </ButtonLink>
      </Actions>
      <SeenByInstructors instructors={instructors} />
      {member && (
        <form method="post" className="card reading">
          <h2 className="card-title">Leave the cohort</h2>
          <p>What you did stays yours, and your instructors no longer see it.</p>
          <FormProblem problems={problem ? { '': problem } : undefined} />
          <input type="hidden" name="key" value={key} />
          <label className="option">
            <input type="checkbox" name="confirm" value="yes" />
            <span>Yes, leave “{name}”</span>
          </label>
          <Actions>
            <Button variant="quiet">Leave</Button>
          </Actions>
        </form>
      )}
    </Main>
  );
}
