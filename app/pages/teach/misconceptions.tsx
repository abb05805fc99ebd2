import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { courseById } from '#app/course/courses.server.ts';
import { lessonPath, referencePath } from '#app/course/paths.ts';
import { tooFew, tooFewWords } from '#app/statistics/flags.ts';
import { inWeeks, mondayOf, weeksOf } from '#app/statistics/weeks.ts';
import { dayWords } from '#app/ui/charts/activity-chart.tsx';
import { BarsChart } from '#app/ui/charts/bars-chart.tsx';
import { RowsChart } from '#app/ui/charts/rows-chart.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Main } from '#app/ui/main.tsx';
import { dayIn, shortDayIn, timeIn } from '#app/ui/when.ts';
import { count, percent } from '#app/ui/words.ts';
import { analysisOf } from '#app/use-cases/cohorts/analysis.server.ts';
import { classBeliefsOf } from '#app/use-cases/cohorts/class-beliefs.server.ts';
import { noteCohortLook } from '#app/use-cases/cohorts/look.server.ts';
import { overviewOf } from '#app/use-cases/cohorts/overview.server.ts';
import { teachNext } from '#app/use-cases/cohorts/teach-next.server.ts';
import { taughtCohortFrom } from '../gate.server.ts';
import { missing } from '../request.server.ts';
import { zoneOf } from '../zone.server.ts';
import { BeliefsPart } from './beliefs-part.tsx';
import { beliefsWords, pageIn } from './beliefs-words.server.ts';
import { headingOf } from './cohort-heading.server.ts';
import { CohortHeader } from './cohort-nav.tsx';
import { contentWords } from './figures-query.ts';
import { TeachNextPart } from './teach-next.tsx';
import { teachNextWords } from './teach-next-words.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Misconceptions: ${data?.cohort.name ?? 'cohort'} – Criterion` }];

const barsShown = 8;
const nothingHeld = 'Nobody holds any misconception more likely than not, so nothing presses: go on as planned.';

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, cohort } = await taughtCohortFrom(request, context, params);
  const course = courseById(cohort.course);
  if (!course) throw missing('The course of this cohort is no longer on this site.');
  await noteCohortLook(context, actor.id, cohort);
  const analysis = await analysisOf(context, cohort.id, course, 'first');
  const names = new Map((await overviewOf(context, cohort.id, course)).learners.map(({ id, name }) => [id, name]));
  const beliefs = await classBeliefsOf(context, cohort.id, course);
  const next = await teachNext(context, course, beliefs);
  const zone = zoneOf(request);
  const weeks = weeksOf(analysis.ideas.slice(0, barsShown).flatMap((idea) => idea.weeks));
  return {
    weeks: weeks.map((week) => dayWords(mondayOf(week))),
    cohort: await headingOf(context, cohort),
    reference: referencePath(course.id),
    learners: analysis.learners,
    answers: analysis.answers,
    content: contentWords(analysis.versions),
    when: timeIn(zone, analysis.at),
    next: next && teachNextWords(course, cohort.id, next),
    beliefs: beliefsWords(beliefs, { course, cohortId: cohort.id, names, page: pageIn(request), when: timeIn(zone, beliefs.at) }),
    ideas: analysis.ideas.map(({ holders, since, last, weeks: shown, lesson, ...idea }) => ({
      ...idea,
      since: dayIn(zone, since),
      last: dayIn(zone, last),
      span: `${shortDayIn(zone, since)} to ${shortDayIn(zone, last)}`,
      byWeek: inWeeks(shown, weeks),
      lesson: lesson && { title: lesson.title, href: lessonPath(course.id, lesson.slug) },
      holders: holders.flatMap(({ learnerId, times, last }) =>
        names.has(learnerId) ? [{ id: learnerId, name: names.get(learnerId) ?? '', times, last: dayIn(zone, last) }] : [],
      ),
    })),
  };
}

export default function Misconceptions() {
  const { cohort, reference, learners, answers, content, when, weeks, ideas, next, beliefs } = useLoaderData<typeof loader>();
  const [first] = ideas;
  const basis = `n = ${count(answers, 'answer')} of ${count(learners, 'learner')}; every answer counts${content}; as of ${when}.`;
  return (
    <Main>
      <CohortHeader cohort={cohort} current="Misconceptions">
        <p>What this class probably believes, the ideas that lead to its wrong answers, and the lesson that answers each.</p>
      </CohortHeader>
      {beliefs.learners > 0 && (
        <>
          {beliefs.learners < tooFew && <p className="hint">{tooFewWords}</p>}
          {next ? <TeachNextPart next={next} /> : <p>{nothingHeld}</p>}
          <BeliefsPart beliefs={beliefs} />
        </>
      )}
      {!first ? (
        <EmptyState title="None so far">
          <p>No answer of this cohort points to a misconception yet.</p>
        </EmptyState>
      ) : (
        <>
          <h2>Answers that show an idea</h2>
          <BarsChart
            title={`${percent(first.held / learners)} of learners have answered as if: “${first.name}”`}
            note={`Share of learners with at least one such answer. ${basis}`}
            empty=""
            most={1}
            columns={['Misconception', 'Learners']}
            bars={ideas
              .slice(0, barsShown)
              .map(({ name, held }) => ({ label: name, value: held / learners, words: percent(held / learners) }))}
          />
          <RowsChart
            title={`“${first.name}” has shown since ${first.since}, the last time on ${first.last}`}
            note={`Each bar is a week, from Monday (UTC), and counts its answers that show the misconception. ${basis}`}
            empty=""
            titles={['Misconception', 'First and last shown']}
            columns={weeks}
            rows={ideas.slice(0, barsShown).map(({ name, span, byWeek }) => ({ label: name, words: [span], counts: byWeek }))}
          />
          <h2>One by one</h2>
          {ideas.map((idea) => (
            <section key={idea.id} className="idea" aria-labelledby={`idea-${idea.id}`}>
              <h3 id={`idea-${idea.id}`}>
                <a href={`${reference}/${idea.id}`}>{idea.name}</a>
              </h3>
              <p>“{idea.says}”</p>
              <p>
                {count(idea.held, 'learner')}, {count(idea.answers, 'answer')}, first on {idea.since}, last on {idea.last}.{' '}
                {idea.lesson && (
                  <>
                    Answered by <a href={idea.lesson.href}>{idea.lesson.title}</a>.
                  </>
                )}
              </p>
              <details>
                <summary>Who, most often first</summary>
                <ul className="bullets">
                  {idea.holders.map((holder) => (
                    <li key={holder.id}>
                      <a href={`/teach/${cohort.id}/learners/${holder.id}?idea=${idea.id}#answers`}>{holder.name}</a>,{' '}
                      {count(holder.times, 'answer')}, last on {holder.last}
                    </li>
                  ))}
                  {idea.held > idea.holders.length && <li>and {idea.held - idea.holders.length} more</li>}
                </ul>
              </details>
            </section>
          ))}
          <p className="hint">{basis}</p>
        </>
      )}
    </Main>
  );
}
