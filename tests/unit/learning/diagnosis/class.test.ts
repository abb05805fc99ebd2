import { describe, expect, test } from 'vitest';
import { beliefBefore } from '#app/learning/diagnosis/belief.ts';
import { answersExpected, type CaseAsked, casesThatSeparate, classBelief, costOf, partAlone } from '#app/learning/diagnosis/class.ts';
import type { Evidence } from '#app/learning/diagnosis/evidence.ts';
import { expectedGain } from '#app/learning/diagnosis/gain.ts';
import { topicsOf, verdictTopic } from '#app/learning/diagnosis/states.ts';
import { casesFor, quizEvidence } from '#app/use-cases/cohorts/class-cases.ts';
import { course } from '../../use-cases/world.ts';

const topic = topicsOf(course.theory).find(({ id }) => id === verdictTopic) ?? topicsOf(course.theory)[0];
if (!topic) throw new Error('The theory has no topic.');
const cases = casesFor(course).filter(({ evidence }) => evidence.topic === topic);
/** A class of which these shares hold these states. */
const classOf = (shares: Readonly<Record<string, number>>) =>
  classBelief(
    topic,
    topic.states.map(({ id }) => (shares[id] ?? 0) * 20),
    20,
  );
const half = classOf({ correct: 0.5, 'side-by-side': 0.5 });

describe('the cases that separate a class best', () => {
  test('are different ones, and the first tells most of all cases', () => {
    const chosen = casesThatSeparate(half, cases, 2);
    expect(new Set(chosen.map(({ asked }) => asked.scenario)).size).toBe(2);
    const gains = cases.map(({ evidence }) => expectedGain(half, evidence));
    expect(chosen[0]?.gain).toBeCloseTo(Math.max(...gains), 9);
    const told = answersExpected(half, (chosen[0] as { asked: CaseAsked }).asked.evidence);
    expect(told.find(({ right }) => right)?.from.map(({ id }) => id)).toEqual(['correct']);
    expect(told.some(({ right, from }) => !right && from.some(({ id }) => id === 'side-by-side'))).toBe(true);
  });

  test('part what the first leaves together', () => {
    const three = classOf({ correct: 1 / 3, 'side-by-side': 1 / 3, 'must-be-voluntary': 1 / 3 });
    const [first, second] = casesThatSeparate(three, cases, 2);
    const both = (first?.gain ?? 0) + (second?.gain ?? 0);
    // Two answers with a slip of one in ten cannot tell all of log2(3) bits, but more than any single case.
    expect(both).toBeGreaterThan(first?.gain ?? 0);
    expect(both).toBeLessThan(Math.log2(3));
    const best = Math.max(
      ...cases
        .filter(({ scenario }) => scenario !== first?.asked.scenario)
        .map(({ evidence }) => expectedGain(three, joined(first?.asked.evidence, evidence))),
    );
    expect(both).toBeCloseTo(best, 9);
  });

  test('are none where there is none to choose from', () => {
    expect(casesThatSeparate(half, [], 2)).toEqual([]);
  });
});

/** Two questions as one table of two rows. */
function joined(one: Evidence | undefined, other: Evidence): Evidence {
  if (!one) return other;
  const answeredAlike = topic?.states.map((_, state) => JSON.stringify([one.answeredAlike[state], other.answeredAlike[state]])) ?? [];
  return { ...one, parts: [...one.parts, ...other.parts], likelihoods: [...one.likelihoods, ...other.likelihoods], answeredAlike };
}

test('the answers expected of a class add up to everybody', () => {
  for (const { evidence } of cases) {
    const shares = answersExpected(beliefBefore(topic), evidence).map(({ share }) => share);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
  }
});

test('a row of a table asked alone is surer evidence than within the table, and about the same matter', () => {
  const tables = quizEvidence(course).filter(({ parts }) => parts.length > 1);
  expect(tables.length).toBeGreaterThan(10);
  for (const evidence of tables) {
    const alone = partAlone(evidence, 0);
    expect(alone?.parts).toEqual([evidence.parts[0]]);
    const key = evidence.parts[0]?.key ?? '';
    expect(alone?.likelihoods[0]?.[key]?.[0]).toBeGreaterThan(evidence.likelihoods[0]?.[key]?.[0] ?? 1);
  }
  expect(partAlone(tables[0] as Evidence, 99)).toBeNull();
});

test('what a misconception costs is the share of questions that its holder gets wrong', () => {
  const all = quizEvidence(course);
  const wrong = all.filter(({ topic: about, contradicted }) => contradicted[about.states.findIndex(({ id }) => id === 'nice-extra')]);
  expect(wrong.length).toBeGreaterThan(0);
  expect(costOf('nice-extra', all)).toBeCloseTo(wrong.length / all.length, 9);
  expect(costOf('no-such-idea', all)).toBe(0);
  expect(costOf('nice-extra', [])).toBe(0);
});
