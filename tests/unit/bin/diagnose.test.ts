import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';

function run(lines: readonly unknown[], ...args: string[]) {
  const input = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/diagnose.ts', ...args], { input, encoding: 'utf8', maxBuffer: 1e8 });
  const found = stdout.trimEnd().split('\n').filter(Boolean);
  return { status, learners: found.map((line) => JSON.parse(line)), problems: stderr.trimEnd().split('\n') };
}
const course = ['--course', 'co-production'];
const sideBySide = ['l2-census-verdict', 'l9-library-verdict', 'l5-laundry-verdict', 'l6-visit-verdict'].map((item) => ({
  learner: 'ann',
  item,
  answer: 'misconception:side-by-side',
}));

describe('diagnose', () => {
  test('names what a learner believes, with probabilities that add up to 1, and the next three questions', () => {
    const { status, learners } = run([...sideBySide, { learner: 'bo', item: 'l1-gym-verdict', answer: 'key' }], ...course);
    expect(status).toBe(0);
    expect(learners.map(({ learner, answers }) => [learner, answers])).toEqual([
      ['ann', 4],
      ['bo', 1],
    ]);
    const [ann, bo] = learners;
    expect(ann.beliefs.verdict.mostProbable).toBe('side-by-side');
    expect(ann.beliefs.verdict.holds['side-by-side']).toBeGreaterThan(0.8);
    expect(bo.beliefs.verdict.mostProbable).toBe('correct');
    for (const { probabilities } of Object.values<{ probabilities: Record<string, number> }>(ann.beliefs))
      expect(Object.values(probabilities).reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 2);
    expect(ann.next).toHaveLength(3);
    for (const { expectedGainBits, why } of ann.next) {
      expect(expectedGainBits).toBeGreaterThan(0);
      expect(why).toMatch(/^Your answer shows whether you .+ or .+\.$/);
    }
  });

  test('takes answers of every kind as they are stored, and questions about one topic alone', () => {
    const answers = [
      { learner: 'ann', item: 'l3-tutoring-net', answer: { type: 'number', value: 35 } },
      { learner: 'ann', item: 'l2-bike-evidence', answer: { type: 'sentence', sentence: 2 } },
      { learner: 'ann', item: 'l1-gym-verdict', answer: { type: 'choice', option: 'key' } },
    ];
    const { status, learners } = run(answers, ...course, '--question', 'D2');
    expect(status).toBe(0);
    expect(learners[0].next.map(({ question }: { question: string }) => question)).toEqual(['D2', 'D2', 'D2']);
  });

  test('refuses bad lines, each with its number and field, and prints nothing else', () => {
    const { status, learners, problems } = run(
      [
        { learner: 'ann', item: 'l1-gym-verdict', answer: 'key' },
        '{"learner": "ann",',
        { learner: 'ann', item: 'nowhere', answer: 'key' },
        { learner: 'ann', item: 'l1-gym-verdict', answer: 'nothing like it' },
        { learner: '', item: 'l1-gym-verdict', answer: 'key' },
        { item: 'l1-gym-verdict', answer: 'key' },
        { learner: 'ann', item: 'l1-gym-verdict', answer: { type: 'number', value: 3 } },
      ],
      ...course,
    );
    expect(status).toBe(1);
    expect(learners).toEqual([]);
    expect(problems.map((line) => line.slice(0, 17))).toEqual([
      'line 2: not JSON:',
      'line 3: item: the',
      'line 4: answer: t',
      'line 5: learner: ',
      'line 6: learner: ',
      'line 7: answer: t',
    ]);
  });

  test.each([
    ['--course is missing', []],
    ['unknown course "alchemy"', ['--course', 'alchemy']],
    ['unknown question "Z9": there is verdict, V1, T1, N1, M1, D1, D2, D3, D4', [...course, '--question', 'Z9']],
    ['standard input is empty: give one { "learner", "item", "answer" } a line', course],
  ])('says what to mend: %s', (message, args) => {
    expect(run([], ...args)).toMatchObject({ status: 1, learners: [], problems: expect.arrayContaining([message]) });
  });
});
