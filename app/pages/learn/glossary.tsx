/** The terms of a course and what they mean. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { lessonPath } from '#app/course/paths.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Main } from '#app/ui/main.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { sentenceCase } from '#app/ui/words.ts';
import { courseFrom } from '../request.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Glossary – ${data?.course.title ?? 'Criterion'}` },
  { name: 'description', content: 'The words that the course uses in a sense of its own, each with its meaning and where it comes from.' },
];

export function loader({ params }: LoaderFunctionArgs) {
  const course = courseFrom(params);
  const terms = course.glossary.map(({ id, term, text, source, lesson }) => {
    const explained = lesson === null ? undefined : course.lesson(lesson);
    return {
      id,
      term,
      text,
      source: (source === null ? undefined : course.source(source)?.short) ?? null,
      lesson: explained ? { slug: explained.slug, title: explained.title } : null,
    };
  });
  return { course: { id: course.id, title: course.title }, terms };
}

export default function Glossary() {
  const { course, terms } = useLoaderData<typeof loader>();
  return (
    <Main width="reading">
      <Breadcrumb trail={[{ label: course.title, href: `/courses/${course.id}` }, { label: 'Glossary' }]} />
      <PageHeader title="Glossary">
        <p>The words that the course uses in a sense of its own. In a lesson, those with dotted lines open their meaning.</p>
      </PageHeader>
      <dl className="reference-list">
        {terms.map(({ id, term, text, source, lesson }) => (
          <div key={id} id={id}>
            <dt>{sentenceCase(term)}</dt>
            <dd>
              {text}{' '}
              {lesson && (
                <>
                  Lesson: <a href={lessonPath(course.id, lesson.slug)}>{lesson.title}</a>.
                </>
              )}{' '}
              {source && `After ${source}.`}
            </dd>
          </div>
        ))}
      </dl>
    </Main>
  );
}
