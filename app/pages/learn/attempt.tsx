import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { lessonPath, referencePath, reviewPath } from '#app/course/paths.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { type FieldValues, fieldValues } from '#app/ui/item/values.ts';
import { Main } from '#app/ui/main.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { ReferenceBase } from '#app/ui/reference-link.tsx';
import { StepDots } from '#app/ui/step-dots.tsx';
import { dayOrHourIn } from '#app/ui/when.ts';
import { sittingName } from '#app/ui/words.ts';
import { answerItem } from '#app/use-cases/answer-item.server.ts';
import { handIn } from '#app/use-cases/assignments/settle.server.ts';
import { keepSelfCheck } from '#app/use-cases/keep-self-check.server.ts';
import { retryItem } from '#app/use-cases/retry-item.server.ts';
import { type AttemptView, viewAttempt } from '#app/use-cases/view-attempt.server.ts';
import { formFrom, learnerFrom, missing, scopeOf } from '../request.server.ts';
import { zoneOf } from '../zone.server.ts';
import { AnsweredView, FinishForm, GoneView, HeldView, KeptView, OpenView } from './attempt-views.tsx';

const notYours = 'There is no such quiz of yours on this device.';
const position = z.coerce.number().int().min(0).max(999);
/** The number of a question in an address; null where there is none, or it is none. */
const place = z.preprocess((value) => (value === '' ? null : value), z.union([z.null(), position])).catch(null);

function titleOf({ mode, course, lesson, position: at, steps }: AttemptView): string {
  return mode === 'review' ? `Review – ${course.title}` : `Question ${at + 1} of ${steps.length} – ${lesson.title}`;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? titleOf(data) : 'Quiz – Criterion' },
  { name: 'description', content: 'A question on a real-life story. Whatever you answer, you see what follows, criterion by criterion.' },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const learnerId = await learnerFrom(request, context, notYours);
  const query = new URL(request.url).searchParams;
  const wanted = { at: place.parse(query.get('at')), after: place.parse(query.get('after')) };
  const view = await viewAttempt(scopeOf(context), learnerId, params.attempt ?? '', wanted);
  if (!view) throw missing(notYours);
  const secondsLeft = view.deadline === null || view.finished ? null : Math.max(0, Math.round((view.deadline - context.now()) / 1000));
  const again = view.review?.opensAt == null ? null : dayOrHourIn(zoneOf(request), view.review.opensAt, context.now());
  return { ...view, secondsLeft, again, draftValues: view.draft === null ? {} : fieldValues(new URLSearchParams(view.draft)) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const learnerId = await learnerFrom(request, context, notYours);
  const { form, key } = await formFrom(request);
  const scope = scopeOf(context);
  const attemptId = params.attempt ?? '';
  const here = `/attempts/${encodeURIComponent(attemptId)}`;
  const at = position.catch(0).parse(form.get('position'));

  switch (form.get('intent')) {
    case 'retry': {
      const added = await retryItem(scope, learnerId, attemptId, at);
      return redirect(added === null ? `${here}?at=${at}&none=1` : `${here}?at=${added}`);
    }
    case 'finish': {
      if (!(await handIn(scope, learnerId, attemptId))) throw missing(notYours);
      return redirect(`${here}/result`);
    }
    case 'self-check': {
      await keepSelfCheck(scope, learnerId, { responseId: form.get('response') ?? '', ticks: form.getAll('tick'), formKey: key });
      return redirect(`${here}?at=${at}&checked=1`);
    }
    default: {
      const kept = await answerItem(scope, learnerId, { attemptId, position: at, form, formKey: key });
      if (kept === null) throw missing(notYours);
      if ('problem' in kept) {
        const view = await viewAttempt(scope, learnerId, attemptId, { at });
        if (!view) throw missing(notYours);
        return json({ view, error: kept.problem, values: fieldValues(form) }, { status: 400 });
      }
      context.acknowledged();
      if (form.get('then') === 'next') return redirect(kept.finished ? `${here}/result` : `${here}?after=${at}`);
      return redirect(`${here}?at=${at}${kept.first ? '' : '&before=1'}`);
    }
  }
}

export default function AttemptRoute() {
  const loaded = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const view = failed?.view ?? loaded;
  const { course, lesson, shown } = view;
  // A practice quiz finishes with its last answer, unless the last open question was taken out of the course.
  const mayFinish =
    !view.finished && view.mode !== 'review' && (view.mode !== 'practice' || (view.next === null && shown.state !== 'open'));
  return (
    <Main>
      <Breadcrumb
        trail={[
          view.mode === 'review'
            ? { label: course.title, href: `/courses/${course.id}` }
            : { label: lesson.title, href: lessonPath(course.id, lesson.slug) },
          view.mode === 'review' ? { label: 'Review', href: reviewPath(course.id) } : { label: sittingName(view.mode, lesson.role) },
        ]}
      />
      <h1 className="visually-hidden">
        {view.mode === 'review' ? `Review: ${course.title}` : `${sittingName(view.mode, lesson.role)}: ${lesson.title}`}
      </h1>
      {loaded.secondsLeft !== null && !view.finished && (
        <p className="time-left figures" role="timer" data-seconds-left={loaded.secondsLeft}>
          {loaded.secondsLeft >= 120 ? `${Math.ceil(loaded.secondsLeft / 60)} minutes left` : `${loaded.secondsLeft} seconds left`}
        </p>
      )}
      {view.mode !== 'review' && (
        <StepDots
          current={view.position}
          steps={view.steps.map((step, index) => ({ state: step.state, href: `/attempts/${view.id}?at=${index}` }))}
        />
      )}
      {view.decided && (
        <Notice title="Decided anew since it was marked">
          <p>
            {view.decided} <a href={`/attempts/${view.id}/result`}>See what it came to</a>
          </p>
        </Notice>
      )}
      {shown.state === 'open' && (
        <OpenView view={view} open={shown} error={failed?.error ?? null} values={(failed?.values ?? loaded.draftValues) as FieldValues} />
      )}
      {shown.state === 'answered' && (
        <ReferenceBase.Provider value={referencePath(course.id)}>
          <AnsweredView view={view} answered={shown} again={loaded.again} />
        </ReferenceBase.Provider>
      )}
      {shown.state === 'kept' && <KeptView view={view} />}
      {shown.state === 'held' && <HeldView view={view} />}
      {shown.state === 'gone' && <GoneView view={view} />}
      {mayFinish && <FinishForm view={view} />}
    </Main>
  );
}
