/** The reference of a course: every criterion, question and misconception with its page. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { referencePath } from '#app/course/paths.ts';
import { type IndexLine, referenceIndex } from '#app/course/reference/entry.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Main } from '#app/ui/main.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { ReferenceBase, ReferenceLink } from '#app/ui/reference-link.tsx';
import { sentenceCase } from '#app/ui/words.ts';
import { courseFrom } from '../request.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Reference – ${data?.course.title ?? 'Criterion'}` },
  {
    name: 'description',
    content:
      'Each rule of the definitions, each question after the verdict, and each idea that people mistake for the definition; with cases.',
  },
];

export function loader({ params }: LoaderFunctionArgs) {
  const course = courseFrom(params);
  return { course: { id: course.id, title: course.title }, index: referenceIndex(course) };
}

export default function Reference() {
  const { course, index } = useLoaderData<typeof loader>();
  return (
    <Main>
      <Breadcrumb trail={[{ label: course.title, href: `/courses/${course.id}` }, { label: 'Reference' }]} />
      <PageHeader title="Reference">
        <p>
          Each rule of the definitions, each question that comes after the verdict, and each idea that people mistake for the definition;
          with cases that show them. For the words themselves there is <a href={`/courses/${course.id}/glossary`}>a glossary</a>.
        </p>
      </PageHeader>
      <ReferenceBase.Provider value={referencePath(course.id)}>
        {index.criteria.map(({ lens, entries }) => (
          <Listed key={lens} title={`Criteria: ${lens}`} entries={entries} showIds />
        ))}
        <Listed title="Questions after the verdict" entries={index.questions} showIds />
        <Listed title="Misconceptions" entries={index.misconceptions} />
      </ReferenceBase.Provider>
    </Main>
  );
}

function Listed({
  title,
  entries,
  showIds = false,
}: {
  readonly title: string;
  readonly entries: readonly IndexLine[];
  readonly showIds?: boolean;
}) {
  return (
    <section className="reading">
      <h2>{sentenceCase(title)}</h2>
      <dl className="reference-list">
        {entries.map(({ id, title: name, says }) => (
          <div key={id}>
            <dt>
              {showIds && <span className="figures reference-id">{id}</span>} <ReferenceLink entry={id}>{name}</ReferenceLink>
            </dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
