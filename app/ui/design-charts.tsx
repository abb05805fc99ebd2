import { ActivityChart } from './charts/activity-chart.tsx';
import { BarsChart } from './charts/bars-chart.tsx';
import { RowsChart } from './charts/rows-chart.tsx';
import { StatesChart } from './charts/states-chart.tsx';
import { HeatMap } from './heat-map.tsx';

const note = 'n = 12 learners; the first answer of each counts; content version 3.';
const empty = 'Nothing to show yet.';

/** Every kind of chart, with made-up figures. */
export function DesignCharts() {
  return (
    <>
      <h2 id="heat-map">Charts</h2>
      <StatesChart
        title="Of 12 learners, 8 have done “Lesson 1” and 1 “Lesson 3”"
        note={note}
        empty={empty}
        lessons={[
          { name: 'Lesson 1: Who does the work?', tally: { done: 8, shaky: 2, 'in-progress': 1, 'not-started': 1 } },
          { name: 'Lesson 2: What is put in?', tally: { done: 4, shaky: 3, 'in-progress': 3, 'not-started': 2 } },
          {
            name: 'Lesson 3: A title that is too long for the narrow drawing of a phone',
            tally: { done: 1, shaky: 0, 'in-progress': 4, 'not-started': 7 },
          },
        ]}
      />
      <RowsChart
        title="Two in three score above 60% in the quiz of “Who does the work?”"
        note={note}
        empty={empty}
        titles={['Lesson', 'Learners']}
        columns={['0–19%', '20–39%', '40–59%', '60–79%', '80–100%']}
        rows={[
          { label: 'Who does the work?', words: ['n = 12, SD 21%', 'mean 68%', 'median 75%'], counts: [0, 1, 3, 3, 5] },
          { label: 'What is put in?', words: ['n = 7, SD 24%', 'mean 49%', 'median 50%'], counts: [1, 2, 2, 2, 0] },
        ]}
      />
      <RowsChart
        title="In four weeks 8 of 12 learners have passed the quiz of “Who does the work?”, and one all quizzes"
        note={note}
        empty={empty}
        titles={['Quiz', 'Passed']}
        columns={['2 Nov', '9 Nov', '16 Nov', '23 Nov']}
        full={12}
        rows={[
          { label: 'Who does the work?', words: ['8 of 12'], counts: [1, 4, 4, 8] },
          { label: 'All quizzes', words: ['1 of 12'], counts: [0, 0, 0, 1] },
        ]}
      />
      <BarsChart
        title="Half of the learners have answered as if: “All help is work”"
        note={note}
        empty={empty}
        most={1}
        columns={['Misconception', 'Learners']}
        bars={[
          { label: 'All help is work', value: 0.5, words: '50%' },
          { label: 'A say is work', value: 0.25, words: '25%' },
        ]}
      />
      <HeatMap
        label="Sample of a map of beliefs"
        caption="The probability that each learner holds each misconception"
        what="Learner"
        columns={[
          { id: 'help', label: 'All help is work', href: '#heat-map' },
          { id: 'say', label: 'A say is work', href: '#heat-map' },
        ]}
        rows={[0.96, 0.71, 0.44, 0.23, 0.06].map((probability, place) => ({
          id: `learner-${place}`,
          label: `Learner ${place + 1}`,
          href: '#heat-map',
          basis: `${40 - place} answers`,
          cells: [{ probability, href: '#heat-map' }, null],
        }))}
      />
      <RowsChart
        title="“All help is work” is held by 3 learners now, and was by 7 in the week of 16 Nov"
        note={note}
        empty={empty}
        titles={['Misconception', 'Learners']}
        columns={['9 Nov', '16 Nov', '23 Nov']}
        rows={[
          { label: 'All help is work', words: ['3 now'], counts: [4, 7, 3] },
          { label: 'A say is work', words: ['1 now'], counts: [0, 2, 1] },
        ]}
      />
      <ActivityChart
        title="31 answers in four days, most on 25 Nov"
        note={note}
        empty={empty}
        days={[
          { day: '2026-11-23', count: 6 },
          { day: '2026-11-24', count: 0 },
          { day: '2026-11-25', count: 21 },
          { day: '2026-11-26', count: 4 },
        ]}
      />
    </>
  );
}
