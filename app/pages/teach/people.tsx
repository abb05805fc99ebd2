import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Actions, Button } from '#app/ui/button.tsx';
import { FormProblem } from '#app/ui/field.tsx';
import { Main } from '#app/ui/main.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { TableScroll } from '#app/ui/table-scroll.tsx';
import { dayIn } from '#app/ui/when.ts';
import { count } from '#app/ui/words.ts';
import { closeJoining, renewJoinCode } from '#app/use-cases/cohorts/change-cohort.server.ts';
import { invitePeople, previewPeople, removeMember, withdrawInvitation } from '#app/use-cases/cohorts/people.server.ts';
import { countMembers, membersOf } from '#db/cohorts.ts';
import { invitationsOf } from '#db/invitations.ts';
import { taughtCohortFrom } from '../gate.server.ts';
import { formFrom } from '../request.server.ts';
import { zoneOf } from '../zone.server.ts';
import { headingOf } from './cohort-heading.server.ts';
import { CohortHeader } from './cohort-nav.tsx';
import { JoinCard } from './join-card.tsx';
import { InvitedLinks, InvitePreview, ListForm } from './people-list.tsx';
import { qrPath } from './qr.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `People: ${data?.cohort.name ?? 'cohort'} – Criterion` }];

const perPage = 100;
const pageOf = (url: URL) => Math.min(Math.max(Math.trunc(Number(url.searchParams.get('page') ?? 1)) || 1, 1), 1000);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { cohort } = await taughtCohortFrom(request, context, params);
  const url = new URL(request.url);
  const [zone, page] = [zoneOf(request), pageOf(url)];
  const members = await membersOf(context.db, cohort.id, { offset: (page - 1) * perPage, limit: perPage });
  const joinHref = cohort.joinCode && `${context.origin}/join/${cohort.joinCode}`;
  return {
    cohort: await headingOf(context, cohort),
    code: cohort.joinCode,
    joinHref,
    qr: joinHref ? qrPath(joinHref) : null,
    members: members.map((person) => ({ ...person, joined: dayIn(zone, person.joinedAt) })),
    total: await countMembers(context.db, cohort.id),
    page,
    perPage,
    invitations: (await invitationsOf(context.db, cohort.id)).map(({ name, email, createdAt }) => ({
      name,
      email,
      made: dayIn(zone, createdAt),
    })),
    made: url.searchParams.has('made'),
    key: context.newId(),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, cohort } = await taughtCohortFrom(request, context, params);
  const { form } = await formFrom(request);
  const text = [form.get('list') ?? '', form.get('file') ?? ''].filter((part) => part.trim() !== '').join('\n');
  switch (form.get('intent')) {
    case 'preview':
      return json({ preview: await previewPeople(context.db, cohort.id, text), text, invited: null, problem: null });
    case 'invite': {
      const invited = await invitePeople(context, actor.id, cohort, text);
      if (!('problem' in invited)) return json({ preview: null, text: '', invited, problem: null });
      const preview = await previewPeople(context.db, cohort.id, text);
      return json({ preview, text, invited: null, problem: invited.problem }, { status: 429 });
    }
    case 'renew-code':
      await renewJoinCode(context, cohort.id);
      break;
    case 'close-code':
      await closeJoining(context, cohort.id);
      break;
    case 'remove':
      await removeMember(context, actor.id, cohort, form.get('person') ?? '');
      break;
    case 'withdraw':
      await withdrawInvitation(context, cohort.id, form.get('email') ?? '');
      break;
    default:
      throw new Response(null, { status: 400 });
  }
  return redirect(`/teach/${cohort.id}/people`);
}

export default function People() {
  const { cohort, code, joinHref, qr, members, total, page, perPage: size, invitations, made, key } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const last = Math.max(1, Math.ceil(total / size));
  return (
    <Main>
      <CohortHeader cohort={cohort} current="People" />
      {made && !sent && (
        <Notice tone="success" title="The cohort is made">
          <p>Now let your class join: show the code, send the link, or add people from a list.</p>
        </Notice>
      )}
      {sent?.invited && <InvitedLinks invited={sent.invited} />}
      <FormProblem problems={sent?.problem ? { '': sent.problem } : undefined} />
      {sent?.preview ? (
        <InvitePreview preview={sent.preview} text={sent.text} cohort={cohort.id} formKey={key} />
      ) : (
        <div className="cards cards-wide">
          <JoinCard code={code} href={joinHref} qr={qr} formKey={key} />
          <ListForm formKey={key} />
        </div>
      )}
      <section aria-labelledby="members">
        <h2 id="members">{total === 0 ? 'Nobody has joined yet' : count(total, 'learner')}</h2>
        {members.length > 0 && (
          <TableScroll label="Learners of this cohort">
            <table className="data-table">
              <caption className="visually-hidden">Learners of this cohort by name</caption>
              <thead>
                <tr>
                  <th scope="col">Name</th>
                  <th scope="col">Address</th>
                  <th scope="col">Joined</th>
                  <th scope="col">Change</th>
                </tr>
              </thead>
              <tbody>
                {members.map((person) => (
                  <tr key={person.id}>
                    <th scope="row">
                      <a href={`/teach/${cohort.id}/learners/${person.id}`}>{person.name}</a>
                    </th>
                    <td>{person.email}</td>
                    <td className="figures">{person.joined}</td>
                    <td>
                      <form method="post">
                        <input type="hidden" name="intent" value="remove" />
                        <input type="hidden" name="key" value={key} />
                        <input type="hidden" name="person" value={person.id} />
                        <Button variant="quiet">
                          Take out<span className="visually-hidden"> {person.name}</span>
                        </Button>
                      </form>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableScroll>
        )}
        {last > 1 && (
          <Actions>
            <span className="hint figures">
              Page {page} of {last}
            </span>
            {page > 1 && <a href={`?page=${page - 1}`}>Page before</a>}
            {page < last && <a href={`?page=${page + 1}`}>Next page</a>}
          </Actions>
        )}
      </section>
      {invitations.length > 0 && (
        <section aria-labelledby="invited">
          <h2 id="invited">Invited, not here yet</h2>
          <ul className="plain-list">
            {invitations.map((invitation) => (
              <li key={invitation.email}>
                <form method="post" className="line-form">
                  <input type="hidden" name="intent" value="withdraw" />
                  <input type="hidden" name="key" value={key} />
                  <input type="hidden" name="email" value={invitation.email} />
                  <span>
                    {invitation.name || invitation.email}{' '}
                    <span className="hint">
                      {invitation.name && `${invitation.email}, `}invited {invitation.made}
                    </span>
                  </span>
                  <Button variant="quiet">
                    Take back<span className="visually-hidden"> the invitation of {invitation.email}</span>
                  </Button>
                </form>
              </li>
            ))}
          </ul>
          <p className="hint">A lost link is replaced by adding the same address again.</p>
        </section>
      )}
    </Main>
  );
}
