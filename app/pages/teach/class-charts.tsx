import { ActivityChart, dayWords } from '#app/ui/charts/activity-chart.tsx';
import { RowsChart } from '#app/ui/charts/rows-chart.tsx';
import { type LessonStates, StatesChart } from '#app/ui/charts/states-chart.tsx';
import { count } from '#app/ui/words.ts';

interface ClassChartsProps {
  /** Learners of the class. */
  readonly total: number;
  /** Which content the answers were given under, as `contentWords` says it. */
  readonly content: string;
  readonly states: readonly LessonStates[];
  /** Mondays of the weeks that `passed` counts up to, as in "23 Nov". */
  readonly weeks: readonly string[];
  /** Learners who have passed each quiz by the end of each week; all quizzes together last. */
  readonly passed: readonly { readonly name: string; readonly counts: readonly number[] }[];
  readonly activity: readonly { readonly day: string; readonly count: number }[];
}

function activityTitle({ activity }: ClassChartsProps): string {
  const answers = activity.reduce((sum, day) => sum + day.count, 0);
  const busiest = activity.reduce((most, day) => (day.count > most.count ? day : most), { day: '', count: 0 });
  if (answers === 0) return 'No answers in the last eight weeks';
  return `${count(answers, 'answer')} in the last eight weeks, most on ${dayWords(busiest.day)}`;
}

function statesTitle({ states, total }: ClassChartsProps): string {
  const [first] = states;
  if (!first || states.every(({ tally }) => tally.done === 0)) return 'Nobody has done a whole lesson yet';
  const most = states.reduce((best, lesson) => (lesson.tally.done > best.tally.done ? lesson : best), first);
  const least = states.reduce((worst, lesson) => (lesson.tally.done < worst.tally.done ? lesson : worst), first);
  if (most.tally.done === least.tally.done) return `Each lesson is done by ${most.tally.done} of ${count(total, 'learner')}`;
  return `Of ${count(total, 'learner')}, ${most.tally.done} have done “${most.name}” and ${least.tally.done} “${least.name}”`;
}

function passedTitle({ passed, total }: ClassChartsProps): string {
  const now = passed.map(({ name, counts }) => ({ name, learners: counts.at(-1) ?? 0 }));
  const most = now.reduce((best, quiz) => (quiz.learners > best.learners ? quiz : best), { name: '', learners: 0 });
  if (most.learners === 0) return 'Nobody has passed a quiz yet';
  const all = now.at(-1)?.learners ?? 0;
  return `Of ${count(total, 'learner')}, ${most.learners} have passed the quiz of “${most.name}” by now and ${all === 0 ? 'nobody' : all} all quizzes`;
}

/** How a class gets on: who stands where, since when, and how busy it is. */
export function ClassCharts(props: ClassChartsProps) {
  const { total, content, states, weeks, passed, activity } = props;
  const basis = `n = ${count(total, 'learner')}${content}.`;
  return (
    <>
      <StatesChart
        title={statesTitle(props)}
        note={`Learners by the state of each lesson; the best quiz of each counts. ${basis}`}
        lessons={states}
        empty="As soon as somebody begins, it shows here."
      />
      <RowsChart
        title={passedTitle(props)}
        note={`Each bar is a week, from Monday (UTC), and as high as the share of learners who had 80% or more in a quiz of the lesson by its end; the first such quiz counts. ${basis}`}
        empty="As soon as somebody passes a quiz, it shows here."
        titles={['Quiz', 'Passed']}
        columns={weeks}
        full={total}
        rows={passed.map(({ name, counts }) => ({ label: name, words: [`${counts.at(-1) ?? 0} of ${total}`], counts }))}
      />
      <ActivityChart
        title={activityTitle(props)}
        note={`Answers a day (UTC) over ${activity.length} days. ${basis}`}
        days={activity}
        empty="As soon as somebody answers a question, it shows here."
      />
    </>
  );
}
