import { describe, expect, test } from 'vitest';
import { coProduction } from '#app/definitions/co-production/theory.ts';
import { decidingFinding, decidingOf } from '#app/definitions/deciding.ts';
import { combineVerdicts, findLens, judge, verdictFrom } from '#app/definitions/judge.ts';
import { findTheory } from '#app/definitions/theories.ts';
import { covers } from '#app/definitions/theory.ts';
import { factsOf } from './cases.ts';

const judged = (id: string, lens = 'narrow') => judge(coProduction, factsOf(id), findLens(coProduction, lens));

describe('verdicts', () => {
  test('any fail is a no, else any edge a partly, else a yes', () => {
    expect(verdictFrom(['pass', 'edge', 'fail'])).toBe('no');
    expect(verdictFrom(['pass', 'edge'])).toBe('partly');
    expect(verdictFrom(['pass', 'pass'])).toBe('yes');
  });

  test('subjects that differ give partly', () => {
    expect(combineVerdicts(['yes', 'yes'])).toBe('yes');
    expect(combineVerdicts(['no', 'no'])).toBe('no');
    expect(combineVerdicts(['yes', 'no'])).toBe('partly');
    expect(judged('pb-playground-build').mixed).toBe(true);
    expect(judged('job-seeker-plan').mixed).toBe(false);
  });
});

describe('a trace', () => {
  test('names every criterion that fails, not only the first', () => {
    const [subject] = judged('fireworks-spectators').subjects;
    const failed = subject?.findings.filter(({ outcome }) => outcome === 'fail').map(({ criterion }) => criterion);
    expect(failed).toEqual(['R3', 'R4', 'R5']);
  });

  test('quotes the facts of the case', () => {
    const because = (id: string, criterion: string, lens = 'narrow') =>
      judged(id, lens).subjects[0]?.findings.find((finding) => finding.criterion === criterion)?.because;
    expect(because('tax-self-assessment', 'R3')).toBe(
      'The taxpayer works out and enters the figures, giving time, effort and information.',
    );
    expect(because('tax-self-assessment', 'R4')).toBe(
      'The taxpayer works out and enters the figures: that is work on the service itself, not a say about it.',
    );
    expect(because('condominial-sewers', 'R5')).toBe(
      'The block residents dig feeder trenches: that goes into the output, a working sewer connection.',
    );
    expect(because('rates-direct-debit', 'R4')).toBe('“Money leaves the account”: that is paying for the work, not doing it.');
    expect(because('own-burglar-alarm', 'R6')).toContain('not joined to anything the police do');
    expect(because('comment-portal', 'B3', 'broad')).toContain('The commenters are heard, but the ministry need not answer');
    expect(because('hoax-emergency-calls', 'R7')).toContain('harm to the community (crews tied up)');
  });

  test('rests each finding on the facts of that case', () => {
    const refs = judged('jury-service').subjects[0]?.findings.map(({ criterion, facts }) => `${criterion}: ${facts.join(' ')}`);
    expect(refs).toEqual([
      'R1: g1 service',
      'R2: juror.pay juror.role',
      'R3: c1.form c1.gives',
      'R4: c1.activity',
      'R5: c1.feedsOutput',
      'R6: c1.link',
      'R7: value.1',
    ]);
  });
});

describe('what decides', () => {
  test('is the first failure', () => {
    expect(decidingFinding(judged('fireworks-spectators'))?.criterion).toBe('R3');
  });

  test('is the first edge where nothing fails', () => {
    expect(decidingFinding(judged('speed-limit'))).toMatchObject({ criterion: 'R3', outcome: 'edge' });
  });

  test('is a failure before an edge, in whichever contribution', () => {
    expect(decidingFinding(judged('pb-playground-build'))?.criterion).toBe('R4');
    expect(judged('pb-playground-build').subjects.map((subject) => decidingOf(subject)?.criterion ?? null)).toEqual(['R4', null]);
  });

  test('is nothing where all is met', () => {
    expect(decidingFinding(judged('postcodes'))).toBeNull();
  });
});

test('flags mark the unusual cases', () => {
  const ids = (id: string) => coProduction.flags(factsOf(id)).map((flag) => flag.id);
  expect(ids('jury-service')).toEqual(['compelled', 'allowance', 'deciding-is-the-work']);
  expect(ids('food-safety-logs')).toEqual(['compelled', 'organisation-as-contributor']);
  expect(ids('watercolour-class')).toEqual(['private-value-only']);
  expect(ids('comment-portal')).toEqual(['one-way-voice']);
  expect(ids('speed-limit')).toEqual(['restraint-only', 'compelled']);
  expect(ids('postcodes')).toEqual([]);
});

test('a theory is found by its id', () => {
  expect(findTheory('co-production')?.label).toBe('Co-production');
  expect(findTheory('alchemy')).toBeUndefined();
});

test('a ref covers itself and what is below it', () => {
  expect(covers('c1', 'c1.form')).toBe(true);
  expect(covers('c1', 'c1')).toBe(true);
  expect(covers('c1', 'c10.form')).toBe(false);
  expect(covers('c1.form', 'c1')).toBe(false);
});
