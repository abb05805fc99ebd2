import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { labPath, referencePath, reviewPath } from '#app/course/paths.ts';
import { currentLearner } from '#app/server/session.server.ts';
import { Actions, ButtonLink } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { LessonPath } from '#app/ui/lesson-path.tsx';
import { Main } from '#app/ui/main.tsx';
import { OtherChoices } from '#app/ui/other-choices.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { ProgressBar } from '#app/ui/progress-bar.tsx';
import { courseStanding } from '#app/use-cases/standing.server.ts';
import { courseFrom, scopeOf } from '../request.server.ts';
import { calendarOf } from '../zone.server.ts';
import { pathEntries } from './lesson-entry.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.title} – Criterion` : 'Course – Criterion' },
  { name: 'description', content: data?.summary ?? '' },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const course = courseFrom(params);
  const learnerId = await currentLearner(request, context);
  const standing = await courseStanding(scopeOf(context), learnerId, course, calendarOf(request));
  return { id: course.id, title: course.title, summary: course.summary, known: learnerId !== null, standing };
}

export default function CourseRoute() {
  const { id, title, summary, known, standing } = useLoaderData<typeof loader>();
  const minutes = standing.lessons.reduce((sum, lesson) => sum + lesson.minutes, 0);
  return (
    <Main>
      <PageHeader eyebrow="Course" title={title}>
        <p>{summary}</p>
      </PageHeader>
      {standing.complete && (
        <Card eyebrow="The course is complete" title="Get your certificate" href={`/courses/${id}/certificate`}>
          <p>Every lesson is done. Your certificate fits one sheet and has a code that anybody can check.</p>
        </Card>
      )}
      {standing.next && (
        <Card eyebrow={known ? 'Most worth doing now' : 'Begin here'} title={standing.next.label} href={standing.next.href}>
          <p>{known ? standing.next.reason : 'No account is needed. What you do is kept on this device.'}</p>
          {known && <OtherChoices choices={standing.others} />}
        </Card>
      )}
      <section aria-labelledby="lessons">
        <h2 id="lessons">Lessons</h2>
        <ProgressBar label={`About ${minutes} minutes of reading in all`} value={standing.done} of={standing.lessons.length} unit="done" />
        <LessonPath lessons={pathEntries(id, standing)} />
      </section>
      <section aria-labelledby="objectives" className="reading">
        <h2 id="objectives">What you will be able to do</h2>
        {standing.lessons.map((lesson) => (
          <section key={lesson.slug}>
            <h3>{lesson.title}</h3>
            <ul>
              {lesson.objectives.map((objective) => (
                <li key={objective.id}>{objective.text}</li>
              ))}
            </ul>
          </section>
        ))}
      </section>
      <Actions>
        <ButtonLink href={reviewPath(id)} variant="quiet">
          Review
        </ButtonLink>
        <ButtonLink href={labPath(id)} variant="quiet">
          Lab: take a case apart
        </ButtonLink>
        <ButtonLink href={referencePath(id)} variant="quiet">
          Reference
        </ButtonLink>
        <ButtonLink href={`/courses/${id}/glossary`} variant="quiet">
          Glossary
        </ButtonLink>
        <ButtonLink href="/sources" variant="quiet">
          What the course rests on
        </ButtonLink>
      </Actions>
    </Main>
  );
}
