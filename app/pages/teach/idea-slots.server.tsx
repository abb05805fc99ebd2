/** The parts of the page of misconceptions that are most of its markup. Both follow from figures alone. */
import type { Course } from '#app/course/course.ts';
import { lessonPath, referencePath } from '#app/course/paths.ts';
import { inWeeks, mondayOf, weeksOf } from '#app/statistics/weeks.ts';
import { dayWords } from '#app/ui/charts/activity-chart.tsx';
import { BarsChart } from '#app/ui/charts/bars-chart.tsx';
import { RowsChart } from '#app/ui/charts/rows-chart.tsx';
import { dayIn, shortDayIn, timeIn } from '#app/ui/when.ts';
import { count, percent } from '#app/ui/words.ts';
import type { Analysis } from '#app/use-cases/cohorts/analysis.server.ts';
import type { ClassBeliefs } from '#app/use-cases/cohorts/class-beliefs.server.ts';
import type { IdeaFigures } from '#app/use-cases/cohorts/figures.ts';
import type { Overview } from '#app/use-cases/cohorts/overview.server.ts';
import { keptMarkup } from '../kept-markup.server.ts';
import type { Markup } from '../markup.server.ts';
import { BeliefsPart } from './beliefs-part.tsx';
import { beliefsWords } from './beliefs-words.server.ts';
import { contentWords } from './figures-query.ts';

/** Misconceptions in a chart. */
const barsShown = 8;

interface IdeasShown {
  readonly course: Course;
  readonly cohortId: string;
  readonly analysis: Analysis;
  readonly beliefs: ClassBeliefs;
  /** Who is a member, by name. */
  readonly overview: Overview;
  /** Of the map of learners. */
  readonly page: number;
  /** Of whoever looks. */
  readonly zone: string;
}

/** Returns the markup of `beliefs` and `ideas`, made once for the same figures. */
export function ideaSlots(shown: IdeasShown): ReadonlyMap<string, Markup> {
  const { analysis, beliefs, overview, page, zone } = shown;
  return new Map([
    ['beliefs', keptMarkup([overview, beliefs], `beliefs ${page} ${zone}`, () => <Beliefs {...shown} />)],
    ['ideas', keptMarkup([overview, analysis], `ideas ${zone}`, () => <Ideas {...shown} />)],
  ]);
}

const namesIn = ({ learners }: Overview) => new Map(learners.map(({ id, name }) => [id, name]));

function Beliefs({ course, cohortId, beliefs, overview, page, zone }: IdeasShown) {
  const around = { course, cohortId, names: namesIn(overview), page, when: timeIn(zone, beliefs.at) };
  return <BeliefsPart beliefs={beliefsWords(beliefs, around)} />;
}

function Ideas({ course, cohortId, analysis, overview, zone }: IdeasShown) {
  const { ideas, learners, answers } = analysis;
  const names = namesIn(overview);
  const [first] = ideas;
  const charted = ideas.slice(0, barsShown);
  const weeks = weeksOf(charted.flatMap((idea) => idea.weeks));
  const basis = `n = ${count(answers, 'answer')} of ${count(learners, 'learner')}; every answer counts${contentWords(analysis.versions)}; as of ${timeIn(zone, analysis.at)}.`;
  if (!first) return null;
  return (
    <>
      <h2>Answers that show an idea</h2>
      <BarsChart
        title={`${percent(first.held / learners)} of learners have answered as if: “${first.name}”`}
        note={`Share of learners with at least one such answer. ${basis}`}
        empty=""
        most={1}
        columns={['Misconception', 'Learners']}
        bars={charted.map(({ name, held }) => ({ label: name, value: held / learners, words: percent(held / learners) }))}
      />
      <RowsChart
        title={`“${first.name}” has shown since ${dayIn(zone, first.since)}, the last time on ${dayIn(zone, first.last)}`}
        note={`Each bar is a week, from Monday (UTC), and counts its answers that show the misconception. ${basis}`}
        empty=""
        titles={['Misconception', 'First and last shown']}
        columns={weeks.map((week) => dayWords(mondayOf(week)))}
        rows={charted.map(({ name, since, last, weeks: shown }) => ({
          label: name,
          words: [`${shortDayIn(zone, since)} to ${shortDayIn(zone, last)}`],
          counts: inWeeks(shown, weeks),
        }))}
      />
      <h2>One by one</h2>
      {ideas.map((idea) => (
        <Idea key={idea.id} idea={idea} course={course} cohortId={cohortId} names={names} zone={zone} />
      ))}
      <p className="hint">{basis}</p>
    </>
  );
}

interface IdeaProps extends Pick<IdeasShown, 'course' | 'cohortId' | 'zone'> {
  readonly idea: IdeaFigures;
  /** Of the members; a holder who has left since is not told of. */
  readonly names: ReadonlyMap<string, string>;
}

function Idea({ idea, course, cohortId, names, zone }: IdeaProps) {
  const { id, name, says, held, answers, lesson, since, last } = idea;
  const holders = idea.holders.filter(({ learnerId }) => names.has(learnerId));
  return (
    <section className="idea" aria-labelledby={`idea-${id}`}>
      <h3 id={`idea-${id}`}>
        <a href={`${referencePath(course.id)}/${id}`}>{name}</a>
      </h3>
      <p>“{says}”</p>
      <p>
        {count(held, 'learner')}, {count(answers, 'answer')}, first on {dayIn(zone, since)}, last on {dayIn(zone, last)}.{' '}
        {lesson && (
          <>
            Answered by <a href={lessonPath(course.id, lesson.slug)}>{lesson.title}</a>.
          </>
        )}
      </p>
      <details>
        <summary>Who, most often first</summary>
        <ul className="bullets">
          {holders.map((holder) => (
            <li key={holder.learnerId}>
              <a href={`/teach/${cohortId}/learners/${holder.learnerId}?idea=${id}#answers`}>{names.get(holder.learnerId)}</a>,{' '}
              {count(holder.times, 'answer')}, last on {dayIn(zone, holder.last)}
            </li>
          ))}
          {held > holders.length && <li>and {held - holders.length} more</li>}
        </ul>
      </details>
    </section>
  );
}
