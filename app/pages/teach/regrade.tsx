import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { canManageCohort } from '#app/access/rules.ts';
import { courseById } from '#app/course/courses.server.ts';
import type { RegradeBasis } from '#app/quiz/quiz.ts';
import { Actions, Button } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Field, FormProblem } from '#app/ui/field.tsx';
import { Main } from '#app/ui/main.tsx';
import { timeIn } from '#app/ui/when.ts';
import { count } from '#app/ui/words.ts';
import { noteCohortLook } from '#app/use-cases/cohorts/look.server.ts';
import { decideRegrade, takeRegradeBack } from '#app/use-cases/regrading/decide.server.ts';
import { longestNote } from '#app/use-cases/regrading/lengths.ts';
import { chosenBasis, rulingChoice } from '#app/use-cases/regrading/rulings.server.ts';
import { viewRegrade } from '#app/use-cases/regrading/view-regrade.server.ts';
import { refused } from '../gate.server.ts';
import { formFrom, missing } from '../request.server.ts';
import { zoneOf } from '../zone.server.ts';
import { assignmentFrom } from './assignment-from.server.ts';
import { headingOf } from './cohort-heading.server.ts';
import { CohortHeader } from './cohort-nav.tsx';
import { ChangedItem, Decisions, MarkChanges } from './regrade-parts.tsx';
import { RulingForm } from './ruling-form.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Regrade: ${data?.title ?? 'assignment'} – Criterion` }];

/** Returns the assignment of the address and what its regrade rests on: the course as it is, or what is ruled after a dispute. */
async function regradeFrom(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const at = await assignmentFrom(args);
  const course = courseById(at.cohort.course);
  if (!course) throw missing('The course of this cohort is no longer on this site.');
  const definitions: RegradeBasis = { type: 'definitions', version: course.version };
  const search = new URL(args.request.url).searchParams;
  const disputeId = search.get('dispute');
  if (disputeId === null) return { ...at, course, basis: definitions, choice: null, chosen: null };
  const choice = await rulingChoice(args.context, course, at.assignment, disputeId);
  if (!choice) throw missing('No accepted dispute about a question of this quiz stands under this address.');
  const ruled = chosenBasis(choice, search.get('ruling') ?? '');
  return { ...at, course, basis: ruled ?? definitions, choice, chosen: ruled && search.get('ruling') };
}

export async function loader(args: LoaderFunctionArgs) {
  const { request, context } = args;
  const { actor, cohort, assignment, course, basis, choice, chosen } = await regradeFrom(args);
  await noteCohortLook(context, actor.id, cohort);
  const zone = zoneOf(request);
  const { decisions, ...preview } = await viewRegrade(context, course, assignment, basis);
  return {
    ...preview,
    cohort: await headingOf(context, cohort),
    back: `/teach/${cohort.id}/assignments/${assignment.id}`,
    title: assignment.title,
    counts: assignment.counts,
    version: course.version,
    choice: choice && {
      dispute: choice.dispute.id,
      statement: choice.dispute.statement,
      about: choice.dispute.disputed.words,
      readings: choice.readings.map(({ ruling, text, key }) => ({ value: ruling.change, text, key })),
      chosen,
    },
    underWay: decisions.some(({ underWay }) => underWay),
    decisions: decisions.map(({ decidedAt, undoneAt, ...decision }) => ({
      ...decision,
      when: timeIn(zone, decidedAt),
      undone: undoneAt === null ? null : timeIn(zone, undoneAt),
      key: context.newId(),
    })),
    key: context.newId(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const { actor, cohort, standing, assignment, course, basis } = await regradeFrom(args);
  const { form, key } = await formFrom(request);
  if (!canManageCohort(actor, standing)) throw refused('That is for those who teach the cohort.');
  const note = form.get('note') ?? '';
  const intent = form.get('intent');
  if (intent !== 'apply' && intent !== 'decline' && intent !== 'undo') throw new Response(null, { status: 400 });
  const decision = { actorId: actor.id, course, assignment, basis, version: form.get('version') ?? '', note, formKey: key };
  const failed =
    intent === 'undo'
      ? await takeRegradeBack(context, { actorId: actor.id, assignment, regradeId: form.get('regrade') ?? '' })
      : await decideRegrade(context, { ...decision, apply: intent === 'apply' });
  if (failed) return json({ ...failed, note }, { status: 400 });
  return redirect(`/teach/${cohort.id}/assignments/${assignment.id}/regrade`);
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

function Decide({ shown, note }: { readonly shown: Shown; readonly note: string | undefined }) {
  return (
    <form method="post" className="card reading">
      <h2 className="card-title">Decide</h2>
      <p>
        {shown.marks === 0
          ? `No mark would change.${shown.choice?.chosen ? '' : ' Put this aside, and it is not shown again until the course changes.'}`
          : 'Learners whose marks are out are told what changed, why, and their mark before and after. It can be undone.'}
      </p>
      <input type="hidden" name="key" value={shown.key} />
      <input type="hidden" name="version" value={shown.version} />
      {shown.marks > 0 && <Field name="note" label="A line for them from you (may stay empty)" maxLength={longestNote} value={note} />}
      <Actions>
        {shown.marks > 0 && (
          <Button name="intent" value="apply">
            Apply to {count(shown.marks, 'mark')}
          </Button>
        )}
        <Button name="intent" value="decline" variant="quiet">
          Leave the marks as they are
        </Button>
      </Actions>
    </form>
  );
}

export default function Regrade() {
  const shown = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const { items, underWay, changes, open, untold, choice } = shown;
  return (
    <Main>
      <CohortHeader cohort={shown.cohort} current="Assignments">
        <p>
          The marks of <a href={shown.back}>{shown.title}</a>
        </p>
      </CohortHeader>
      <FormProblem problems={failed && { '': failed.problem }} />
      {choice && <RulingForm choice={choice} />}
      {untold > 0 && (
        <p className="hint">
          Of {count(untold, 'marked answer')} nothing can be told: the question, the wording of its story, or the record of the version that
          marked them is gone. They stay as they are.
        </p>
      )}
      {underWay ? (
        <EmptyState title="The last decision is being carried out">
          <p>Learners get their marks one by one. Look again in a minute; what is left to change is shown then.</p>
        </EmptyState>
      ) : items.length === 0 ? (
        <EmptyState title="Nothing to change">
          <p>
            Every mark of this quiz follows the course as it is now (content version {shown.version}).
            {choice && ' If the dispute should change marks, choose above how the question counts.'}
          </p>
        </EmptyState>
      ) : (
        <>
          <section aria-labelledby="questions">
            <h2 id="questions">What changes in {count(items.length, 'question')}</h2>
            {items.map((item) => (
              <ChangedItem key={item.item} item={item} />
            ))}
          </section>
          {changes.length > 0 && (
            <section aria-labelledby="marks">
              <h2 id="marks">Marks of {count(changes.length, 'learner')}, before and after</h2>
              <MarkChanges label="Marks before and after" changes={changes} cohort={shown.cohort.id} />
              <p className="hint">The {shown.counts} attempt of each learner counts.</p>
            </section>
          )}
          {open > 0 && <p>{count(open, 'attempt')} still under way would be marked so at the end.</p>}
          <Decide shown={shown} note={failed?.note} />
        </>
      )}
      <Decisions decisions={shown.decisions} cohort={shown.cohort.id} />
    </Main>
  );
}
