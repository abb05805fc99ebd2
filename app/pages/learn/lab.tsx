/** The lab: a case taken apart, one fact at a time. The form is sent without script; with it, the browser follows by itself. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { labPath, referencePath } from '#app/course/paths.ts';
import { act } from '#app/lab/act.ts';
import { readState } from '#app/lab/form.ts';
import { addressOf, decodeFacts } from '#app/lab/link.ts';
import { currentLearner } from '#app/server/session.server.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Lab } from '#app/ui/lab/lab.tsx';
import { Main } from '#app/ui/main.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Story } from '#app/ui/story.tsx';
import { count } from '#app/ui/words.ts';
import { labCases } from '#app/use-cases/view-lab.server.ts';
import { courseFrom, fieldsOf, scopeOf } from '../request.server.ts';
import { askedOf, checkLab, labPage } from './lab-page.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Lab – ${data?.course.title ?? 'Criterion'}` },
  {
    name: 'description',
    content: 'Take a case apart: turn one fact at a time and watch the verdict and its reasons follow. Nothing is marked or kept.',
  },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const course = courseFrom(params);
  checkLab(course);
  const cases = await labCases(scopeOf(context), await currentLearner(request, context), course);
  return labPage(course, cases, askedOf(course, cases, new URL(request.url).searchParams), context.origin);
}

/** Nothing is kept: the facts go into an address, which shows what follows and can be shared. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const course = courseFrom(params);
  checkLab(course);
  const cases = await labCases(scopeOf(context), await currentLearner(request, context), course);
  const { base, state } = askedOf(course, cases, new URL(request.url).searchParams);
  const form = await fieldsOf(request);
  const before = decodeFacts(form.get('before') ?? '');
  if ('problem' in before) throw new Response('The form did not come through whole. Go back and send it again.', { status: 400 });
  const next = act(readState(form, { ...state, facts: before.facts }), form.get('do') ?? 'update');
  return redirect(`${labPath(course.id)}${addressOf(base, next)}`, 303);
}

export default function LabRoute() {
  const { course, problem, title, story, view, told, cases, waiting } = useLoaderData<typeof loader>();
  const reference = referencePath(course.id);
  return (
    <Main>
      <Breadcrumb trail={[{ label: course.title, href: `/courses/${course.id}` }, { label: 'Lab' }]} />
      <PageHeader eyebrow="Lab" title={title ?? 'A case of your own'}>
        <p>Turn one fact at a time and watch the verdict and its reasons follow. Nothing here is marked or kept.</p>
      </PageHeader>
      {problem && (
        <Notice tone="warning" title="Not opened">
          <p>{problem}</p>
        </Notice>
      )}
      <details className="lab-cases">
        <summary>Take another case</summary>
        <ul>
          {title !== null && (
            <li>
              <a href={told.path}>A blank case</a>: <span className="hint">make one of your own</span>
            </li>
          )}
          {cases.map(({ id, title: name, gist, href, here }) => (
            <li key={id}>
              <a href={href} aria-current={here ? 'page' : undefined}>
                {name}
              </a>
              : <span className="hint">{gist}</span>
            </li>
          ))}
        </ul>
        {waiting > 0 && <p className="hint">{count(waiting, 'more case')} will open as you answer the questions about them.</p>}
      </details>
      {story && (
        <details className="lab-story">
          <summary>The story as it was told</summary>
          <Story story={story} headingLevel={2} />
        </details>
      )}
      <div data-lab-told={JSON.stringify({ ...told, reference })}>
        <Lab view={view} path={told.path} reference={reference} fresh={told.fresh} origin={told.origin} live={null} />
      </div>
    </Main>
  );
}
