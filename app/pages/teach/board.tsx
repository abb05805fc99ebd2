import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { courseById } from '#app/course/courses.server.ts';
import { tooFew, tooFewWords } from '#app/statistics/flags.ts';
import { byWeeks, mondayOf, weekOf, weeksOf } from '#app/statistics/weeks.ts';
import { Actions, Button, ButtonLink } from '#app/ui/button.tsx';
import { dayWords } from '#app/ui/charts/activity-chart.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Field, SelectField } from '#app/ui/field.tsx';
import { Main } from '#app/ui/main.tsx';
import { Stats } from '#app/ui/stats.tsx';
import { shortDayIn, timeIn } from '#app/ui/when.ts';
import { count, lessonName, percent } from '#app/ui/words.ts';
import { boardPage, boardQuery, boardSummary } from '#app/use-cases/cohorts/board.server.ts';
import { noteCohortLook } from '#app/use-cases/cohorts/look.server.ts';
import { overviewOf } from '#app/use-cases/cohorts/overview.server.ts';
import { taughtCohortFrom } from '../gate.server.ts';
import { missing } from '../request.server.ts';
import { zoneOf } from '../zone.server.ts';
import { BoardTable } from './board-table.tsx';
import { ClassCharts } from './class-charts.tsx';
import { headingOf } from './cohort-heading.server.ts';
import { CohortHeader } from './cohort-nav.tsx';
import { contentWords } from './figures-query.ts';
import { reasonLine, reasonWords } from './help-words.ts';
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
  const { learners } = overview;
  const board = boardPage(overview, query);
  const reasonsOf = (learner: (typeof learners)[number]) => learner.reasons.map((reason) => reasonWords(reason, names));
  const { needing, ...counts } = boardSummary(overview);
  const weeks = weeksOf([...overview.completion.flatMap((one) => one.weeks), { week: weekOf(overview.at), count: 0 }]);
  return {
    cohort: await headingOf(context, cohort),
    course: course.title,
    content: contentWords(overview.versions),
    at: timeIn(zone, overview.at),
    query,
    total: learners.length,
    parts: course.lessons.map(({ slug, title, number, role }, index) => ({
      slug,
      title,
      name: lessonName({ number, role }),
      short: role === 'capstone' ? 'Cap' : String(number),
      done: overview.lessons[index]?.done ?? 0,
    })),
    states: course.lessons.flatMap((lesson, index) => {
      const tally = overview.lessons[index];
      return tally ? [{ name: `${lessonName(lesson)}: ${lesson.title}`, tally }] : [];
    }),
    weeks: weeks.map((week) => dayWords(mondayOf(week))),
    passed: overview.completion.map((one) => {
      const lesson = course.lessons.find(({ slug }) => slug === one.lesson);
      return { name: lesson ? `${lessonName(lesson)}: ${lesson.title}` : 'All quizzes', counts: byWeeks(one.weeks, weeks) };
    }),
    ...counts,
    needing: needing.length,
    help: needing.slice(0, helpShown).map(({ id, name, reasons }) => ({
      id,
      name,
      reasons: reasons.map((reason) => reasonLine(reason, names, cohort.id, id)),
    })),
    activity: overview.activity.map(({ day, answers }) => ({ day, count: answers })),
    board: {
      ...board,
      learners: board.learners.map((learner) => ({
        id: learner.id,
        name: learner.name,
        email: learner.email,
        lessons: learner.lessons,
        done: learner.done,
        score: learner.score,
        last: learner.lastAt === null ? null : shortDayIn(zone, learner.lastAt),
        reasons: reasonsOf(learner),
      })),
    },
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
        <p>
          <a href={`/teach/${cohort.id}?show=help&sort=help#board`}>All {needing} of them</a>
        </p>
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
  const { cohort, query, total, parts, board } = shown;
  const onPage = (page: number) =>
    `?${new URLSearchParams({ q: query.q, sort: query.sort, show: query.show, dir: query.dir, page: String(page) })}#board`;
  const sorted = (sort: string, dir: string) => `?${new URLSearchParams({ q: query.q, sort, dir, show: query.show })}#board`;
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
        {board.learners.length === 0 ? (
          <p>No learner fits. {query.q && `Nobody has “${query.q}” in name or address.`}</p>
        ) : (
          <BoardTable cohort={cohort.id} parts={parts} learners={board.learners} total={total} sorting={{ ...query, href: sorted }} />
        )}
        {board.pages > 1 && (
          <Actions>
            {board.page > 1 && <a href={onPage(board.page - 1)}>Page before</a>}
            <span className="hint figures">
              Page {board.page} of {board.pages}
            </span>
            {board.page < board.pages && <a href={onPage(board.page + 1)}>Next page</a>}
          </Actions>
        )}
        <p className="hint" id="board-basis" data-refresh="10">
          {count(board.found, 'learner')} shown. The figure is the best finished quiz of a lesson. As of {shown.at}
          {shown.content}. The page renews itself while you look.
        </p>
      </section>
      <section aria-labelledby="class" className="board-now">
        <h2 id="class">How the class gets on</h2>
        <div id="charts" data-refresh="10" className="board-now">
          <ClassCharts {...shown} />
        </div>
      </section>
    </Main>
  );
}
