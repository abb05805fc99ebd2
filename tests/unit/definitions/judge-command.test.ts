import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import published from '../../fixtures/cases.json' with { type: 'json' };

function run(input: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/judge.ts', ...args], { input, encoding: 'utf8', maxBuffer: 1e8 });
  return { status, stdout, lines: stderr.trimEnd().split('\n') };
}

const course = ['--course', 'co-production'];
const cases = published.cases.map(({ id, facts }) => ({ id, facts }));
const [tax, postcodes] = cases;

describe('judge', () => {
  test('reproduces every shared case, in order, with exactly the eight fields', () => {
    const { status, stdout } = run(JSON.stringify(published.cases), ...course);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual(published.cases.map(({ id, expected }) => ({ id, ...expected })));
  });

  test('adds each criterion with its sentence under --trace', () => {
    const { stdout } = run(JSON.stringify([tax]), ...course, '--trace');
    const [{ trace }] = JSON.parse(stdout);
    expect(trace.narrow.contributions[0].criteria).toHaveLength(7);
    expect(trace.broad.contributions[0]).toMatchObject({ contribution: 'c1', verdict: 'yes' });
    expect(trace.narrow.contributions[0].criteria[2]).toEqual({
      criterion: 'R3',
      label: 'Gives something by acting',
      outcome: 'pass',
      because: 'The taxpayer works out and enters the figures, giving time, effort and information.',
    });
  });

  test('adds what each misconception would answer under --misconceptions', () => {
    const [{ misconceptions }] = JSON.parse(run(JSON.stringify([tax]), ...course, '--misconceptions').stdout);
    expect(misconceptions).toMatchObject({ 'side-by-side': 'no', 'voice-counts': 'yes', 'nice-extra': 'optional' });
    expect(Object.keys(misconceptions)).toHaveLength(18);
  });

  test('writes a large output to its end', () => {
    const many = Array.from({ length: 40 }, () => cases).flat();
    const { stdout } = run(JSON.stringify(many), ...course, '--trace');
    expect(stdout.length).toBeGreaterThan(1e6);
    expect(JSON.parse(stdout)).toHaveLength(many.length);
  });

  test('judges no cases as none', () => {
    expect(run('[]', ...course)).toMatchObject({ status: 0, stdout: '[]\n' });
  });
});

describe('judge refuses, with exit code 1 and nothing on standard output,', () => {
  test('bad facts: one line a problem, with case and field', () => {
    const facts = structuredClone(tax?.facts) as Record<string, unknown> & { contributions: Record<string, unknown>[] };
    Object.assign(facts.contributions[1] ?? {}, { by: 'nobody', steps: [3, 2] });
    Object.assign(facts, { mood: 'good' });
    const { status, stdout, lines } = run(
      JSON.stringify([{ id: 'one', facts }, postcodes, { id: 'two', facts: {} }, { id: 'three' }]),
      ...course,
    );
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(lines).toEqual([
      'case one: facts.mood: there is no such field: leave it out',
      'case one: facts.contributions.1.by: no party has the id "nobody": there is office, payer',
      'case one: facts.contributions.1.steps: steps go from the first to the last: [2, 3]',
      expect.stringMatching(/^case two: facts\.service: /),
      expect.stringMatching(/^case two: facts\.parties: /),
      expect.stringMatching(/^case two: facts\.contributions: /),
      expect.stringMatching(/^case two: facts\.value: value is missing/),
      expect.stringMatching(/^case three: facts: /),
    ]);
  });

  test.each([
    ['an empty input', '', course, /empty/],
    ['what is not JSON', '{', course, /not JSON/],
    ['what is not an array', '{}', course, /not a JSON array/],
    ['a case without an id', '[{"facts":{}}]', course, /^case number 1: id: /],
    ['a case that is no object', '[7]', course, /^case number 1: not an object/],
    ['a course that it does not know', '[]', ['--course', 'alchemy'], /unknown course "alchemy": there is co-production/],
    ['to guess the course', '[]', [], /--course is missing/],
    ['a flag that it does not know', '[]', [...course, '--loud'], /--loud/],
  ])('%s', (_, input, args, message) => {
    const { status, stdout, lines } = run(input, ...args);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(lines[0]).toMatch(message);
  });
});
