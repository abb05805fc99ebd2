import { expect, test } from 'vitest';
import { helpReasons, type LearnerFacts } from '#app/learning/needs-help.ts';

const day = 24 * 60 * 60 * 1000;
const facts = (over: Partial<LearnerFacts> = {}): LearnerFacts => ({
  joinedAt: 0,
  lastAt: 10 * day,
  complete: false,
  missed: [],
  stuckOn: [],
  ideas: [],
  ...over,
});
const at = (days: number) => days * day;

test('who was here lately and is not stuck needs nobody', () => {
  expect(helpReasons(facts(), at(20))).toEqual([]);
});

test.each([
  ['has not started within a week', facts({ lastAt: null }), 7, [{ kind: 'not-started', days: 7 }]],
  ['joined less than a week ago', facts({ lastAt: null }), 6.9, []],
  ['has been quiet for a fortnight', facts(), 24, [{ kind: 'fell-off', days: 14 }]],
  ['has been quiet for less', facts(), 23.9, []],
  ['was never right on a question', facts({ stuckOn: [{ itemId: 'a', tries: 3 }] }), 11, [{ kind: 'stuck', itemId: 'a', tries: 3 }]],
  [
    'holds on to an idea',
    facts({ ideas: [{ id: 'side-by-side', times: 4 }] }),
    11,
    [{ kind: 'same-idea', misconception: 'side-by-side', times: 4 }],
  ],
])('who %s', (_, learner, days, reasons) => {
  expect(helpReasons(learner, at(days))).toEqual(reasons);
});

test('who has not begun what is due is named first, even with the course complete', () => {
  const missed = facts({ missed: [{ assignmentId: 'quiz', title: 'Quiz one', dueAt: at(8) }], ideas: [{ id: 'x', times: 3 }] });
  const reason = { kind: 'missed', assignmentId: 'quiz', title: 'Quiz one', days: 2 };
  expect(helpReasons(missed, at(10.5))[0]).toEqual(reason);
  expect(helpReasons({ ...missed, complete: true }, at(10.5))).toEqual([reason]);
});

test('what an answer shows comes before silence, and who is done needs nothing', () => {
  const both = facts({ ideas: [{ id: 'x', times: 3 }] });
  expect(helpReasons(both, at(40)).map(({ kind }) => kind)).toEqual(['same-idea', 'fell-off']);
  expect(helpReasons({ ...both, complete: true }, at(40))).toEqual([]);
});
