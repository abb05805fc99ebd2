import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { canMakeResetLink, canViewLearner } from '#app/access/rules.ts';
import { courseById } from '#app/course/courses.server.ts';
import { referencePath } from '#app/course/paths.ts';
import { AnswerSummary } from '#app/ui/answer-summary.tsx';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Actions, Button } from '#app/ui/button.tsx';
import { FeedbackPanel } from '#app/ui/feedback-panel.tsx';
import { FormProblem } from '#app/ui/field.tsx';
import { Main } from '#app/ui/main.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { ReferenceBase } from '#app/ui/reference-link.tsx';
import { ScoreSummary } from '#app/ui/score-summary.tsx';
import { Stats } from '#app/ui/stats.tsx';
import { TableScroll } from '#app/ui/table-scroll.tsx';
import { timeIn } from '#app/ui/when.ts';
import { count, lessonName, percent } from '#app/ui/words.ts';
import { makeResetLink } from '#app/use-cases/accounts/links.server.ts';
import { noteLearnerLook } from '#app/use-cases/cohorts/look.server.ts';
import { keepNote, viewLearner } from '#app/use-cases/cohorts/view-learner.server.ts';
import { accountOf } from '#db/accounts.ts';
import { isMember } from '#db/cohorts.ts';
import { noteAbout } from '#db/notes.ts';
import { ResetLink } from '../account/reset-link.tsx';
import { type AtCohort, refused, taughtCohortFrom } from '../gate.server.ts';
import { duration } from '../learn/lesson-entry.ts';
import { formFrom, missing, scopeOf } from '../request.server.ts';
import { zoneOf } from '../zone.server.ts';
import { reasonWords } from './help-words.ts';
import { kindWords } from './kind-words.ts';
import { namesOf } from './names.server.ts';

