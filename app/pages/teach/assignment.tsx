import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { canManageCohort } from '#app/access/rules.ts';
import { courseById } from '#app/course/courses.server.ts';
import { tooFew, tooFewWords } from '#app/statistics/flags.ts';
import { scoreStatistics } from '#app/statistics/test-scores.ts';
import { Actions, Button } from '#app/ui/button.tsx';
import { Field, FormProblem, SelectField } from '#app/ui/field.tsx';
import { Main } from '#app/ui/main.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Stats } from '#app/ui/stats.tsx';
import { TableScroll } from '#app/ui/table-scroll.tsx';
import { timeIn } from '#app/ui/when.ts';
import { count, percent } from '#app/ui/words.ts';
import { extend } from '#app/use-cases/assignments/set-assignment.server.ts';
import { settle } from '#app/use-cases/assignments/settle.server.ts';
import { lessonsDone, workOfCohort } from '#app/use-cases/assignments/view-assignments.server.ts';
import { noteCohortLook } from '#app/use-cases/cohorts/look.server.ts';
import { overviewOf } from '#app/use-cases/cohorts/overview.server.ts';
import { waitingFor } from '#app/use-cases/regrading/propose.server.ts';
import { deleteAssignment } from '#db/assignments.ts';
import { isMember } from '#db/cohorts.ts';
import { regradesOf } from '#db/regrades.ts';
import { refused } from '../gate.server.ts';
import { handedInWords } from '../handed-in-words.ts';
import { formFrom, missing, scopeOf } from '../request.server.ts';
import { instantIn, localIn, zoneOf } from '../zone.server.ts';
import { assignmentFrom } from './assignment-from.server.ts';
import { headingOf } from './cohort-heading.server.ts';
import { CohortHeader } from './cohort-nav.tsx';
import { DueField } from './due-field.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? 'Assignment'} – Criterion` }];

