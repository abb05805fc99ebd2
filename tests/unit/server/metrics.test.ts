import { expect, test } from 'vitest';
import { exposition, gauge, newCounter, newHistogram } from '#app/server/metrics.ts';

test('a counter has one line for each set of labels, escaped as the format wants', () => {
  const counter = newCounter('seen_total', 'Things seen.', ['what', 'status']);
  counter.add({ what: 'a "quoted"\\\n', status: '200' });
  counter.add({ what: 'b', status: '500' });
  counter.add({ what: 'b', status: '500' });
  expect(exposition([counter])).toBe(
    '# HELP seen_total Things seen.\n# TYPE seen_total counter\n' +
      'seen_total{what="a \\"quoted\\"\\\\\\n",status="200"} 1\nseen_total{what="b",status="500"} 2\n',
  );
  expect([counter.total(), counter.total(({ status }) => status === '500')]).toEqual([3, 2]);
});

test('a counter without labels is there before anything was counted', () => {
  expect(newCounter('shed_total', 'Shed.', []).lines().at(-1)).toBe('shed_total 0');
});

test('buckets of a histogram add up, and the last holds all', () => {
  const took = newHistogram('took_seconds', 'Time.', ['route'], [0.1, 1]);
  for (const value of [0.1, 0.5, 7]) took.observe({ route: '/' }, value);
  expect(took.lines().slice(2)).toEqual([
    'took_seconds_bucket{route="/",le="0.1"} 1',
    'took_seconds_bucket{route="/",le="1"} 2',
    'took_seconds_bucket{route="/",le="+Inf"} 3',
    'took_seconds_sum{route="/"} 7.6',
    'took_seconds_count{route="/"} 3',
  ]);
});

test('what cannot be measured has no line', () => {
  expect(gauge('age_seconds', 'Age.', [[{}, null]]).lines()).toEqual([]);
  expect(
    gauge('age_seconds', 'Age.', [[{}, 3]])
      .lines()
      .at(-1),
  ).toBe('age_seconds 3');
});
