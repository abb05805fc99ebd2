import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { hasAccount } from '#app/access/actor.ts';
import { courses } from '#app/course/courses.server.ts';
import { currentActor, currentLearner, forgetSession } from '#app/server/session.server.ts';
import { AttemptList } from '#app/ui/attempt-list.tsx';
import { Actions, Button, ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { FormProblem } from '#app/ui/field.tsx';
import { LessonPath } from '#app/ui/lesson-path.tsx';
import { Main } from '#app/ui/main.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { OtherChoices } from '#app/ui/other-choices.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { ProgressBar } from '#app/ui/progress-bar.tsx';
import { Stats } from '#app/ui/stats.tsx';
import { count } from '#app/ui/words.ts';
import { forgetLearner } from '#app/use-cases/accounts/forget-learner.server.ts';
import { cohortsOwnedBy } from '#db/cohorts.ts';
import { gradedKept } from '#db/former-learners.ts';
import { formFrom } from '../request.server.ts';
import { IdeasSection } from './ideas-section.tsx';
import { duration, pathEntries } from './lesson-entry.ts';
import { MasterySection } from './mastery-section.tsx';
import { progressOf } from './progress-of.server.ts';

export const meta: MetaFunction = () => [
  { title: 'Your progress – Criterion' },
  { name: 'description', content: 'What you have read and answered, what is firm, and what to look at again.' },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await currentActor(request, context);
  const deleted = new URL(request.url).searchParams.has('deleted');
  if (!actor) return { views: null, key: null, account: false, graded: 0, owned: [], deleted };
  const views = await Promise.all(courses.map((course) => progressOf(request, context, actor.id, course)));
  const graded = await gradedKept(context.db, actor.id);
  const owned = (await cohortsOwnedBy(context.db, actor.id)).map(({ id, name, heir }) => ({ id, name, heir: heir?.name ?? null }));
  return { views, key: context.newId(), account: hasAccount(actor), graded, owned, deleted };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { form } = await formFrom(request);
  const learnerId = await currentLearner(request, context);
  if (!learnerId) return redirect('/progress');
  if (form.get('confirm') !== 'yes') return json({ problem: 'Tick the box to confirm. Nothing was deleted.' }, { status: 400 });
  await forgetLearner(context, learnerId);
  return redirect('/progress?deleted=1', { headers: await forgetSession(context) });
}

export default function Progress() {
  const { views, key, account, graded, owned, deleted } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem ?? null;
  return (
    <Main>
      <PageHeader title="Your progress">
        <p>What you have read and answered{account ? '' : ' on this device'}, what is firm, and what to look at again.</p>
      </PageHeader>
      {deleted && (
        <Notice tone="success" title="Deleted">
          <p data-forget-drafts>Everything that was kept about you is gone.</p>
        </Notice>
      )}
      {views === null ? (
        <EmptyState title="Nothing here yet" action={<ButtonLink href="/courses/co-production">Open the course</ButtonLink>}>
          <p>Answer a question or mark a section as read, and your lessons, scores and quizzes will be listed here.</p>
        </EmptyState>
      ) : (
        views.map((view) => (
          <section key={view.course.id} aria-labelledby={`course-${view.course.id}`}>
            <h2 id={`course-${view.course.id}`}>{view.course.title}</h2>
            {view.standing.next && (
              <Actions>
                <ButtonLink href={view.standing.next.href}>{view.standing.next.label}</ButtonLink>
                <span className="hint">{view.standing.next.reason}</span>
              </Actions>
            )}
            <OtherChoices choices={view.standing.others} />
            {view.standing.complete && (
              <Actions>
                <ButtonLink href={`/courses/${view.course.id}/certificate`}>Your certificate</ButtonLink>
              </Actions>
            )}
            <ProgressBar label="Lessons" value={view.standing.done} of={view.standing.lessons.length} unit="done" />
            <Stats
              stats={[
                { label: 'Time spent', value: duration(view.seconds), note: 'pauses over five minutes left out' },
                { label: 'Quizzes taken', value: String(view.attempts.length) },
                { label: 'Questions marked', value: String(view.marked) },
              ]}
            />
            <LessonPath lessons={pathEntries(view.course.id, view.standing)} />
            {view.ideas.length > 0 && <IdeasSection view={view} />}
            {view.abouts.length > 0 && <MasterySection view={view} />}
            {view.attempts.length > 0 && (
              <section>
                <h3>Quizzes</h3>
                <AttemptList attempts={view.attempts} caption="Newest first. Open one to see its answers again." />
              </section>
            )}
          </section>
        ))
      )}
      {views !== null && key !== null && <YourData formKey={key} account={account} graded={graded} owned={owned} problem={problem} />}
    </Main>
  );
}

interface YourDataProps {
  readonly formKey: string;
  readonly account: boolean;
  /** Graded quizzes that cohorts keep. */
  readonly graded: number;
  /** Cohorts that one owns, and who would own each. */
  readonly owned: readonly { readonly id: string; readonly name: string; readonly heir: string | null }[];
  readonly problem: string | null;
}

function YourData({ formKey, account, graded, owned, problem }: YourDataProps) {
  return (
    <section aria-labelledby="your-data" className="reading">
      <h2 id="your-data">Your data</h2>
      {account ? (
        <p>
          We keep what is listed on this page, with the name and address of <a href="/account">your account</a>, and a cookie on each device
          where you are signed in.
        </p>
      ) : (
        <p>
          We keep what is listed on this page, under a random number, and a cookie on this device that leads to it. We do not know your
          name. <a href="/sign-up?then=/progress">An account</a> would keep it on all your devices.
        </p>
      )}
      <Actions>
        <ButtonLink href="/progress/export" variant="quiet" download>
          Save everything held about you (JSON)
        </ButtonLink>
      </Actions>
      <form method="post" className="danger-zone">
        <h3>Delete everything</h3>
        <p id="delete-hint">
          This removes your answers, scores and quizzes{account ? ', and your account,' : ''} at once and for good. It cannot be undone.
          {graded > 0 &&
            ` ${count(graded, 'graded quiz', 'graded quizzes')} stay in the records of your cohort, without your name and without your own words.`}
        </p>
        {owned.length > 0 && (
          <ul className="bullets">
            {owned.map(({ id, name, heir }) => (
              <li key={id}>
                Your cohort <a href={`/teach/${id}/settings`}>{name}</a>{' '}
                {heir
                  ? `goes to ${heir}, who teaches it along.`
                  : 'has nobody else who teaches it: only an administrator will reach it. Add a co-instructor, or delete it, first.'}
              </li>
            ))}
          </ul>
        )}
        <FormProblem id="delete-error" problems={problem ? { '': problem } : undefined} />
        <input type="hidden" name="key" value={formKey} />
        <label className="option">
          <input type="checkbox" name="confirm" value="yes" aria-describedby={problem ? 'delete-error delete-hint' : 'delete-hint'} />
          <span>Yes, delete everything kept about me</span>
        </label>
        <Button variant="danger">Delete for good</Button>
      </form>
    </section>
  );
}