export async function loader(args: LoaderFunctionArgs) {
  const { request, context } = args;
  const { actor, cohort, assignment } = await assignmentFrom(args);
  await noteCohortLook(context, actor.id, cohort);
  const course = courseById(cohort.course);
  if (!course) throw missing('The course of this cohort is no longer on this site.');
  await settle(scopeOf(context));
  const zone = zoneOf(request);
  const { members, former } = await workOfCohort(context, assignment);
  const learners = new Map((await overviewOf(context, cohort.id, course)).learners.map((learner) => [learner.id, learner]));
  return {
    cohort: await headingOf(context, cohort),
    id: assignment.id,
    title: assignment.title,
    kind: assignment.kind,
    lessons: assignment.lessons.map((slug) => course.lesson(slug)?.title ?? slug),
    questions: assignment.items.length,
    counts: assignment.counts,
    held: assignment.held,
    minutes: assignment.minutes,
    attemptsAllowed: assignment.attemptsAllowed,
    version: assignment.contentVersion,
    opens: timeIn(zone, assignment.opensAt),
    due: timeIn(zone, assignment.dueAt),
    over: context.now() > assignment.dueAt,
    zone,
    now: timeIn(zone, context.now()),
    statistics: scoreStatistics([...members.map(({ work }) => work), ...former].flatMap(({ score }) => score ?? [])),
    former: former.length,
    /** Questions whose marks wait for a decision, and whether there were decisions about marks before. */
    waiting: await waitingFor(context.db, course, assignment),
    decided: (await regradesOf(context.db, assignment.id)).length > 0,
    learners: members.map(({ id, name, work: own }) => ({
      id,
      name,
      used: own.used,
      open: own.open !== null,
      score: own.score,
      handedIn: handedInWords(zone, own),
      due: own.extended ? timeIn(zone, own.dueAt) : null,
      done: lessonsDone(course, assignment, learners.get(id)),
    })),
    /** For whom the form is, where the address says so. */
    named: members.find(({ id }) => id === new URL(request.url).searchParams.get('learner'))?.id,
    extension: { dueAt: localIn(zone, assignment.dueAt + 7 * 86_400_000), extraMinutes: '0' },
    key: context.newId(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const { actor, cohort, standing, assignment } = await assignmentFrom(args);
  const { form } = await formFrom(request);
  if (!canManageCohort(actor, standing)) throw refused('That is for those who teach the cohort.');
  const field = (name: string) => form.get(name) ?? '';
  switch (form.get('intent')) {
    case 'extend': {
      const learnerId = field('learner');
      if (!(await isMember(context.db, cohort.id, learnerId))) throw missing('There is no such learner in this cohort.');
      const typed = {
        dueAt: instantIn(zoneOf(request), field('dueAt')),
        extraMinutes: field('extraMinutes') || '0',
        pastMeant: form.has('pastMeant'),
      };
      const failed = await extend(context, { actorId: actor.id, assignmentId: assignment.id, learnerId, typed });
      if (failed) return json({ problems: failed.problems, values: Object.fromEntries(form) }, { status: 400 });
      break;
    }
    case 'delete':
      if (form.get('confirm') !== 'yes') {
        const problems: Readonly<Record<string, string>> = { confirm: 'Tick the box to confirm. Nothing was deleted.' };
        return json({ problems, values: Object.fromEntries(form) }, { status: 400 });
      }
      await deleteAssignment(context.db, assignment.id);
      return redirect(`/teach/${cohort.id}/assignments`);
    default:
      throw new Response(null, { status: 400 });
  }
  return redirect(`/teach/${cohort.id}/assignments/${assignment.id}`);
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

function stateWords(shown: Shown, learner: Shown['learners'][number]): string {
  if (shown.kind === 'lessons') return learner.done === 0 ? 'Not done' : `${learner.done} of ${shown.lessons.length} done`;
  if (learner.handedIn) return learner.handedIn;
  if (learner.open) return 'At it now';
  return shown.over ? 'Not handed in' : 'Not begun';
}

function Learners({ shown }: { readonly shown: Shown }) {
  const quiz = shown.kind === 'quiz';
  return (
    <TableScroll label="Learners and their work">
      <table className="data-table">
        <caption className="visually-hidden">Each learner’s work on this assignment</caption>
        <thead>
          <tr>
            <th scope="col">Learner</th>
            {/* Beside the name, so that a phone shows it without scrolling sideways. */}
            {quiz && (
              <th scope="col" className="number">
                Score
              </th>
            )}
            <th scope="col">State</th>
            {quiz && (
              <th scope="col" className="number">
                Attempts
              </th>
            )}
            <th scope="col">More time</th>
          </tr>
        </thead>
        <tbody>
          {shown.learners.map((learner) => (
            <tr key={learner.id} id={`learner-${learner.id}`}>
              <th scope="row">
                <a href={`/teach/${shown.cohort.id}/learners/${learner.id}`}>{learner.name}</a>
              </th>
              {quiz && <td className="number figures">{learner.score === null ? '–' : percent(learner.score)}</td>}
              <td className="work-state">{stateWords(shown, learner)}</td>
              {quiz && <td className="number figures">{learner.used}</td>}
              <td>{learner.due ? `until ${learner.due}` : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

export default function Assignment() {
  const shown = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const { statistics: s } = shown;
  const share = (value: number | null) => (value === null ? '–' : percent(value));
  return (
    <Main>
      <CohortHeader cohort={shown.cohort} current="Assignments">
        <p>
          {shown.title}:{' '}
          {shown.kind === 'quiz' ? `graded quiz on “${shown.lessons[0]}”, ${count(shown.questions, 'question')}` : shown.lessons.join('; ')}
        </p>
      </CohortHeader>
      <p>
        Opens {shown.opens}, due {shown.due} ({shown.zone}).{' '}
        {shown.kind === 'quiz' &&
          `${shown.minutes === null ? 'No time limit' : count(shown.minutes, 'minute')}; ${
            shown.attemptsAllowed === null ? 'any number of attempts' : count(shown.attemptsAllowed, 'attempt')
          }, the ${shown.counts} counts; marks ${shown.held ? 'once everybody’s time is over' : 'at once'}.`}
      </p>
      {shown.kind === 'quiz' && (
        <>
          <Stats
            stats={[
              { label: 'Handed in', value: String(s.n) },
              { label: 'Mean', value: share(s.mean) },
              { label: 'Median', value: share(s.median) },
              { label: 'Standard deviation', value: share(s.sd) },
            ]}
          />
          <p className="hint">
            n = {s.n}, the {shown.counts} attempt of each learner counts
            {shown.former > 0 && `, with ${count(shown.former, 'learner')} who left without a name`}; content version {shown.version}.
            {s.n > 0 && s.n < tooFew && ` ${tooFewWords}`}
          </p>
        </>
      )}
      {shown.waiting > 0 ? (
        <Notice title="The course has changed since answers were marked">
          <p>
            {count(shown.waiting, 'question')} of this quiz {shown.waiting === 1 ? 'has' : 'have'} another key or explanation now. Every
            mark stays as it is until you decide.{' '}
            <a href={`/teach/${shown.cohort.id}/assignments/${shown.id}/regrade`}>See what would change</a>
          </p>
        </Notice>
      ) : (
        shown.decided && (
          <p>
            <a href={`/teach/${shown.cohort.id}/assignments/${shown.id}/regrade`}>What was decided about these marks</a>
          </p>
        )
      )}
      {shown.learners.length === 0 ? <p>Nobody has joined yet.</p> : <Learners shown={shown} />}
      <div className="cards cards-wide">
        {shown.learners.length > 0 && (
          <form method="post" className="card">
            <h2 className="card-title">More time for one learner</h2>
            <FormProblem problems={failed?.problems.confirm ? undefined : failed?.problems} />
            <input type="hidden" name="intent" value="extend" />
            <input type="hidden" name="key" value={shown.key} />
            <SelectField
              name="learner"
              label="Learner"
              value={failed?.values.learner ?? shown.named}
              options={shown.learners.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <DueField
              values={failed?.problems.confirm || !failed ? shown.extension : failed.values}
              problems={failed?.problems}
              zone={shown.zone}
              now={shown.now}
              hint={`Time in ${shown.zone}. Marks that wait then wait for this learner too.`}
            />
            {shown.minutes !== null && (
              <Field
                name="extraMinutes"
                label="Extra minutes for an attempt"
                type="number"
                min={0}
                max={600}
                value={failed?.values.extraMinutes ?? shown.extension.extraMinutes}
                problem={failed?.problems.extraMinutes}
              />
            )}
            <Actions>
              <Button variant="quiet">Give more time</Button>
            </Actions>
          </form>
        )}
        <form method="post" className="card danger-zone">
          <h2 className="card-title">Take it back</h2>
          <p>The assignment goes. Attempts stay with the learners, as their own, with marks and explanations.</p>
          <FormProblem problems={failed?.problems.confirm ? { '': failed.problems.confirm } : undefined} />
          <input type="hidden" name="intent" value="delete" />
          <input type="hidden" name="key" value={shown.key} />
          <label className="option">
            <input type="checkbox" name="confirm" value="yes" />
            <span>Yes, delete “{shown.title}”</span>
          </label>
          <Actions>
            <Button variant="danger">Delete the assignment</Button>
          </Actions>
        </form>
      </div>
    </Main>
  );
}
