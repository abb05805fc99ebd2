/** One entry of the reference, with cases each way. */
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { labPath, lessonPath, referencePath } from '#app/course/paths.ts';
import { type ReferenceEntry, referenceEntry } from '#app/course/reference/entry.ts';
import type { ReferenceCase } from '#app/course/reference/open-cases.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Main } from '#app/ui/main.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Quote } from '#app/ui/quote.tsx';
import { ReferenceBase, ReferenceLink } from '#app/ui/reference-link.tsx';
import { courseFrom, missing } from '../request.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.entry.title} – ${data.course.title}` : 'Reference – Criterion' },
  { name: 'description', content: data?.entry.asks ?? data?.entry.says[0] ?? '' },
];

export function loader({ params }: LoaderFunctionArgs) {
  const course = courseFrom(params);
  const entry = referenceEntry(course, params.entry ?? '');
  if (!entry) throw missing('The reference has no such entry. Its first page lists all of them.');
  return { course: { id: course.id, title: course.title }, entry };
}

const eyebrows: Readonly<Record<ReferenceEntry['kind'], string>> = {
  criterion: 'Criterion',
  question: 'Question after the verdict',
  misconception: 'Misconception',
};

export default function ReferenceEntryRoute() {
  const { course, entry } = useLoaderData<typeof loader>();
  const { kind, id, title, asks, says, groups } = entry;
  return (
    <Main>
      <Breadcrumb
        trail={[
          { label: course.title, href: `/courses/${course.id}` },
          { label: 'Reference', href: referencePath(course.id) },
          { label: kind === 'misconception' ? title : id },
        ]}
      />
      <PageHeader eyebrow={kind === 'misconception' ? eyebrows[kind] : `${eyebrows[kind]} ${id}`} title={title}>
        {asks && <p>{asks}</p>}
      </PageHeader>
      <section className="reading reference-says" aria-label="What it says">
        {says.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </section>
      <Facts courseId={course.id} entry={entry} />
      {groups.map((group) => (
        <section key={group.title} aria-label={group.title}>
          <h2>{group.title}</h2>
          <div className="reference-cases">
            {group.cases.map((one) => (
              <Case key={one.id} courseId={course.id} shown={one} repeats={kind !== 'misconception'} />
            ))}
          </div>
        </section>
      ))}
    </Main>
  );
}

function Facts({ courseId, entry }: { readonly courseId: string; readonly entry: ReferenceEntry }) {
  const { source, definitions, confusedWith, lessons } = entry;
  return (
    <dl className="reference-facts reading">
      {definitions.length > 0 && (
        <div>
          <dt>Part of</dt>
          <dd>{definitions.map((label) => `the ${label}`).join(' and ')}</dd>
        </div>
      )}
      {source && (
        <div>
          <dt>In the explainer</dt>
          <dd>{source}</dd>
        </div>
      )}
      {confusedWith.length > 0 && (
        <div>
          <dt>Confused with</dt>
          <dd>
            <ReferenceBase.Provider value={referencePath(courseId)}>
              <ul>
                {confusedWith.map((other) => (
                  <li key={other.id}>
                    <ReferenceLink entry={other.id}>{other.title}</ReferenceLink>: {other.says}
                  </li>
                ))}
              </ul>
            </ReferenceBase.Provider>
          </dd>
        </div>
      )}
      {lessons.length > 0 && (
        <div>
          <dt>Trained in</dt>
          <dd>
            <ul>
              {lessons.map(({ slug, title }) => (
                <li key={slug}>
                  <a href={lessonPath(courseId, slug)}>{title}</a>
                </li>
              ))}
            </ul>
          </dd>
        </div>
      )}
    </dl>
  );
}

interface CaseProps {
  readonly courseId: string;
  readonly shown: ReferenceCase;
  readonly repeats: boolean;
}

function Case({ courseId, shown, repeats }: CaseProps) {
  const { id, title, story, outcome, because, quote } = shown;
  return (
    <article className="reference-case">
      <h3>{title}</h3>
      {/* Where the group has the outcome as its title, it is not said again. */}
      {!repeats && <p className="reference-outcome">{outcome}</p>}
      <p>{because}</p>
      {quote && <Quote text={quote} />}
      <details>
        <summary>The whole story</summary>
        {story.split('\n\n').map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </details>
      <p>
        <a className="reference-lab" href={labPath(courseId, id)}>
          Take it apart in the lab<span className="visually-hidden">: {title}</span>
        </a>
      </p>
    </article>
  );
}
