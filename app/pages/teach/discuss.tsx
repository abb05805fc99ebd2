import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { courseById } from '#app/course/courses.server.ts';
import { Actions, ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Main } from '#app/ui/main.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Story } from '#app/ui/story.tsx';
import { casesToShow } from '#app/use-cases/cohorts/class-cases.server.ts';
import { taughtCohortFrom } from '../gate.server.ts';
import { missing } from '../request.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `For the class: ${data?.name ?? 'cohort'} – Criterion` }];

/** The sheet holds so many cases at most. */
const most = 4;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { cohort } = await taughtCohortFrom(request, context, params);
  const course = courseById(cohort.course);
  if (!course) throw missing('The course of this cohort is no longer on this site.');
  const asked = new URL(request.url).searchParams.getAll('case').slice(0, most);
  return { id: cohort.id, name: cohort.name, course: course.title, cases: await casesToShow(context, course, asked), asked: asked.length };
}

/** Cases as a class sees them before it answers: to print, or to show on the wall. */
export default function Discuss() {
  const { id, name, course, cases, asked } = useLoaderData<typeof loader>();
  const back = `/teach/${id}/misconceptions`;
  return (
    <Main>
      <PageHeader title="What would you say?" eyebrow={name}>
        <p>{course}</p>
      </PageHeader>
      {cases.length === 0 ? (
        <EmptyState title="No case to show" action={<ButtonLink href={back}>Misconceptions of this class</ButtonLink>}>
          <p>
            {asked === 0
              ? 'The address names no case.'
              : 'The cases that the address names are not in the course, or stand in a graded quiz that is not over.'}{' '}
            The page of misconceptions proposes some.
          </p>
        </EmptyState>
      ) : (
        <>
          {cases.length < asked && (
            <p className="hint">
              Some cases of this address are left out: they are not in the course, or stand in a graded quiz that is not over.
            </p>
          )}
          {cases.map(({ key, story, question, answers }) => (
            <section key={key} className="class-case reading">
              <Story story={story} headingLevel={2} />
              <p>
                <strong>{question}</strong>
              </p>
              <ol className="class-answers">
                {answers.map((answer) => (
                  <li key={answer}>{answer}</li>
                ))}
              </ol>
            </section>
          ))}
          <Actions>
            <ButtonLink href={back} variant="quiet">
              What each answer would mean
            </ButtonLink>
          </Actions>
        </>
      )}
    </Main>
  );
}
