import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ActivityChart } from '#app/ui/charts/activity-chart.tsx';
import { RowsChart } from '#app/ui/charts/rows-chart.tsx';
import { StatesChart } from '#app/ui/charts/states-chart.tsx';

const words = { title: 'What it shows', note: 'n = 12', empty: 'Nothing yet' };

test('a chart of states has a bar for each state that somebody is in, and every number in its table', () => {
  const tally = { done: 8, shaky: 3, 'in-progress': 1, 'not-started': 0 };
  const markup = renderToStaticMarkup(<StatesChart {...words} lessons={[{ name: 'Lesson 1', tally }]} />);
  const drawn = (state: string) => markup.split(`chart-state chart-${state}"`).length - 1;
  // Twice drawn, each time with a key of all four.
  expect(['done', 'shaky', 'in-progress', 'not-started'].map(drawn)).toEqual([4, 4, 4, 2]);
  expect([...markup.matchAll(/<td class="number figures">(\d+)/g)].map(([, n]) => n)).toEqual(['8', '3', '1', '0']);
  expect(markup).toContain('8 done');
});

test('a chart of rows says every count in its table, and where there is none says so instead', () => {
  const row = { label: 'One', words: ['3 in all', 'n = 2'], counts: [1, 2] };
  const markup = renderToStaticMarkup(<RowsChart {...words} titles={['Row', 'Sum']} columns={['a', 'b']} rows={[row]} />);
  expect([...markup.matchAll(/<td class="number figures">(\d+)/g)].map(([, n]) => n)).toEqual(['1', '2']);
  const none = renderToStaticMarkup(<RowsChart {...words} titles={['Row', 'Sum']} columns={['a']} rows={[{ ...row, counts: [0] }]} />);
  expect(none).toContain('Nothing yet');
  expect(none).not.toContain('<svg');
});

test('a chart of activity says every day in its table, quiet ones too', () => {
  const days = [1, 0, 0, 4].map((count, index) => ({ day: `2026-11-0${index + 1}`, count }));
  const markup = renderToStaticMarkup(<ActivityChart {...words} days={days} />);
  expect([...markup.matchAll(/<th scope="row">([^<]+)<\/th><td class="number figures">(\d+)/g)].map(([, day, n]) => [day, n])).toEqual(
    days.map(({ day, count }) => [day, String(count)]),
  );
  const quiet = days.map(({ day }) => ({ day, count: 0 }));
  expect(renderToStaticMarkup(<ActivityChart {...words} days={quiet} />)).toContain('Nothing yet');
});
