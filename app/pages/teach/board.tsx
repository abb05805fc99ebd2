import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { courseById } from '#app/course/courses.server.ts';
import { tooFew, tooFewWords } from '#app/statistics/flags.ts';
import { Actions, Button, ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Field, SelectField } from '#app/ui/field.tsx';
import { Main } from '#app/ui/main.tsx';
import { Stats } from '#app/ui/stats.tsx';
import { timeIn } from '#app/ui/when.ts';
import { count, percent } from '#app/ui/words.ts';
import { boardPage, boardQuery, boardSummary } from '#app/use-cases/cohorts/board.server.ts';
import { noteCohortLook } from '#app/use-cases/cohorts/look.server.ts';
import { overviewOf } from '#app/use-cases/cohorts/overview.server.ts';
import { taughtCohortFrom } from '../gate.server.ts';
import { missing } from '../request.server.ts';
import { slotMark } from '../slots.ts';
import { zoneOf } from '../zone.server.ts';
import { boardSlots } from './board-slots.server.tsx';
import { headingOf } from './cohort-heading.server.ts';
import { CohortHeader } from './cohort-nav.tsx';
import { contentWords } from './figures-query.ts';
import { reasonLine } from './help-words.ts';
import { namesOf } from './names.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.cohort.name ?? 'Cohort'} – Criterion` },
  { name: 'description', content: 'Who of the class may need help and why, and how far each member is.' },
];

const helpShown = 5;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, cohort } = await taughtCohortFrom(request, context, params);
  const course = courseById(cohort.course);
  if (!course) throw missing('The course of this cohort is no longer on this site.');
  await noteCohortLook(context, actor.id, cohort);
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const query = boardQuery.parse({ q: '', ...asked });
  const overview = await overviewOf(context, cohort.id, course);
  const [zone, names] = [zoneOf(request), namesOf(course)];
  const { learners, found, page, pages } = boardPage(overview, query);
  const { needing, ...counts } = boardSummary(overview);
  context.slots = boardSlots({ course, cohortId: cohort.id, overview, query, learners, zone });
  return {
    cohort: await headingOf(context, cohort),
    course: course.title,
    content: contentWords(overview.versions),
    at: timeIn(zone, overview.at),
    query,
    total: overview.learners.length,
    ...counts,
    needing: needing.length,
    help: needing.slice(0, helpShown).map(({ id, name, reasons }) => ({
      id,
      name,
      reasons: reasons.map((reason) => reasonLine(reason, names, cohort.id, id)),
    })),
    found,
    page,
    pages,
  };
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

function NeedsHelp({ shown }: { readonly shown: Shown }) {
  const { cohort, help, needing } = shown;
  return (
    <section aria-labelledby="help">
      <h2 id="help">Who may need you</h2>
      {help.length === 0 ? (
        <p>Nobody stands out: nobody is stuck, quiet for two weeks, or holds on to one idea.</p>
      ) : (
        <ul className="help-list plain-list">
          {help.map((learner) => (
            <li key={learner.id}>
              <a href={`/teach/${cohort.id}/learners/${learner.id}`}>{learner.name}</a>
              <ul>
                {learner.reasons.map(({ words, href }) => (
                  <li key={words}>
                    <a href={href}>{words}</a>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
      {needing > help.length && (
        <Actions>
          <a href={`/teach/${cohort.id}?show=help&sort=help#board`}>All {needing} of them</a>
        </Actions>
      )}
    </section>
  );
}

const sorts = {
  name: 'Name',
  help: 'Who needs you first',
  done: 'Least done first',
  score: 'Lowest score first',
  last: 'Longest away first',
};
const shows = { all: 'Everybody', help: 'Who may need you', 'not-started': 'Not started', 'under-way': 'Under way', complete: 'Complete' };
const optionsOf = (words: Readonly<Record<string, string>>) => Object.entries(words).map(([value, label]) => ({ value, label }));

export default function Board() {
  const shown = useLoaderData<typeof loader>();
  const { cohort, query, total, found, page, pages } = shown;
  const onPage = (other: number) =>
    `?${new URLSearchParams({ q: query.q, sort: query.sort, show: query.show, dir: query.dir, page: String(other) })}#board`;
  if (total === 0)
    return (
      <Main>
        <CohortHeader cohort={cohort} current="Board" />
        <EmptyState title="Nobody has joined yet" action={<ButtonLink href={`/teach/${cohort.id}/people`}>Let your class join</ButtonLink>}>
          <p>As soon as somebody has, you see here how they get on.</p>
        </EmptyState>
      </Main>
    );
  return (
    <Main>
      <CohortHeader cohort={cohort} current="Board">
        <p>{shown.course}</p>
      </CohortHeader>
      <div data-refresh="10" id="now" className="board-now">
        <Stats
          stats={[
            { label: 'Learners', value: String(total) },
            { label: 'Started', value: String(shown.started), note: percent(shown.started / total) },
            { label: 'Here in the last week', value: String(shown.week), note: percent(shown.week / total) },
            { label: 'Complete', value: String(shown.complete), note: percent(shown.complete / total) },
          ]}
        />
        <p className="hint">
          n = {count(total, 'learner')}
          {shown.content}; as of {shown.at}. {total < tooFew && tooFewWords}
        </p>
        <NeedsHelp shown={shown} />
      </div>
      <section aria-labelledby="board" className="board-part">
        <h2 id="board">Learners by lesson</h2>
        <form method="get" className="filters" action={`/teach/${cohort.id}#board`}>
          <Field name="q" label="Name or address" type="search" value={query.q} maxLength={200} />
          <SelectField name="show" label="Show" value={query.show} options={optionsOf(shows)} />
          <SelectField
            name="sort"
            label="Order"
            value={query.sort}
            options={optionsOf(query.sort in sorts ? sorts : { ...sorts, [query.sort]: 'As in the table' })}
          />
          <Button variant="quiet">Show</Button>
        </form>
        {found === 0 ? <p>No learner fits. {query.q && `Nobody has “${query.q}” in name or address.`}</p> : slotMark('learners')}
        {pages > 1 && (
          <Actions>
            {page > 1 && <a href={onPage(page - 1)}>Page before</a>}
            <span className="hint figures">
              Page {page} of {pages}
            </span>
            {page < pages && <a href={onPage(page + 1)}>Next page</a>}
          </Actions>
        )}
        <p className="hint" id="board-basis" data-refresh="10">
          {count(found, 'learner')} shown. The figure is the best finished quiz of a lesson. As of {shown.at}
          {shown.content}. The page renews itself while you look.
        </p>
      </section>
      <section aria-labelledby="class" className="board-now">
        <h2 id="class">How the class gets on</h2>
        <div id="charts" data-refresh="10" className="board-now">
          {slotMark('charts')}
        </div>
      </section>
    </Main>
  );
}
