import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { hasAccount } from '#app/access/actor.ts';
import { courseById } from '#app/course/courses.server.ts';
import { currentActor } from '#app/server/session.server.ts';
import { Actions, Button, ButtonLink } from '#app/ui/button.tsx';
import { Main } from '#app/ui/main.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { findInvite, joinByCode } from '#app/use-cases/cohorts/join-cohort.server.ts';
import { isMember } from '#db/cohorts.ts';
import { accountFrom } from '../gate.server.ts';
import { formFrom, missing } from '../request.server.ts';
import { JoinForm } from './join-form.tsx';
import { SeenByInstructors } from './seen-words.tsx';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.found ? `Join ${data.found.name} – Criterion` : 'Join a cohort – Criterion' },
  { name: 'description', content: 'What your instructor will see of your work, before you join the cohort.' },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const code = params.code ?? '';
  const actor = await currentActor(request, context);
  const invite = await findInvite(context, actor?.id ?? null, code);
  // The form again, with what was typed: most wrong codes are a letter away from a right one.
  if ('problem' in invite) return json({ found: null, code, problem: invite.problem }, { status: 404 });
  const signedIn = hasAccount(actor);
  if (signedIn && (await isMember(context.db, invite.id, actor.id))) throw redirect(`/cohorts/${invite.id}`);
  const course = courseById(invite.course)?.title ?? invite.course;
  return json({ found: { ...invite, course, signedIn, key: context.newId() }, code, problem: null });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await accountFrom(request, context);
  await formFrom(request);
  const joined = await joinByCode(context, actor.id, params.code ?? '');
  if ('problem' in joined) throw missing(joined.problem);
  return redirect(`/cohorts/${joined.cohortId}?joined=1`);
}

export default function JoinCode() {
  const { found, code, problem } = useLoaderData<typeof loader>();
  if (!found)
    return (
      <Main>
        <JoinForm code={code} problem={problem} />
      </Main>
    );
  const { name, course, instructors, invited, signedIn, key } = found;
  const then = encodeURIComponent(`/join/${code}`);
  return (
    <Main>
      <PageHeader title={`Join “${name}”`} eyebrow={course}>
        <p>
          {invited ? `A place is kept for ${invited}. ` : ''}
          {signedIn
            ? 'What you have done in this course so far comes with you.'
            : 'You need an account for this; what you have done on this device becomes part of it.'}
        </p>
      </PageHeader>
      {signedIn ? (
        <form method="post" className="actions">
          <input type="hidden" name="key" value={key} />
          <Button>Join the cohort</Button>
        </form>
      ) : (
        <Actions>
          <ButtonLink href={`/sign-up?then=${then}`}>Make an account</ButtonLink>
          <ButtonLink href={`/sign-in?then=${then}`} variant="quiet">
            Sign in
          </ButtonLink>
        </Actions>
      )}
      <SeenByInstructors instructors={instructors} />
    </Main>
  );
}
