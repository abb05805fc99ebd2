import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { lessonPath } from '#app/course/paths.ts';
import { currentLearner, keeper } from '#app/server/session.server.ts';
import { AttemptList } from '#app/ui/attempt-list.tsx';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { FormProblem } from '#app/ui/field.tsx';
import { Main } from '#app/ui/main.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { lessonName } from '#app/ui/words.ts';
import { capstoneLength, quizLength } from '#app/use-cases/quiz-length.ts';
import { startQuiz } from '#app/use-cases/start-quiz.server.ts';
import { listAttempts } from '#db/attempts.ts';
import { formFrom, lessonFrom } from '../request.server.ts';
import { zoneOf } from '../zone.server.ts';
import { attemptLine } from './attempt-line.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Quiz: ${data.lesson.title} – ${data.course.title}` : 'Quiz – Criterion' },
  { name: 'description', content: data ? `Questions on stories of their own, each answer explained: ${data.lesson.title}.` : '' },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { course, lesson } = lessonFrom(params);
  const learnerId = await currentLearner(request, context);
  const attempts = learnerId ? await listAttempts(context.db, learnerId, course.id) : [];
  return {
    course: { id: course.id, title: course.title },
    lesson: { slug: lesson.slug, number: lesson.number, role: lesson.role, title: lesson.title },
    bank: course.bank(lesson.slug).length,
    practiceKey: context.newId(),
    mockKey: context.newId(),
    attempts: attempts.filter((attempt) => attempt.lesson === lesson.slug).map((attempt) => attemptLine(attempt, zoneOf(request))),
    open: attempts.find((attempt) => attempt.lesson === lesson.slug && attempt.finishedAt === null)?.id ?? null,
  };
}

const modes = z.enum(['practice', 'mock']).catch('practice');

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { course, lesson } = lessonFrom(params);
  const { form, key } = await formFrom(request);
  const { keep, headers } = await keeper(request, context);
  const started = await startQuiz(context, keep, course, lesson, { mode: modes.parse(form.get('mode')), formKey: key });
  if (!started) throw new Response('This form was already used. Open the quiz page again.', { status: 400 });
  if ('problem' in started) return json({ problem: started.problem }, { status: 400, headers });
  return redirect(`/attempts/${started.attemptId}`, { headers });
}

export default function QuizStart() {
  const { course, lesson, bank, practiceKey, mockKey, attempts, open } = useLoaderData<typeof loader>();
  const lessonHref = lessonPath(course.id, lesson.slug);
  const isTest = lesson.role === 'capstone';
  const problem = useActionData<typeof action>()?.problem;
  return (
    <Main>
      <Breadcrumb
        trail={[
          { label: course.title, href: `/courses/${course.id}` },
          { label: lessonName(lesson), href: lessonHref },
          { label: isTest ? 'Test' : 'Quiz' },
        ]}
      />
      <PageHeader eyebrow={isTest ? 'Test' : `Quiz · ${lessonName(lesson)}`} title={lesson.title}>
        <p>
          Each {isTest ? 'test' : 'quiz'} draws from {bank} questions, new ones first. You can stop at any time; every answer is kept, and
          you go on where you left off.
        </p>
      </PageHeader>
      <FormProblem problems={problem ? { '': problem } : undefined} />
      {open && (
        <EmptyState
          title={`You have a ${isTest ? 'test' : 'quiz'} open here`}
          action={<ButtonLink href={`/attempts/${open}`}>Go on with it</ButtonLink>}
        >
          <p>Your answers so far are kept. You can also begin a new one below.</p>
        </EmptyState>
      )}
      <div className="choices">
        {isTest ? <TestCard formKey={mockKey} /> : <QuizCards bank={bank} practiceKey={practiceKey} mockKey={mockKey} />}
      </div>
      {attempts.length > 0 && (
        <section aria-labelledby="earlier">
          <h2 id="earlier">{isTest ? 'Your tests' : 'Your quizzes on this lesson'}</h2>
          <AttemptList attempts={attempts} caption="Newest first. Open one to see its answers again." />
        </section>
      )}
    </Main>
  );
}

function QuizCards({ bank, practiceKey, mockKey }: { readonly bank: number; readonly practiceKey: string; readonly mockKey: string }) {
  return (
    <>
      <form method="post" className="card">
        <h2 className="card-title">Practice</h2>
        <p>
          {Math.min(quizLength.practice, bank)} questions. Feedback after each answer, and after a miss you can try another story on the
          same idea.
        </p>
        <input type="hidden" name="mode" value="practice" />
        <input type="hidden" name="key" value={practiceKey} />
        <Button>Start practice</Button>
      </form>
      <form method="post" className="card">
        <h2 className="card-title">Mock test</h2>
        <p>
          {Math.min(quizLength.mock, bank)} questions. No feedback until the end. You may leave a question for later; an answer once given
          stays.
        </p>
        <input type="hidden" name="mode" value="mock" />
        <input type="hidden" name="key" value={mockKey} />
        <Button variant="quiet">Start mock test</Button>
      </form>
    </>
  );
}

function TestCard({ formKey }: { readonly formKey: string }) {
  return (
    <form method="post" className="card">
      <h2 className="card-title">The test</h2>
      <p>
        {capstoneLength.marked + capstoneLength.argued} questions on cases that no lesson has used; the last asks you to argue an edge case
        under both definitions. The answers come at the end. To pass, reach 80% and argue the edge case.
      </p>
      <input type="hidden" name="mode" value="mock" />
      <input type="hidden" name="key" value={formKey} />
      <Button>Start the test</Button>
    </form>
  );
}
