/** Where a learner has a completed course certified, or sees what is left. */
import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { lessonPath } from '#app/course/paths.ts';
import { currentLearner } from '#app/server/session.server.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Actions, Button, ButtonLink } from '#app/ui/button.tsx';
import { Main } from '#app/ui/main.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { lessonName } from '#app/ui/words.ts';
import { certify } from '#app/use-cases/issue-certificate.server.ts';
import { courseStanding } from '#app/use-cases/standing.server.ts';
import { certificatesOf } from '#db/certificates.ts';
import { courseFrom, formFrom, learnerFrom, scopeOf } from '../request.server.ts';
import { dayOf } from './issued.ts';

export const meta: MetaFunction = () => [
  { title: 'Certificate – Criterion' },
  {
    name: 'description',
    content: 'What is left to do before the certificate of the course is issued, and the certificates that you have.',
  },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const course = courseFrom(params);
  const learnerId = await currentLearner(request, context);
  const { left, complete, next } = await courseStanding(scopeOf(context), learnerId, course);
  const issued = learnerId ? await certificatesOf(context.db, learnerId, course.id) : [];
  return {
    course: { id: course.id, title: course.title },
    complete,
    next,
    left: left.map(({ role, number, slug, title, state }) => ({ role, number, slug, title, state })),
    issued: issued.map(({ code, name, issuedAt, withdrawnAt }) => ({
      code,
      name,
      issued: dayOf(issuedAt),
      withdrawn: withdrawnAt !== null,
    })),
    key: context.newId(),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const course = courseFrom(params);
  const { form, key } = await formFrom(request);
  const learnerId = await learnerFrom(request, context, 'A certificate is for what was kept on this device, and nothing has been yet.');
  const name = form.get('name') ?? '';
  const issued = await certify(scopeOf(context), learnerId, course, { name, formKey: key });
  if ('problem' in issued) return json({ problem: issued.problem, name }, { status: 400 });
  return redirect(`/certificates/${issued.code}`);
}

export default function CertificateRoute() {
  const { course, complete, next, left, issued, key } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <Main>
      <Breadcrumb trail={[{ label: course.title, href: `/courses/${course.id}` }, { label: 'Certificate' }]} />
      <PageHeader title="Your certificate">
        <p>
          {complete
            ? 'The course is complete. Choose the name that is to stand on the sheet; nothing else about you will.'
            : 'It is issued when every lesson is done and the final test is passed.'}
        </p>
      </PageHeader>
      {!complete && failed && (
        <Notice tone="error" title="Not issued yet">
          <p>{failed.problem}</p>
        </Notice>
      )}
      {complete ? (
        <NameForm formKey={key} problem={failed?.problem ?? null} name={failed?.name ?? ''} />
      ) : (
        <section aria-labelledby="left">
          <h2 id="left">What is left</h2>
          <ul className="bullets reading">
            {left.map((lesson) => (
              <li key={lesson.slug}>
                {lessonName(lesson)}: <a href={lessonPath(course.id, lesson.slug)}>{lesson.title}</a>
                {lesson.state === 'shaky' && ' (worth another look)'}
              </li>
            ))}
          </ul>
          {next && (
            <Actions>
              <ButtonLink href={next.href}>{next.label}</ButtonLink>
            </Actions>
          )}
        </section>
      )}
      {issued.length > 0 && (
        <section aria-labelledby="issued" className="reading">
          <h2 id="issued">Issued so far</h2>
          <ul className="certificate-list">
            {issued.map((one) => (
              <li key={one.code}>
                <span>
                  {one.withdrawn ? 'Withdrawn: ' : ''}
                  <a href={`/certificates/${one.code}`}>{one.name}</a>, {one.issued}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Main>
  );
}

function NameForm({ formKey, problem, name }: { readonly formKey: string; readonly problem: string | null; readonly name: string }) {
  return (
    <form method="post" className="card reading">
      {problem && (
        <Notice tone="error" title="Not issued yet">
          <p id="name-problem">{problem}</p>
        </Notice>
      )}
      <input type="hidden" name="key" value={formKey} />
      <p className="entry">
        <label htmlFor="name">Name on the certificate</label>
        <input
          id="name"
          name="name"
          type="text"
          autoComplete="name"
          maxLength={200}
          required
          defaultValue={name}
          aria-describedby={problem ? 'name-problem name-hint' : 'name-hint'}
          aria-invalid={problem !== null || undefined}
        />
        <span className="hint" id="name-hint">
          Whoever has the code can see this name, the course, your best scores and the date. You can withdraw it at any time.
        </span>
      </p>
      <Actions>
        <Button>Issue the certificate</Button>
      </Actions>
    </form>
  );
}
