import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { courseById } from '#app/course/courses.server.ts';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Main } from '#app/ui/main.tsx';
import { timeIn } from '#app/ui/when.ts';
import { count, lessonName } from '#app/ui/words.ts';
import { setAssignment, type AssignmentForm as Typed } from '#app/use-cases/assignments/set-assignment.server.ts';
import { assignmentsOf } from '#db/assignments.ts';
import { taughtCohortFrom } from '../gate.server.ts';
import { formFrom, missing } from '../request.server.ts';
import { instantIn, localIn, zoneOf } from '../zone.server.ts';
import { AssignmentForm } from './assignment-form.tsx';
import { headingOf } from './cohort-heading.server.ts';
import { CohortHeader } from './cohort-nav.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Assignments: ${data?.cohort.name ?? 'cohort'} – Criterion` }];

const week = 7 * 24 * 60 * 60 * 1000;
const hour = 60 * 60 * 1000;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { cohort } = await taughtCohortFrom(request, context, params);
  const course = courseById(cohort.course);
  if (!course) throw missing('The course of this cohort is no longer on this site.');
  const zone = zoneOf(request);
  const now = context.now();
  const thisHour = Math.floor(now / hour) * hour;
  return {
    cohort: await headingOf(context, cohort),
    assignments: (await assignmentsOf(context.db, cohort.id)).map((assignment) => ({
      id: assignment.id,
      title: assignment.title,
      what:
        assignment.kind === 'quiz'
          ? `Graded quiz, ${count(assignment.items.length, 'question')}${assignment.minutes ? `, ${count(assignment.minutes, 'minute')}` : ''}`
          : count(assignment.lessons.length, 'lesson'),
      state: now < assignment.opensAt ? 'Not open yet' : now < assignment.dueAt ? 'Running' : 'Over',
      opens: timeIn(zone, assignment.opensAt),
      due: timeIn(zone, assignment.dueAt),
    })),
    lessons: course.lessons.map(({ slug, title, number, role }) => ({
      slug,
      name: `${lessonName({ number, role })}: ${title}`,
      questions: course.bank(slug).length,
    })),
    zone,
    now: timeIn(zone, now),
    values: {
      questions: '10',
      counts: 'best',
      attemptsAllowed: '1',
      feedback: 'after-due',
      order: 'own',
      opensAt: localIn(zone, thisHour),
      dueAt: localIn(zone, thisHour + week),
    },
    key: context.newId(),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { cohort } = await taughtCohortFrom(request, context, params);
  const course = courseById(cohort.course);
  if (!course) throw missing('The course of this cohort is no longer on this site.');
  const { form, key } = await formFrom(request);
  const zone = zoneOf(request);
  const field = (name: string) => form.get(name) ?? '';
  const typed: Typed = {
    title: field('title'),
    kind: field('kind') as Typed['kind'],
    lessons: form.getAll('lessons'),
    questions: field('questions'),
    shuffled: field('order') !== 'same',
    attemptsAllowed: field('attemptsAllowed'),
    counts: field('counts') as 'best',
    minutes: field('minutes'),
    held: field('feedback') !== 'at-once',
    opensAt: instantIn(zone, field('opensAt')),
    dueAt: instantIn(zone, field('dueAt')),
    pastMeant: form.has('pastMeant'),
  };
  const set = await setAssignment(context, { cohortId: cohort.id, course, formKey: key, typed });
  if ('problems' in set)
    return json({ problems: set.problems, values: Object.fromEntries(form), chosen: form.getAll('lessons') }, { status: 400 });
  return redirect(`/teach/${cohort.id}/assignments/${set.assignmentId}`);
}

export default function Assignments() {
  const { cohort, assignments, lessons, zone, now, values, key } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <Main>
      <CohortHeader cohort={cohort} current="Assignments" />
      {assignments.length === 0 ? (
        <EmptyState title="Nothing set yet">
          <p>Learners go through the course as they like. Set lessons or a graded quiz below, and they see it with its day.</p>
        </EmptyState>
      ) : (
        <ul className="cards plain-list">
          {assignments.map((assignment) => (
            <li key={assignment.id} className="card">
              <h2 className="card-title">
                <a href={`/teach/${cohort.id}/assignments/${assignment.id}`}>{assignment.title}</a>
              </h2>
              <p>
                <strong>{assignment.state}.</strong> {assignment.what}
              </p>
              <p className="hint">
                Opens {assignment.opens}, due {assignment.due} ({zone})
              </p>
            </li>
          ))}
        </ul>
      )}
      <AssignmentForm
        formKey={key}
        lessons={lessons}
        zone={zone}
        now={now}
        values={failed?.values ?? values}
        chosen={failed?.chosen ?? []}
        problems={failed?.problems}
      />
    </Main>
  );
}
