import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { canContest } from '#app/access/rules.ts';
import { referencePath } from '#app/course/paths.ts';
import { AnswerSummary } from '#app/ui/answer-summary.tsx';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Actions, Button } from '#app/ui/button.tsx';
import { CaseReviewBlock } from '#app/ui/case-review.tsx';
import { DisputeAnswer } from '#app/ui/dispute-answer.tsx';
import { Field, FormProblem } from '#app/ui/field.tsx';
import { Main } from '#app/ui/main.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { ReferenceBase } from '#app/ui/reference-link.tsx';
import { timeIn } from '#app/ui/when.ts';
import { contest, disputedValue, viewContest } from '#app/use-cases/regrading/contest.server.ts';
import { longestStatement } from '#app/use-cases/regrading/lengths.ts';
import { standingIn } from '#db/cohorts.ts';
import { accountFrom } from '../gate.server.ts';
import { formFrom, missing, scopeOf } from '../request.server.ts';
import { zoneOf } from '../zone.server.ts';

const notYours =
  'There is no answer of yours here that you can dispute. You can where its explanation is out and you are in a cohort of the course.';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Dispute an answer – ${data?.course.title ?? 'Criterion'}` }];

async function contestFrom({ request, params, context }: LoaderFunctionArgs) {
  const actor = await accountFrom(request, context);
  const view = await viewContest(scopeOf(context), actor.id, params.response ?? '');
  if (!view || !canContest(actor, await standingIn(context.db, view.cohort.id, actor.id))) throw missing(notYours);
  return { actor, view };
}

export async function loader(args: LoaderFunctionArgs) {
  const { course, attemptId, position, cohort, question, cases, disputes } = (await contestFrom(args)).view;
  const zone = zoneOf(args.request);
  const { item, yours, chosen, right, feedback } = question;
  const choices = (of: 'criteria' | 'facts') =>
    cases.map((one, number) => ({
      title: one.title,
      choices: one[of].map((each) => ({ value: disputedValue(number, each), words: each.words })),
    }));
  return {
    course,
    cohort,
    back: `/attempts/${attemptId}?at=${position}`,
    question: { item, yours, chosen, right, lens: feedback.lens, cases: feedback.cases },
    headline: feedback.headline,
    criteria: choices('criteria'),
    facts: choices('facts'),
    disputes: disputes.map(({ id, at, disputed, statement, accepted, reply }) => {
      return { id, when: timeIn(zone, at), about: disputed.words, statement, accepted, reply };
    }),
    open: disputes.some(({ accepted }) => accepted === null),
    key: args.context.newId(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await contestFrom(args);
  const { request, params, context } = args;
  const { form, key } = await formFrom(request);
  const responseId = params.response ?? '';
  const [what, statement] = [form.get('what') ?? '', form.get('statement') ?? ''];
  const failed = await contest(scopeOf(context), actor.id, { responseId, what, statement, formKey: key });
  if (failed === 'nothing here') throw missing(notYours);
  if (failed) return json({ problems: failed.problems, values: { what, statement } }, { status: 400 });
  return redirect(`/answers/${responseId}/contest`);
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

function Choices({
  legend,
  groups,
  chosen,
}: {
  readonly legend: string;
  readonly groups: Shown['facts'];
  readonly chosen: string | undefined;
}) {
  if (groups.every(({ choices }) => choices.length === 0)) return null;
  return (
    <fieldset>
      <legend className="minor-title">{legend}</legend>
      {groups.map(({ title, choices }) => (
        <div key={title} className="options">
          {groups.length > 1 && choices.length > 0 && <p className="hint">{title}</p>}
          {choices.map(({ value, words }) => (
            <label key={value} className="option">
              <input type="radio" name="what" value={value} defaultChecked={value === chosen} />
              <span>{words}</span>
            </label>
          ))}
        </div>
      ))}
    </fieldset>
  );
}

function ContestForm({ shown }: { readonly shown: Shown }) {
  const failed = useActionData<typeof action>();
  return (
    <form method="post" className="card reading">
      <h2 className="card-title">What do you see otherwise?</h2>
      <FormProblem problems={failed?.problems} />
      <input type="hidden" name="key" value={shown.key} />
      {failed?.problems.what && <p className="error">{failed.problems.what}</p>}
      <Choices legend="A criterion of the checklist" groups={shown.criteria} chosen={failed?.values.what} />
      <Choices legend="A fact, as the story tells it" groups={shown.facts} chosen={failed?.values.what} />
      <Field
        name="statement"
        label="Why, in a sentence"
        value={failed?.values.statement}
        problem={failed?.problems.statement}
        maxLength={longestStatement}
        required
        hint={`At most ${longestStatement} characters. Those who teach “${shown.cohort.name}” read it with your name and answer you here.`}
      />
      <Actions>
        <Button>Send it</Button>
      </Actions>
    </form>
  );
}

export default function Contest() {
  const shown = useLoaderData<typeof loader>();
  const { course, question, disputes } = shown;
  return (
    <Main>
      <Breadcrumb
        trail={[{ label: course.title, href: `/courses/${course.id}` }, { label: 'Your answer', href: shown.back }, { label: 'Dispute' }]}
      />
      <PageHeader title="Dispute an answer">
        <p>{shown.headline}</p>
      </PageHeader>
      {disputes.length > 0 && (
        <section aria-labelledby="said">
          <h2 id="said">What you said, and what was answered</h2>
          {disputes.map((dispute) => (
            <article key={dispute.id} className="card reading">
              <p className="hint">
                {dispute.when}, about: {dispute.about}
              </p>
              <p>“{dispute.statement}”</p>
              <DisputeAnswer accepted={dispute.accepted} reply={dispute.reply} />
            </article>
          ))}
        </section>
      )}
      <AnswerSummary
        item={question.item}
        yours={question.yours}
        chosen={question.chosen ?? undefined}
        right={question.right ?? undefined}
      />
      {!shown.open && <ContestForm shown={shown} />}
      <ReferenceBase.Provider value={referencePath(course.id)}>
        {question.cases.map((review) => (
          <CaseReviewBlock key={review.title} review={review} lens={question.lens} headingLevel={2} open={false} />
        ))}
      </ReferenceBase.Provider>
    </Main>
  );
}
