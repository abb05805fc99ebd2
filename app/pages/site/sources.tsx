import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { courses } from '#app/course/courses.server.ts';
import { Main } from '#app/ui/main.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { SourceList } from '#app/ui/source-list.tsx';

export const meta: MetaFunction = () => [
  { title: 'Sources – Criterion' },
  { name: 'description', content: 'The works that the lessons and stories rest on, and how far each was checked.' },
];

export function loader() {
  return { courses: courses.map(({ title, version, sources }) => ({ title, version, sources })) };
}

export default function Sources() {
  const { courses } = useLoaderData<typeof loader>();
  return (
    <Main width="reading">
      <PageHeader title="Sources">
        <p>
          What the lessons and stories rest on, and how far we checked each work. Facts come from these; the sentences are our own. Stories
          without a published source were written by our team and say so.
        </p>
      </PageHeader>
      {courses.map((course) => (
        <section key={course.title} aria-label={course.title}>
          <h2>{course.title}</h2>
          <SourceList sources={course.sources} />
          <p className="hint figures">Content version {course.version}</p>
        </section>
      ))}
    </Main>
  );
}
