import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { learnerAside, sessionHash } from '#app/server/session.server.ts';
import { Main } from '#app/ui/main.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { dayIn } from '#app/ui/when.ts';
import { editProfile, renewPassphrase } from '#app/use-cases/accounts/change-account.server.ts';
import { accountOf } from '#db/accounts.ts';
import { cohortsJoinedBy } from '#db/cohorts.ts';
import { passkeysOf, removePasskey } from '#db/passkeys.ts';
import { countSessions, deleteSessionsOf } from '#db/sessions.ts';
import { accountFrom } from '../gate.server.ts';
import { formFrom, missing } from '../request.server.ts';
import { isZone, keepZone, zoneOf, zones } from '../zone.server.ts';
import { Passkeys, PassphraseForm, ProfileForm, Sessions, ZoneForm } from './account-forms.tsx';

export const meta: MetaFunction = () => [{ title: 'Your account – Criterion' }];

const done: Readonly<Record<string, string>> = {
  profile: 'Your name and address are kept.',
  passphrase: 'The new passphrase is set. Wherever else you were signed in, you are signed out.',
  reset:
    'The new passphrase is set, and everybody is signed out but you. Passkeys go on opening your account: remove below any that is not yours.',
  passkey: 'The passkey is added. Use it to sign in from now on.',
  removed: 'The passkey is removed. It no longer opens your account.',
  sessions: 'You are signed out everywhere else.',
  left: 'You have left the cohort. What you did stays yours.',
  zone: 'Times are shown in this zone from now on.',
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { id, role } = await accountFrom(request, context);
  const [account, passkeys, sessions, aside] = [
    await accountOf(context.db, id),
    await passkeysOf(context.db, id),
    await countSessions(context.db, id, context.now()),
    await learnerAside(request, context),
  ];
  if (!account) throw missing('There is no account any more.');
  const zone = zoneOf(request);
  return {
    name: account.name,
    email: account.email,
    role,
    hasPassphrase: account.passphraseHash !== null,
    passkeys: passkeys.map(({ id: key, label, createdAt, lastUsedAt }) => ({
      id: key,
      label,
      made: dayIn(zone, createdAt),
      used: lastUsedAt === null ? null : dayIn(zone, lastUsedAt),
    })),
    sessions,
    aside: aside !== null,
    cohorts: (await cohortsJoinedBy(context.db, id)).map((cohort) => ({ id: cohort.id, name: cohort.name })),
    zone,
    zones: zones(),
    keys: {
      profile: context.newId(),
      passphrase: context.newId(),
      passkey: context.newId(),
      sessions: context.newId(),
      zone: context.newId(),
    },
    done: done[new URL(request.url).searchParams.get('done') ?? ''] ?? null,
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { id } = await accountFrom(request, context);
  const { form } = await formFrom(request);
  const field = (name: string) => form.get(name) ?? '';
  const failed = (intent: string, problems: Readonly<Record<string, string>>) =>
    json({ intent, problems, typed: { name: field('name'), email: field('email') } }, { status: 400 });
  const hash = (await sessionHash(request, context)) ?? undefined;
  switch (form.get('intent')) {
    case 'profile': {
      const wrong = await editProfile(context, id, { name: field('name'), email: field('email'), passphrase: field('passphrase') });
      return wrong ? failed('profile', wrong.problems) : redirect('/account?done=profile');
    }
    case 'passphrase': {
      const wrong = await renewPassphrase(context, id, { current: field('current'), fresh: field('fresh'), keepSession: hash });
      return wrong ? failed('passphrase', wrong.problems) : redirect('/account?done=passphrase');
    }
    case 'remove-passkey': {
      const account = await accountOf(context.db, id);
      const left = (await passkeysOf(context.db, id)).filter((passkey) => passkey.id !== field('passkey'));
      if (account?.passphraseHash === null && left.length === 0)
        return failed('passkey', { '': 'It is your only way in. Add another passkey or a passphrase first.' });
      await removePasskey(context.db, id, field('passkey'));
      return redirect('/account?done=removed');
    }
    case 'sessions': {
      await deleteSessionsOf(context.db, id, hash);
      return redirect('/account?done=sessions');
    }
    case 'zone': {
      if (!isZone(field('zone'))) return failed('zone', { zone: 'Choose a zone from the list.' });
      return redirect('/account?done=zone', { headers: { 'Set-Cookie': keepZone(field('zone')) } });
    }
    default:
      throw new Response(null, { status: 400 });
  }
}

export default function AccountRoute() {
  const account = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const problemsIn = (intent: string) => (failed?.intent === intent ? failed.problems : undefined);
  return (
    <Main>
      <PageHeader title="Your account">
        <p>
          {account.name}, {account.email}
          {account.role === 'learner' ? '' : ` (${account.role})`}
        </p>
      </PageHeader>
      {account.done && !failed && (
        <Notice tone="success">
          <p>{account.done}</p>
        </Notice>
      )}
      {account.aside && (
        <Notice title="This device has work without an account">
          <p>
            Somebody has learnt here without signing in. If it was you, <a href="/bring-along">bring it along</a>.
          </p>
        </Notice>
      )}
      <div className="cards cards-wide">
        <ProfileForm
          name={failed?.intent === 'profile' ? failed.typed.name : account.name}
          email={failed?.intent === 'profile' ? failed.typed.email : account.email}
          askPassphrase={account.hasPassphrase}
          formKey={account.keys.profile}
          problems={problemsIn('profile')}
        />
        <PassphraseForm hasPassphrase={account.hasPassphrase} formKey={account.keys.passphrase} problems={problemsIn('passphrase')} />
        <Passkeys passkeys={account.passkeys} formKey={account.keys.passkey} problems={problemsIn('passkey')} />
        <Sessions sessions={account.sessions} formKey={account.keys.sessions} />
        <ZoneForm zone={account.zone} zones={account.zones} formKey={account.keys.zone} problems={problemsIn('zone')} />
        <section className="card">
          <h2 className="card-title">Your cohorts</h2>
          {account.cohorts.length === 0 && <p>You are in none. With a code from an instructor you learn together with a class.</p>}
          <ul className="plain-list">
            {account.cohorts.map((cohort) => (
              <li key={cohort.id}>
                <a href={`/cohorts/${cohort.id}`}>{cohort.name}</a>
              </li>
            ))}
          </ul>
          <p>
            <a href="/join">Join a cohort</a>
          </p>
        </section>
        <section className="card">
          <h2 className="card-title">Your data</h2>
          <p>Everything held about you, to save or to delete, is under your progress.</p>
          <p>
            <a href="/progress#your-data">Save or delete my data</a>
          </p>
        </section>
      </div>
    </Main>
  );
}
