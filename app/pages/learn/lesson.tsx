import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { currentLearner, keeper } from '#app/server/session.server.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { fieldValues } from '#app/ui/item/values.ts';
import { LessonHeader } from '#app/ui/lesson-header.tsx';
import { LessonLayout } from '#app/ui/lesson-layout.tsx';
import { Main } from '#app/ui/main.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Pager } from '#app/ui/pager.tsx';
import { SourceList } from '#app/ui/source-list.tsx';
import { answerCheck } from '#app/use-cases/answer-check.server.ts';
import { keepSelfCheck } from '#app/use-cases/keep-self-check.server.ts';
import { readSection } from '#app/use-cases/read-section.server.ts';
import { formFrom, learnerFrom, lessonFrom, scopeOf } from '../request.server.ts';
import { slotMark } from '../slots.ts';
import { lessonPage } from './lesson-page.server.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.lesson.title} – ${data.course.title}` : 'Lesson – Criterion' },
  { name: 'description', content: data?.lesson.question ?? '' },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { course, lesson } = lessonFrom(params);
  const { page, slots } = await lessonPage(context, await currentLearner(request, context), course, lesson);
  // An action that found something to mend has already put the form with its message there.
  context.slots ??= slots;
  return page;
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { course, lesson } = lessonFrom(params);
  const { form, key } = await formFrom(request);
  const here = `/courses/${course.id}/lessons/${lesson.slug}`;
  const { keep, headers } = await keeper(request, context);
  const itemId = form.get('item') ?? '';

  switch (form.get('intent')) {
    case 'read': {
      const next = await readSection(context, keep, course, lesson, { section: form.get('section') ?? '', formKey: key });
      return redirect(`${here}#${next ?? 'lesson-end'}`, { headers });
    }
    case 'self-check': {
      const learnerId = await learnerFrom(request, context, 'There is no such answer of yours.');
      await keepSelfCheck(scopeOf(context), learnerId, {
        responseId: form.get('response') ?? '',
        ticks: form.getAll('tick'),
        formKey: key,
      });
      return redirect(`${here}#check-${itemId}`);
    }
    default: {
      const problem = await answerCheck(context, keep, course, lesson, { itemId, form, formKey: key });
      if (!problem) return redirect(`${here}#check-${itemId}`, { headers });
      const learnerId = await currentLearner(request, context);
      const { page, slots } = await lessonPage(context, learnerId, course, lesson, {
        itemId,
        message: problem.problem,
        values: fieldValues(form),
      });
      context.slots = slots;
      return json(page, { status: 400 });
    }
  }
}

export default function LessonRoute() {
  const loaded = useLoaderData<typeof loader>();
  const page = useActionData<typeof action>() ?? loaded;
  const { course, lesson, sections, problem } = page;
  const courseHref = `/courses/${course.id}`;
  return (
    <Main>
      <Breadcrumb trail={[{ label: course.title, href: courseHref }, { label: `Lesson ${lesson.number}` }]} />
      {problem && (
        <Notice tone="error" title="One question needs another look">
          <p>
            {problem.message} <a href={`#check-${problem.itemId}`}>Go to the question</a>
          </p>
        </Notice>
      )}
      <LessonLayout header={<LessonHeader {...lesson} />} sections={sections}>
        {sections.map((section) => (
          <section
            key={section.id}
            className="reading"
            id={section.id}
            aria-labelledby={`${section.id}-heading`}
            // biome-ignore lint/security/noDangerouslySetInnerHtml: rendered by our own components on the server
            dangerouslySetInnerHTML={{ __html: slotMark(section.id) }}
          />
        ))}
        <section className="reading" id="lesson-end" aria-labelledby="lesson-sources">
          <h2 id="lesson-sources">Sources of this lesson</h2>
          <SourceList sources={page.sources} />
          <Pager
            previous={
              page.previous
                ? { href: `${courseHref}/lessons/${page.previous.slug}`, kind: 'Lesson before', title: page.previous.title }
                : { href: courseHref, kind: 'Course', title: course.title }
            }
            next={{ href: `${courseHref}/lessons/${lesson.slug}/quiz`, kind: 'Next', title: 'The quiz of this lesson' }}
          />
        </section>
      </LessonLayout>
    </Main>
  );
}
