import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { courseById } from '#app/course/courses.server.ts';
import { referencePath } from '#app/course/paths.ts';
import { Actions, Button } from '#app/ui/button.tsx';
import { CaseReviewBlock } from '#app/ui/case-review.tsx';
import { DisputeAnswer } from '#app/ui/dispute-answer.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { FormProblem } from '#app/ui/field.tsx';
import { Main } from '#app/ui/main.tsx';
import { ReferenceBase } from '#app/ui/reference-link.tsx';
import { timeIn } from '#app/ui/when.ts';
import { count } from '#app/ui/words.ts';
import { noteCohortLook } from '#app/use-cases/cohorts/look.server.ts';
import { disputedItems, reply } from '#app/use-cases/regrading/disputes.server.ts';
import { longestReply } from '#app/use-cases/regrading/lengths.ts';
import { taughtCohortFrom } from '../gate.server.ts';
import { formFrom, missing } from '../request.server.ts';
import { zoneOf } from '../zone.server.ts';
import { headingOf } from './cohort-heading.server.ts';
import { CohortHeader } from './cohort-nav.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Disputes: ${data?.cohort.name ?? 'cohort'} – Criterion` }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, cohort } = await taughtCohortFrom(request, context, params);
  const course = courseById(cohort.course);
  if (!course) throw missing('The course of this cohort is no longer on this site.');
  await noteCohortLook(context, actor.id, cohort);
  const zone = zoneOf(request);
  const items = await disputedItems(context, cohort.id, course);
  return {
    cohort: await headingOf(context, cohort),
    course: course.id,
    items: items.map((item) => ({
      ...item,
      disputes: item.disputes.map((dispute) => ({ ...dispute, when: timeIn(zone, dispute.at), key: context.newId() })),
    })),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, cohort } = await taughtCohortFrom(request, context, params);
  const { form } = await formFrom(request);
  const sent = { disputeId: form.get('dispute') ?? '', decision: form.get('decision') ?? '', words: form.get('reply') ?? '' };
  const failed = await reply(context, { actorId: actor.id, cohort, ...sent });
  if (failed === 'nothing here') throw new Response('There is no such dispute in this cohort. Nothing was changed.', { status: 400 });
  if (failed) return json({ problems: failed.problems, ...sent }, { status: 400 });
  return redirect(`/teach/${cohort.id}/disputes#dispute-${sent.disputeId}`);
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;
type ShownItem = Shown['items'][number];
type ShownDispute = ShownItem['disputes'][number];

function ReplyForm({ dispute }: { readonly dispute: ShownDispute }) {
  const sent = useActionData<typeof action>();
  const failed = sent?.disputeId === dispute.id ? sent : undefined;
  const id = `reply-${dispute.id}`;
  return (
    <form method="post">
      <FormProblem problems={failed?.problems} />
      <input type="hidden" name="key" value={dispute.key} />
      <input type="hidden" name="dispute" value={dispute.id} />
      <p className="entry">
        <label htmlFor={id}>Your answer to {dispute.name}</label>
        {failed?.problems.reply && (
          <span className="error" id={`${id}-problem`}>
            {failed.problems.reply}
          </span>
        )}
        <textarea
          id={id}
          name="reply"
          rows={3}
          maxLength={longestReply}
          required
          defaultValue={failed?.words}
          aria-invalid={failed?.problems.reply !== undefined || undefined}
          aria-describedby={failed?.problems.reply ? `${id}-problem ${id}-hint` : `${id}-hint`}
        />
        <span className="hint" id={`${id}-hint`}>
          At most {longestReply} characters. It is shown with your decision and stays as it is. Accepting changes no marks by itself: you
          then choose how the question counts.
        </span>
      </p>
      <Actions>
        <Button name="decision" value="accept">
          Accept
        </Button>
        <Button name="decision" value="decline" variant="quiet">
          Decline
        </Button>
      </Actions>
    </form>
  );
}

const decidedWords = { applied: 'applied', declined: 'left as they were', undone: 'applied, then undone' } as const;

function WhatFollows({ dispute, cohort }: { readonly dispute: ShownDispute; readonly cohort: string }) {
  if (dispute.followUps.length === 0) return <p className="hint">No graded quiz of this cohort asks this question, so no mark follows.</p>;
  return (
    <ul className="plain-list">
      {dispute.followUps.map(({ assignmentId, title, decided }) => (
        <li key={assignmentId} className="line-form">
          <a href={`/teach/${cohort}/assignments/${assignmentId}/regrade?dispute=${dispute.id}`}>The marks of “{title}”</a>
          <span className="hint">{decided ? decidedWords[decided] : 'to decide'}</span>
        </li>
      ))}
    </ul>
  );
}

function Disputed({ item, cohort }: { readonly item: ShownItem; readonly cohort: string }) {
  const heading = `item-${item.item}`;
  const { review: shown } = item;
  return (
    <section aria-labelledby={heading}>
      {item.lesson && <p className="eyebrow">{item.lesson}</p>}
      <h2 id={heading}>{item.stem ?? 'A question that is no longer in the course'}</h2>
      <p className="hint">
        {count(item.disputes.length, 'dispute')}, {item.open === 0 ? 'none open' : `${item.open} open`}; item <code>{item.item}</code>
      </p>
      {shown?.cases.map((review) => (
        <CaseReviewBlock key={review.title} review={review} lens={shown.lens} headingLevel={3} open={false} />
      ))}
      {item.disputes.map((dispute) => (
        <article key={dispute.id} id={`dispute-${dispute.id}`} className="card reading">
          <h3 className="card-title">
            <a href={`/teach/${cohort}/learners/${dispute.learnerId}`}>{dispute.name}</a>
          </h3>
          <p className="hint">
            {dispute.when}, about the {dispute.type}: {dispute.about}
          </p>
          <p>“{dispute.statement}”</p>
          {dispute.yours !== null && (
            <p className="hint">
              Answered: {dispute.yours}
              {dispute.right !== null && ` (${dispute.right ? 'right' : 'not right'})`}
            </p>
          )}
          {dispute.accepted === null ? (
            <ReplyForm dispute={dispute} />
          ) : (
            <>
              <DisputeAnswer accepted={dispute.accepted} reply={dispute.reply} />
              {dispute.accepted && <WhatFollows dispute={dispute} cohort={cohort} />}
            </>
          )}
        </article>
      ))}
    </section>
  );
}

export default function Disputes() {
  const { cohort, course, items } = useLoaderData<typeof loader>();
  return (
    <Main>
      <CohortHeader cohort={cohort} current="Disputes">
        <p>
          {cohort.openDisputes === 0
            ? 'What learners hold against a fact or a criterion, and what they were answered.'
            : `${count(cohort.openDisputes, 'dispute')} ${cohort.openDisputes === 1 ? 'waits' : 'wait'} for an answer.`}
        </p>
      </CohortHeader>
      {items.length === 0 ? (
        <EmptyState title="No disputes">
          <p>
            Beside the explanation of an answer, learners of this cohort can dispute a fact or a criterion in a sentence. It comes here.
          </p>
        </EmptyState>
      ) : (
        <ReferenceBase.Provider value={referencePath(course)}>
          {items.map((item) => (
            <Disputed key={item.item} item={item} cohort={cohort.id} />
          ))}
        </ReferenceBase.Provider>
      )}
    </Main>
  );
}
