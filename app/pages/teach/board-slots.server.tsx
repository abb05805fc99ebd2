/** The two parts of the board that are most of its markup: the learners by lessons, and the charts. Both follow from the overview alone. */
import type { Course } from '#app/course/course.ts';
import { byWeeks, mondayOf, weekOf, weeksOf } from '#app/statistics/weeks.ts';
import { dayWords } from '#app/ui/charts/activity-chart.tsx';
import { shortDayIn } from '#app/ui/when.ts';
import { lessonName } from '#app/ui/words.ts';
import type { BoardQuery } from '#app/use-cases/cohorts/board.server.ts';
import type { LearnerOverview, Overview } from '#app/use-cases/cohorts/overview.server.ts';
import { keptMarkup } from '../kept-markup.server.ts';
import type { Markup } from '../markup.server.ts';
import { BoardTable } from './board-table.tsx';
import { ClassCharts } from './class-charts.tsx';
import { contentWords } from './figures-query.ts';
import { reasonWords } from './help-words.ts';
import { namesOf } from './names.server.ts';

interface BoardShown {
  readonly course: Course;
  readonly cohortId: string;
  readonly overview: Overview;
  readonly query: BoardQuery;
  /** Those of the page that the query asks for. */
  readonly learners: readonly LearnerOverview[];
  /** Of whoever looks. */
  readonly zone: string;
}

/** Returns the markup of `learners` and `charts`, made once for the same figures and question. */
export function boardSlots(shown: BoardShown): ReadonlyMap<string, Markup> {
  const { overview, query, zone } = shown;
  return new Map([
    ['learners', keptMarkup([overview], `learners ${zone} ${JSON.stringify(query)}`, () => <Learners {...shown} />)],
    ['charts', keptMarkup([overview], 'charts', () => <Charts {...shown} />)],
  ]);
}

function Learners({ course, cohortId, overview, query, learners, zone }: BoardShown) {
  const names = namesOf(course);
  const { q, show } = query;
  return (
    <BoardTable
      cohort={cohortId}
      total={overview.learners.length}
      sorting={{ ...query, href: (sort, dir) => `?${new URLSearchParams({ q, sort, dir, show })}#board` }}
      parts={course.lessons.map(({ slug, title, number, role }, index) => ({
        slug,
        title,
        name: lessonName({ number, role }),
        short: role === 'capstone' ? 'Test' : String(number),
        done: overview.lessons[index]?.done ?? 0,
      }))}
      learners={learners.map((learner) => ({
        ...learner,
        last: learner.lastAt === null ? null : shortDayIn(zone, learner.lastAt),
        reasons: learner.reasons.map((reason) => reasonWords(reason, names)),
      }))}
    />
  );
}

function Charts({ course, overview }: BoardShown) {
  const weeks = weeksOf([...overview.completion.flatMap((one) => one.weeks), { week: weekOf(overview.at), count: 0 }]);
  return (
    <ClassCharts
      total={overview.learners.length}
      content={contentWords(overview.versions)}
      states={course.lessons.flatMap((lesson, index) => {
        const tally = overview.lessons[index];
        return tally ? [{ name: `${lessonName(lesson)}: ${lesson.title}`, tally }] : [];
      })}
      weeks={weeks.map((week) => dayWords(mondayOf(week)))}
      passed={overview.completion.map((one) => {
        const lesson = course.lessons.find(({ slug }) => slug === one.lesson);
        return { name: lesson ? `${lessonName(lesson)}: ${lesson.title}` : 'All quizzes', counts: byWeeks(one.weeks, weeks) };
      })}
      activity={overview.activity.map(({ day, answers }) => ({ day, count: answers }))}
    />
  );
}