const unknown = 'There is no such learner in this cohort.';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.name ?? 'Learner'} – Criterion` }];

type Args = LoaderFunctionArgs | ActionFunctionArgs;

/** Returns the member of the address, for those who may see their record. */
async function memberFrom({
  request,
  params,
  context,
}: Args): Promise<AtCohort & { member: { id: string; name: string; email: string; role: 'learner' | 'instructor' | 'admin' } }> {
  const at = await taughtCohortFrom(request, context, params);
  const id = params.learner ?? '';
  const account = await accountOf(context.db, id);
  if (!account || !canViewLearner(at.actor, at.standing, await isMember(context.db, at.cohort.id, id))) throw missing(unknown);
  return { ...at, member: { id, name: account.name, email: account.email, role: account.role } };
}

export async function loader(args: LoaderFunctionArgs) {
  const { request, context } = args;
  const { actor, cohort, standing, member } = await memberFrom(args);
  const course = courseById(cohort.course);
  if (!course) throw missing('The course of this cohort is no longer on this site.');
  await noteLearnerLook(context, actor.id, cohort, member.id);
  const before = new URL(request.url).searchParams.get('before');
  const view = await viewLearner(scopeOf(context), cohort, course, member.id, before);
  const [zone, names, note] = [zoneOf(request), namesOf(course), await noteAbout(context.db, cohort.id, member.id)];
  return {
    ...view,
    id: member.id,
    name: member.name,
    email: member.email,
    cohort: { id: cohort.id, name: cohort.name },
    course: { id: course.id, version: course.version },
    reasons: view.reasons.map((reason) => reasonWords(reason, names)),
    timeline: view.timeline.map((entry) => ({ ...entry, when: timeIn(zone, entry.at) })),
    note: note && { text: note.text, by: note.by, when: timeIn(zone, note.at) },
    mayReset: canMakeResetLink(actor, member, standing !== 'member'),
    first: before === null,
    done: new URL(request.url).searchParams.has('done'),
    key: context.newId(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const { actor, cohort, standing, member } = await memberFrom(args);
  const { form } = await formFrom(request);
  switch (form.get('intent')) {
    case 'note': {
      const text = form.get('text') ?? '';
      const failed = await keepNote(scopeOf(context), { actorId: actor.id, cohort, learnerId: member.id, text });
      if (failed) return json({ problem: failed.problem, text, link: null }, { status: 400 });
      return redirect(`/teach/${cohort.id}/learners/${member.id}?done=1`);
    }
    case 'link':
      if (!canMakeResetLink(actor, member, standing !== 'member')) throw refused('An administrator has to make a link for this account.');
      return json({ problem: null, text: null, link: `${context.origin}${await makeResetLink(context, actor.id, member.id)}` });
    default:
      throw new Response(null, { status: 400 });
  }
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;
const results = { true: 'Right', false: 'Not right', null: 'Not marked' } as const;

function Timeline({ shown }: { readonly shown: Shown }) {
  return (
    <ReferenceBase.Provider value={referencePath(shown.course.id)}>
      {shown.timeline.map((entry) => (
        <details key={entry.id} className="result-question">
          <summary>
            <span className="result-number figures">{entry.when}</span>{' '}
            <span className="result-stem">
              {entry.about} <span className="hint">{entry.lesson}</span>
            </span>{' '}
            <span className="result-outcome">
              {entry.score !== null && entry.score > 0 && entry.score < 1 ? 'Partly right' : results[`${entry.right}`]},{' '}
              {duration(entry.seconds)}
            </span>
          </summary>
          {entry.misconceptions.length > 0 && <p>Behind it may be: {entry.misconceptions.join('; ')}.</p>}
          {entry.question ? (
            <>
              <AnswerSummary
                item={entry.question.item}
                yours={entry.question.yours}
                chosen={entry.question.chosen ?? undefined}
                right={entry.question.right ?? undefined}
                headingLevel={3}
              />
              <FeedbackPanel feedback={entry.question.feedback} id={`feedback-${entry.id}`} headingLevel={4} />
            </>
          ) : (
            <p className="hint">This question is no longer in the course.</p>
          )}
        </details>
      ))}
    </ReferenceBase.Provider>
  );
}

export default function LearnerRoute() {
  const shown = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { cohort, standing } = shown;
  const marked = shown.abouts.reduce((sum, line) => sum + line.marked, 0);
  const mean = marked === 0 ? null : shown.abouts.reduce((sum, line) => sum + line.score * line.marked, 0) / marked;
  return (
    <Main>
      <Breadcrumb
        trail={[{ label: 'Your cohorts', href: '/teach' }, { label: cohort.name, href: `/teach/${cohort.id}` }, { label: shown.name }]}
      />
      <PageHeader title={shown.name} eyebrow={cohort.name}>
        <p>{shown.email}</p>
      </PageHeader>
      {sent?.link && <ResetLink href={sent.link} name={shown.name} />}
      {shown.done && !sent && (
        <Notice tone="success">
          <p>The note is kept.</p>
        </Notice>
      )}
      {shown.reasons.length > 0 && (
        <Notice title="May need you">
          <ul className="bullets">
            {shown.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Stats
        stats={[
          { label: 'Lessons done', value: `${standing.done} of ${standing.lessons.length}` },
          { label: 'Answers', value: String(shown.answers) },
          { label: 'Time on questions', value: duration(shown.seconds) },
        ]}
      />
      <section aria-labelledby="lessons">
        <h2 id="lessons">Lessons</h2>
        <TableScroll label="Lessons and their state">
          <table className="data-table">
            <caption className="visually-hidden">State and best quiz of each lesson</caption>
            <thead>
              <tr>
                <th scope="col">Lesson</th>
                <th scope="col">State</th>
                <th scope="col" className="number">
                  Best quiz
                </th>
              </tr>
            </thead>
            <tbody>
              {standing.lessons.map((lesson) => (
                <tr key={lesson.slug}>
                  <th scope="row">
                    {lessonName(lesson)}: {lesson.title}
                  </th>
                  <td>{stateWords[lesson.state]}</td>
                  <td className="number figures">{lesson.bestScore === null ? '–' : percent(lesson.bestScore)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      </section>
      {marked > 0 && (
        <>
          <ScoreSummary title="By criterion" score={mean} marked={marked} lines={shown.abouts} />
          <ScoreSummary
            title="By kind of question"
            score={mean}
            marked={marked}
            lines={shown.kinds.map((line) => ({ ...line, label: kindWords(line.label) }))}
          />
        </>
      )}
      {shown.misconceptions.length > 0 && (
        <section aria-labelledby="ideas">
          <h2 id="ideas">Ideas behind wrong answers</h2>
          <ul className="bullets">
            {shown.misconceptions.map((idea) => (
              <li key={idea.id}>
                <a href={`${referencePath(shown.course.id)}/${idea.id}`}>{idea.name}</a>, {count(idea.times, 'answer')}
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className="cards cards-wide">
        <form method="post" className="card">
          <h2 className="card-title">Private note</h2>
          <FormProblem problems={sent?.problem ? { '': sent.problem } : undefined} />
          <input type="hidden" name="intent" value="note" />
          <input type="hidden" name="key" value={shown.key} />
          <p className="entry">
            <label htmlFor="text">For those who teach this cohort</label>
            <textarea
              id="text"
              name="text"
              rows={5}
              maxLength={4000}
              defaultValue={sent?.text ?? shown.note?.text ?? ''}
              aria-describedby="text-hint"
            />
            <span className="hint" id="text-hint">
              {shown.note && `${shown.note.by ? `By ${shown.note.by}, ` : ''}${shown.note.when}. `}
              {shown.name} does not see it here, but gets it with a copy of their data.
            </span>
          </p>
          <Actions>
            <Button variant="quiet">Keep the note</Button>
          </Actions>
        </form>
        {shown.mayReset && (
          <form method="post" className="card">
            <h2 className="card-title">Way in</h2>
            <p>A link to hand over, by which {shown.name} chooses a new passphrase. It works once, for two days.</p>
            <input type="hidden" name="intent" value="link" />
            <input type="hidden" name="key" value={shown.key} />
            <Actions>
              <Button variant="quiet">Make a link</Button>
            </Actions>
          </form>
        )}
      </div>
      <section aria-labelledby="answers">
        <h2 id="answers">Every answer, newest first</h2>
        {shown.timeline.length === 0 ? <p>None yet.</p> : <Timeline shown={shown} />}
        <Actions>
          {!shown.first && <a href={`/teach/${cohort.id}/learners/${shown.id}#answers`}>Newest</a>}
          {shown.next && <a href={`?before=${shown.next}#answers`}>Older answers</a>}
        </Actions>
        <p className="hint">
          n = {count(shown.answers, 'answer')}, all attempts, tests once they are finished. Explanations follow content version{' '}
          {shown.course.version}.
        </p>
      </section>
    </Main>
  );
}

const stateWords = { 'not-started': 'Not started', 'in-progress': 'In progress', done: 'Done', shaky: 'Worth another look' } as const;
