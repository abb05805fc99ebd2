import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Actions, ButtonLink } from '#app/ui/button.tsx';
import { Main } from '#app/ui/main.tsx';
import { countMembers } from '#db/cohorts.ts';
import { taughtCohortFrom } from '../gate.server.ts';
import { headingOf } from './cohort-heading.server.ts';
import { CohortHeader } from './cohort-nav.tsx';
import { CountsForm } from './counts-form.tsx';
import { countsIn, countsWords } from './figures-query.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Export: ${data?.cohort.name ?? 'cohort'} – Criterion` }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { cohort } = await taughtCohortFrom(request, context, params);
  return {
    cohort: await headingOf(context, cohort),
    members: await countMembers(context.db, cohort.id),
    counts: countsIn(request),
  };
}

function File({ href, children }: { readonly href: string; readonly children: string }) {
  return (
    <span data-download>
      <ButtonLink href={href} variant="quiet" download>
        {children}
      </ButtonLink>
    </span>
  );
}

export default function Export() {
  const { cohort, members, counts } = useLoaderData<typeof loader>();
  const base = `/teach/${cohort.id}/export`;
  return (
    <Main>
      <CohortHeader cohort={cohort} current="Export">
        <p>Everything that the pages show, as files for a spreadsheet, and a page to print. Each download is noted.</p>
      </CohortHeader>
      <div className="cards cards-wide">
        <section className="card">
          <h2 className="card-title">Gradebook</h2>
          <p>
            {members} learners: state and best quiz of each lesson. The workbook also has the figures of questions and quizzes, and what
            they rest on: {countsWords[counts]} of each learner to a question.
          </p>
          <Actions>
            <File href={`${base}/gradebook.xlsx?counts=${counts}`}>Workbook (XLSX)</File>
            <File href={`${base}/gradebook.csv`}>Table (CSV)</File>
          </Actions>
        </section>
        <section className="card">
          <h2 className="card-title">Answers</h2>
          <p>
            A line for each answer: who, when, what, right or not, the score before it was regraded, and the ideas behind it. Tests that
            still run are left out.
          </p>
          <Actions>
            <File href={`${base}/answers.xlsx`}>Workbook (XLSX)</File>
            <File href={`${base}/answers.csv`}>Table (CSV)</File>
          </Actions>
        </section>
        <section className="card">
          <h2 className="card-title">Class brief</h2>
          <p>One page to print and take along: who may need you, common ideas, and the questions to look at.</p>
          <Actions>
            <ButtonLink href={`/teach/${cohort.id}/brief`} variant="quiet">
              Open the brief
            </ButtonLink>
          </Actions>
        </section>
      </div>
      <CountsForm counts={counts} />
    </Main>
  );
}
