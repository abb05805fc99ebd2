import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { hasAccount } from '#app/access/actor.ts';
import { courses } from '#app/course/courses.server.ts';
import { currentActor } from '#app/server/session.server.ts';
import { Actions, ButtonLink } from '#app/ui/button.tsx';
import { CriteriaChecklist } from '#app/ui/criteria-checklist.tsx';
import { Main } from '#app/ui/main.tsx';
import { OtherChoices } from '#app/ui/other-choices.tsx';
import { ProgressBar } from '#app/ui/progress-bar.tsx';
import { ReferenceBase } from '#app/ui/reference-link.tsx';
import { MarkedStory } from '#app/ui/story.tsx';
import { pathLength } from '#app/ui/words.ts';
import { courseStanding } from '#app/use-cases/standing.server.ts';
import { cohortsJoinedBy } from '#db/cohorts.ts';
import { scopeOf } from '../request.server.ts';
import { calendarOf } from '../zone.server.ts';
import { showcase } from './showcase.server.ts';

export const meta: MetaFunction = () => [
  { title: 'Criterion – learn to tell what counts, and why' },
  {
    name: 'description',
    content: 'Short lessons with scenario quizzes. Every answer is explained, criterion by criterion. No account needed.',
  },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await currentActor(request, context);
  const scope = scopeOf(context);
  const listed = await Promise.all(
    courses.map(async (course) => {
      const { lessons, next, others, done } = await courseStanding(scope, actor?.id ?? null, course, calendarOf(request));
      const minutes = lessons.reduce((sum, lesson) => sum + lesson.minutes, 0);
      const begun = lessons.some((lesson) => lesson.state !== 'not-started');
      return {
        id: course.id,
        title: course.title,
        summary: course.summary,
        parts: lessons.length,
        size: pathLength(lessons),
        minutes,
        begun,
        done,
        next,
        others,
      };
    }),
  );
  const cohorts = hasAccount(actor) ? await cohortsJoinedBy(context.db, actor.id) : [];
  return {
    courses: listed,
    signedIn: hasAccount(actor),
    cohorts: cohorts.filter(({ archivedAt }) => archivedAt === null).map(({ id, name }) => ({ id, name })),
    showcase: showcase(),
  };
}

export default function Home() {
  const { courses: listed, signedIn, cohorts, showcase: shown } = useLoaderData<typeof loader>();
  return (
    <Main>
      <header className="hero">
        <h1>Learn to tell what counts, and why.</h1>
        <p className="lede">
          Short lessons, each with real-life stories to judge. Whatever you answer, you see what follows from the definition, criterion by
          criterion, with the words of the story that settle it.
        </p>
      </header>
      {listed.map((course) => (
        <section key={course.id} className="card course-card" aria-labelledby={`course-${course.id}`}>
          <p className="eyebrow figures">
            Course · {course.size} · about {course.minutes} minutes of reading
          </p>
          <h2 id={`course-${course.id}`} className="card-title">
            <a href={`/courses/${course.id}`}>{course.title}</a>
          </h2>
          <p>{course.summary}</p>
          {course.begun && <ProgressBar label="Your progress" value={course.done} of={course.parts} unit="done" />}
          {course.begun && course.next && <p>{course.next.reason}</p>}
          <Actions>
            {course.begun && course.next ? (
              <ButtonLink href={course.next.href}>{course.next.lesson === null ? course.next.label : 'Continue'}</ButtonLink>
            ) : (
              <ButtonLink href={course.begun ? '/progress' : (course.next?.href ?? `/courses/${course.id}`)}>
                {course.begun ? 'See your progress' : 'Start the first lesson'}
              </ButtonLink>
            )}
            <ButtonLink href={`/courses/${course.id}`} variant="quiet">
              See all lessons
            </ButtonLink>
          </Actions>
          {course.begun && <OtherChoices choices={course.others} />}
          {!course.begun && !signedIn && (
            <p className="hint">
              No account needed: what you do is kept on this device. You have one? <a href="/sign-in?then=/">Sign in</a>. A code from an
              instructor? <a href="/join">Join a cohort</a>.
            </p>
          )}
        </section>
      ))}
      {cohorts.length > 0 && (
        <section aria-labelledby="cohorts">
          <h2 id="cohorts">Your class</h2>
          <ul className="plain-list">
            {cohorts.map((cohort) => (
              <li key={cohort.id}>
                <a href={`/cohorts/${cohort.id}`}>{cohort.name}</a>: what you were set, and what instructors see
              </li>
            ))}
          </ul>
        </section>
      )}
      {shown && (
        <section aria-labelledby="how">
          <h2 id="how">How an answer is explained</h2>
          <p className="lede">
            Is this co-production: work shared between a public service and the people it is for? Each criterion is asked in turn.
          </p>
          <div className="showcase">
            <MarkedStory title={shown.title} paragraphs={shown.story} />
            <ReferenceBase.Provider value={shown.reference}>
              {shown.checklists.map((list) => (
                <CriteriaChecklist key={list.label} {...list} lens={shown.lens} />
              ))}
            </ReferenceBase.Provider>
          </div>
        </section>
      )}
    </Main>
  );
}
