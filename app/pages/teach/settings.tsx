import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { canDeleteCohort } from '#app/access/rules.ts';
import { Actions, Button } from '#app/ui/button.tsx';
import { Field, FormProblem } from '#app/ui/field.tsx';
import { Main } from '#app/ui/main.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { archiveCohort, removeCohort, renameCohort } from '#app/use-cases/cohorts/change-cohort.server.ts';
import { addCoInstructor, removeCoInstructor } from '#app/use-cases/cohorts/people.server.ts';
import { instructorsOf } from '#db/cohorts.ts';
import { refused, taughtCohortFrom } from '../gate.server.ts';
import { formFrom } from '../request.server.ts';
import { headingOf } from './cohort-heading.server.ts';
import { CohortHeader } from './cohort-nav.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Settings: ${data?.cohort.name ?? 'cohort'} – Criterion` }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, cohort, standing } = await taughtCohortFrom(request, context, params);
  return {
    cohort: await headingOf(context, cohort),
    instructors: await instructorsOf(context.db, cohort.id),
    mayDelete: canDeleteCohort(actor, standing),
    done: new URL(request.url).searchParams.has('done'),
    keys: { rename: context.newId(), archive: context.newId(), teach: context.newId(), remove: context.newId() },
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, cohort, standing } = await taughtCohortFrom(request, context, params);
  const { form } = await formFrom(request);
  const intent = form.get('intent') ?? '';
  if (['add-instructor', 'remove-instructor', 'delete'].includes(intent) && !canDeleteCohort(actor, standing))
    throw refused('That is for the owner of the cohort.');
  switch (intent) {
    case 'rename': {
      const failed = await renameCohort(context, cohort.id, form.get('name') ?? '');
      if (failed) return json({ intent, problems: failed.problems, typed: form.get('name') ?? '' }, { status: 400 });
      break;
    }
    case 'archive':
    case 'unarchive':
      await archiveCohort(context, cohort.id, intent === 'archive');
      break;
    case 'add-instructor': {
      const typed = form.get('email') ?? '';
      const failed = await addCoInstructor(context, actor.id, cohort, typed);
      if (failed) return json({ intent, problems: { email: failed.problem }, typed }, { status: 400 });
      break;
    }
    case 'remove-instructor':
      await removeCoInstructor(context, actor.id, cohort, form.get('person') ?? '');
      break;
    case 'delete':
      if (form.get('confirm') !== 'yes')
        return json({ intent, problems: { '': 'Tick the box to confirm. Nothing was deleted.' }, typed: '' }, { status: 400 });
      await removeCohort(context, actor.id, cohort);
      return redirect('/teach?deleted=1');
    default:
      throw new Response(null, { status: 400 });
  }
  return redirect(`/teach/${cohort.id}/settings?done=1`);
}

export default function CohortSettings() {
  const { cohort, instructors, mayDelete, done, keys } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const problemsOf = (intent: string) => (failed?.intent === intent ? (failed.problems as Record<string, string>) : undefined);
  return (
    <Main>
      <CohortHeader cohort={cohort} current="Settings" />
      {done && !failed && (
        <Notice tone="success">
          <p>The change is made.</p>
        </Notice>
      )}
      <div className="cards cards-wide">
        <form method="post" className="card">
          <h2 className="card-title">Name</h2>
          <FormProblem problems={problemsOf('rename')} />
          <input type="hidden" name="intent" value="rename" />
          <input type="hidden" name="key" value={keys.rename} />
          <Field
            name="name"
            label="Name of the cohort"
            required
            maxLength={200}
            value={problemsOf('rename') ? failed?.typed : cohort.name}
            problem={problemsOf('rename')?.name}
          />
          <Actions>
            <Button variant="quiet">Rename</Button>
          </Actions>
        </form>
        <section className="card">
          <h2 className="card-title">Who teaches</h2>
          <ul className="plain-list">
            {instructors.map((person) => (
              <li key={person.id} className="line-form">
                <span>
                  {person.name} <span className="hint">{person.owner ? 'owner' : person.email}</span>
                </span>
                {!person.owner && mayDelete && (
                  <form method="post">
                    <input type="hidden" name="intent" value="remove-instructor" />
                    <input type="hidden" name="key" value={keys.teach} />
                    <input type="hidden" name="person" value={person.id} />
                    <Button variant="quiet">
                      Remove<span className="visually-hidden"> {person.name}</span>
                    </Button>
                  </form>
                )}
              </li>
            ))}
          </ul>
          {mayDelete && (
            <form method="post">
              <FormProblem problems={problemsOf('add-instructor')} />
              <input type="hidden" name="intent" value="add-instructor" />
              <input type="hidden" name="key" value={keys.teach} />
              <Field
                name="email"
                label="Address of a co-instructor"
                type="email"
                required
                maxLength={300}
                value={problemsOf('add-instructor') ? failed?.typed : undefined}
                problem={problemsOf('add-instructor')?.email}
                hint="Sees and does what you do here, except deleting."
              />
              <Actions>
                <Button variant="quiet">Add</Button>
              </Actions>
            </form>
          )}
        </section>
        <form method="post" className="card">
          <h2 className="card-title">{cohort.archived ? 'Bring back' : 'Archive'}</h2>
          <p>
            {cohort.archived
              ? 'The cohort returns to your list, and its code works again.'
              : 'The cohort moves out of the way and nobody can join it. All figures stay, and you can bring it back.'}
          </p>
          <input type="hidden" name="intent" value={cohort.archived ? 'unarchive' : 'archive'} />
          <input type="hidden" name="key" value={keys.archive} />
          <Actions>
            <Button variant="quiet">{cohort.archived ? 'Bring it back' : 'Archive the cohort'}</Button>
          </Actions>
        </form>
        {mayDelete && (
          <form method="post" className="card danger-zone">
            <h2 className="card-title">Delete</h2>
            <p>
              The cohort, its lists and invitations go for good. What its learners did is theirs and stays with them, but you will no longer
              see it.
            </p>
            <FormProblem problems={problemsOf('delete')} />
            <input type="hidden" name="intent" value="delete" />
            <input type="hidden" name="key" value={keys.remove} />
            <label className="option">
              <input type="checkbox" name="confirm" value="yes" />
              <span>Yes, delete “{cohort.name}”</span>
            </label>
            <Actions>
              <Button variant="danger">Delete the cohort</Button>
            </Actions>
          </form>
        )}
      </div>
    </Main>
  );
}
