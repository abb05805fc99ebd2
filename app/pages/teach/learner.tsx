import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { canMakeResetLink, canViewLearner } from '#app/access/rules.ts';
import { courseById } from '#app/course/courses.server.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Actions, Button } from '#app/ui/button.tsx';
import { FormProblem } from '#app/ui/field.tsx';
import { Main } from '#app/ui/main.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { timeIn } from '#app/ui/when.ts';
import { makeResetLink } from '#app/use-cases/accounts/links.server.ts';
import { noteLearnerLook } from '#app/use-cases/cohorts/look.server.ts';
import { keepNote } from '#app/use-cases/cohorts/view-learner.server.ts';
import { accountOf } from '#db/accounts.ts';
import { isMember } from '#db/cohorts.ts';
import { noteAbout } from '#db/notes.ts';
import { ResetLink } from '../account/reset-link.tsx';
import { type AtCohort, refused, taughtCohortFrom } from '../gate.server.ts';
import { LearnerAnswers, LearnerStanding } from '../learner-record.tsx';
import { recordFrom } from '../record.server.ts';
import { formFrom, missing, scopeOf } from '../request.server.ts';
import { zoneOf } from '../zone.server.ts';
import { reasonLine } from './help-words.ts';
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
  const record = await recordFrom(context, request, { cohort, course, learnerId: member.id, told: false });
  const [zone, names, note] = [zoneOf(request), namesOf(course), await noteAbout(context.db, cohort.id, member.id)];
  return {
    record,
    id: member.id,
    name: member.name,
    email: member.email,
    cohort: { id: cohort.id, name: cohort.name },
    reasons: record.reasons.map((reason) => reasonLine(reason, names, cohort.id, member.id)),
    note: note && { text: note.text, by: note.by, when: timeIn(zone, note.at) },
    mayReset: canMakeResetLink(actor, member, standing !== 'member'),
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

export default function LearnerRoute() {
  const shown = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { cohort, record } = shown;
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
          <ul className="bullets reasons">
            {shown.reasons.map(({ words, href }) => (
              <li key={words}>
                <a href={href}>{words}</a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <LearnerStanding record={record} assignments={`/teach/${cohort.id}/assignments`} />
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
      <LearnerAnswers record={record} />
    </Main>
  );
}
