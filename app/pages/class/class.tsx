import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { courseById } from '#app/course/courses.server.ts';
import { Actions, Button, ButtonLink } from '#app/ui/button.tsx';
import { DisputeAnswer } from '#app/ui/dispute-answer.tsx';
import { FormProblem } from '#app/ui/field.tsx';
import { Main } from '#app/ui/main.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { dayIn, timeIn } from '#app/ui/when.ts';
import { assignmentsFor } from '#app/use-cases/assignments/view-assignments.server.ts';
import { leave } from '#app/use-cases/cohorts/join-cohort.server.ts';
import { cohortsJoinedBy, instructorsOf } from '#db/cohorts.ts';
import { disputesBy } from '#db/disputes.ts';
import { regradesFor } from '#db/regrades.ts';
import { classFrom } from '../gate.server.ts';
import { formFrom } from '../request.server.ts';
import { zoneOf } from '../zone.server.ts';
import { SeenByInstructors } from './seen-words.tsx';
import { ToldMarks, toldIn } from './told-marks.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.name ?? 'Cohort'} – Criterion` }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, cohort } = await classFrom(request, context, params);
  const zone = zoneOf(request);
  const joined = (await cohortsJoinedBy(context.db, actor.id)).find(({ id }) => id === cohort.id);
  return {
    id: cohort.id,
    name: cohort.name,
    course: { id: cohort.course, title: courseById(cohort.course)?.title ?? cohort.course },
    instructors: (await instructorsOf(context.db, cohort.id)).map(({ name }) => name),
    member: joined ? { since: dayIn(zone, joined.joinedAt) } : null,
    archived: cohort.archivedAt !== null,
    assignments: (await assignmentsFor(context, cohort, actor.id)).map(({ assignment, work }) => ({
      id: assignment.id,
      title: assignment.title,
      open: assignment.opensAt <= context.now(),
      opens: timeIn(zone, assignment.opensAt),
      due: timeIn(zone, work.dueAt),
      state: work.finishedAt !== null ? `handed in${work.late ? ', late' : ''}` : work.open ? 'begun' : null,
    })),
    disputes: (await disputesBy(context.db, actor.id, { cohortId: cohort.id })).map(
      ({ id, responseId, at, disputed, statement, accepted, reply }) => {
        return { id, href: `/answers/${responseId}/contest`, when: dayIn(zone, at), about: disputed.words, statement, accepted, reply };
      },
    ),
    told: toldIn(zone, await regradesFor(context.db, actor.id, { cohortId: cohort.id })),
    zone,
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
  const { id, assignments, disputes, told, zone, name, course, instructors, member, archived, joined, key } =
    useLoaderData<typeof loader>();
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
      <ToldMarks told={told} result />
      <Actions>
        <ButtonLink href={`/courses/${course.id}`}>Open the course</ButtonLink>
        <ButtonLink href="/progress" variant="quiet">
          See your progress
        </ButtonLink>
      </Actions>
      {assignments.length > 0 && (
        <section aria-labelledby="set">
          <h2 id="set">What you were set</h2>
          <ul className="plain-list">
            {assignments.map((assignment) => (
              <li key={assignment.id} className="line-form">
                {assignment.open ? (
                  <a href={`/cohorts/${id}/assignments/${assignment.id}`}>{assignment.title}</a>
                ) : (
                  <span>{assignment.title}</span>
                )}
                <span className="hint">
                  {assignment.open ? `due ${assignment.due}` : `opens ${assignment.opens}`} ({zone})
                  {assignment.state && `, ${assignment.state}`}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {disputes.length > 0 && (
        <section aria-labelledby="disputed">
          <h2 id="disputed">What you disputed</h2>
          {disputes.map((dispute) => (
            <article key={dispute.id} className="card reading">
              <p className="hint">
                {dispute.when}, about: <a href={dispute.href}>{dispute.about}</a>
              </p>
              <p>“{dispute.statement}”</p>
              <DisputeAnswer accepted={dispute.accepted} reply={dispute.reply} />
            </article>
          ))}
        </section>
      )}
      <SeenByInstructors instructors={instructors} />
      {member && (
        <Actions>
          <a href={`/cohorts/${id}/seen`}>See what they see of you</a>
        </Actions>
      )}
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
