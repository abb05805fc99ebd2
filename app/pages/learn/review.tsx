import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData, useLocation } from '@remix-run/react';
import { referencePath, reviewPath } from '#app/course/paths.ts';
import { currentLearner } from '#app/server/session.server.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Main } from '#app/ui/main.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { setReviewLimits } from '#app/use-cases/review/set-limits.server.ts';
import { startReview } from '#app/use-cases/review/start-review.server.ts';
import { undoReview } from '#app/use-cases/review/undo-review.server.ts';
import { courseFrom, formFrom, learnerFrom, scopeOf } from '../request.server.ts';
import { calendarOf } from '../zone.server.ts';
import { reviewOf } from './review-of.server.ts';
import { Forecast, IdeaList, LaterList, LimitsForm, Today, UndoForm } from './review-parts.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Review – ${data.course.title}` : 'Review – Criterion' },
  { name: 'description', content: 'Ideas that you have met come back in new stories, each just before it would fade.' },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const course = courseFrom(params);
  const learnerId = await currentLearner(request, context);
  return {
    course: { id: course.id, title: course.title },
    view: learnerId ? await reviewOf(request, context, learnerId, course) : null,
    startKey: context.newId(),
    undoKey: context.newId(),
    limitsKey: context.newId(),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const course = courseFrom(params);
  const learnerId = await learnerFrom(request, context, 'There are no reviews of yours on this device.');
  const { form, key } = await formFrom(request);
  const scope = scopeOf(context);
  const here = reviewPath(course.id);
  switch (form.get('intent')) {
    case 'undo': {
      const undone = await undoReview(scope, learnerId, course, { responseId: form.get('response') ?? '', formKey: key });
      return redirect(`${here}?${undone ? 'undone' : 'stays'}=1`);
    }
    case 'limits': {
      const failed = await setReviewLimits(scope, learnerId, course, form);
      return failed ? json({ ...failed, values: Object.fromEntries(form) }, { status: 400 }) : redirect(`${here}?kept=1`);
    }
    default: {
      const attemptId = await startReview(scope, learnerId, course, { formKey: key, calendar: calendarOf(request) });
      return redirect(attemptId ? `/attempts/${attemptId}` : here);
    }
  }
}

export default function ReviewRoute() {
  const { course, view, startKey, undoKey, limitsKey } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const query = new URLSearchParams(useLocation().search);
  return (
    <Main>
      <Breadcrumb trail={[{ label: course.title, href: `/courses/${course.id}` }, { label: 'Review' }]} />
      <PageHeader title="Review">
        <p>Ideas that you have met come back in new stories, each just before it would fade.</p>
      </PageHeader>
      {query.has('undone') && (
        <Notice tone="success" title="Taken back">
          <p>That answer no longer counts. Its idea is due as it was before, and comes with another story.</p>
        </Notice>
      )}
      {query.has('stays') && (
        <Notice tone="warning" title="It stays">
          <p>Only your last answer of a review can be taken back, within a day. That one was another, or older.</p>
        </Notice>
      )}
      {query.has('kept') && (
        <Notice tone="success" title="Kept">
          <p>Your limits are kept, and today goes by them.</p>
        </Notice>
      )}
      <Today course={course.id} view={view} formKey={startKey} />
      {view?.undo && <UndoForm undo={view.undo} formKey={undoKey} />}
      {view?.begun && (
        <>
          {view.due.length > 0 && <IdeaList ideas={view.due} today={view.today} reference={referencePath(course.id)} />}
          <Forecast days={view.forecast} />
          {view.later.length > 0 && <LaterList ideas={view.later} reference={referencePath(course.id)} />}
          <LimitsForm limits={view.limits} failed={failed} formKey={limitsKey} />
        </>
      )}
    </Main>
  );
}
