import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { courseById } from '#app/course/courses.server.ts';
import { lessonPath } from '#app/course/paths.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Actions, Button, ButtonLink } from '#app/ui/button.tsx';
import { FormProblem } from '#app/ui/field.tsx';
import { Main } from '#app/ui/main.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { timeIn } from '#app/ui/when.ts';
import { count, percent } from '#app/ui/words.ts';
import { settle } from '#app/use-cases/assignments/settle.server.ts';
import { startAssignment } from '#app/use-cases/assignments/start-assignment.server.ts';
import { assignmentsFor } from '#app/use-cases/assignments/view-assignments.server.ts';
import { regradesFor } from '#db/regrades.ts';
import { classFrom } from '../gate.server.ts';
import { formFrom, missing, scopeOf } from '../request.server.ts';
import { zoneOf } from '../zone.server.ts';
import { ToldMarks, toldIn } from './told-marks.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? 'Assignment'} – Criterion` }];

/** Returns the assignment of the address with how far the learner is; it is there from the moment it opens. */
async function assignedFrom({ request, params, context }: LoaderFunctionArgs | ActionFunctionArgs) {
  const at = await classFrom(request, context, params);
  await settle(scopeOf(context));
  const found = (await assignmentsFor(context, at.cohort, at.actor.id)).find(({ assignment }) => assignment.id === params.assignment);
  if (!found || found.assignment.opensAt > context.now()) throw missing('There is no such assignment, or it has not opened yet.');
  return { ...at, ...found };
}

export async function loader(args: LoaderFunctionArgs) {
  const { actor, cohort, standing, assignment, work, mayStart, begun } = await assignedFrom(args);
  const course = courseById(cohort.course);
  const zone = zoneOf(args.request);
  return {
    cohort: { id: cohort.id, name: cohort.name },
    title: assignment.title,
    kind: assignment.kind,
    lessons: assignment.lessons.map((slug) => ({
      title: course?.lesson(slug)?.title ?? slug,
      href: lessonPath(cohort.course, slug),
      begun: begun.includes(slug),
    })),
    questions: assignment.items.length,
    minutes: assignment.minutes,
    attemptsAllowed: assignment.attemptsAllowed,
    used: work.used,
    held: assignment.held,
    due: timeIn(zone, work.dueAt),
    overdue: args.context.now() > work.dueAt,
    extended: work.extended,
    zone,
    openAttempt: work.open?.id ?? null,
    handedIn: work.finishedAt === null ? null : timeIn(zone, work.finishedAt),
    late: work.late,
    score: work.score,
    counted: work.counted,
    told: toldIn(zone, await regradesFor(args.context.db, actor.id, { assignmentId: assignment.id })),
    mayStart: mayStart && standing === 'member',
    key: args.context.newId(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, cohort, assignment, standing } = await assignedFrom(args);
  const { key } = await formFrom(args.request);
  if (standing !== 'member') return json({ problem: 'Only learners of the cohort take its quizzes.' }, { status: 400 });
  const started = await startAssignment(args.context, actor.id, assignment, cohort.course, key);
  if ('problem' in started) return json({ problem: started.problem }, { status: 400 });
  return redirect(`/attempts/${started.attemptId}`);
}

export default function Assignment() {
  const shown = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const left = shown.attemptsAllowed === null ? null : shown.attemptsAllowed - shown.used;
  return (
    <Main>
      <Breadcrumb trail={[{ label: shown.cohort.name, href: `/cohorts/${shown.cohort.id}` }, { label: shown.title }]} />
      <PageHeader title={shown.title} eyebrow={shown.kind === 'quiz' ? 'Graded quiz' : 'Lessons'}>
        <p>
          Due {shown.due} ({shown.zone}){shown.extended && ', with the time that you were given'}.{' '}
          {shown.overdue && !shown.handedIn && 'That is over: you can still do it, and it will be shown as late.'}
        </p>
      </PageHeader>
      {shown.kind === 'lessons' ? (
        <ul className="bullets">
          {shown.lessons.map((lesson) => (
            <li key={lesson.href}>
              <a href={lesson.href}>{lesson.title}</a>
              {lesson.begun && ' (begun)'}
            </li>
          ))}
        </ul>
      ) : (
        <>
          <div className="prose">
            <ul>
              <li>{count(shown.questions, 'question')}, each answered once. What you send is kept at once.</li>
              <li>
                {shown.minutes === null
                  ? 'There is no time limit.'
                  : `You have ${count(shown.minutes, 'minute')} from the start, more if you were given more. When they are over, what stands there is handed in, even if your browser is closed.`}
              </li>
              <li>
                {left === null
                  ? 'You can take it as often as you like.'
                  : `${count(Math.max(0, left), 'attempt')} left of ${shown.attemptsAllowed}.`}
              </li>
              <li>{shown.held ? 'Marks and explanations come once everybody’s time is over.' : 'Marks and explanations come at once.'}</li>
            </ul>
          </div>
          {shown.handedIn && (
            <p>
              <strong>Handed in {shown.handedIn}</strong>
              {shown.late && ', late'}
              {shown.score === null ? '. The marks are not out yet.' : `: ${percent(shown.score)}.`}
            </p>
          )}
          <ToldMarks told={shown.told} result />
          <FormProblem problems={failed ? { '': failed.problem } : undefined} />
          <Actions>
            {shown.openAttempt ? (
              <ButtonLink href={`/attempts/${shown.openAttempt}`}>Go on with it</ButtonLink>
            ) : (
              shown.mayStart && (
                <form method="post">
                  <input type="hidden" name="key" value={shown.key} />
                  <Button>{shown.used > 0 ? 'Begin another attempt' : 'Begin'}</Button>
                </form>
              )
            )}
            {shown.counted && shown.score !== null && (
              <ButtonLink href={`/attempts/${shown.counted}/result`} variant="quiet">
                See the result
              </ButtonLink>
            )}
          </Actions>
        </>
      )}
    </Main>
  );
}
