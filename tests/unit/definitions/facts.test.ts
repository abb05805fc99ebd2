import { describe, expect, test } from 'vitest';
import { coProduction } from '#app/definitions/co-production/theory.ts';

const plain = () => ({
  service: { purpose: 'collect revenue fairly', output: 'an assessed tax liability' },
  parties: [
    { id: 'office', label: 'Tax office', kind: 'government' },
    { id: 'payer', label: 'Taxpayer', role: 'regulatee' },
  ] as Record<string, unknown>[],
  contributions: [
    { id: 'g1', by: 'office', what: 'builds the form', gives: ['tools', 'effort'] },
    { id: 'c1', by: 'payer', what: 'enters the figures', steps: [2, 2] },
  ] as Record<string, unknown>[],
  value: [{ consumption: 'individual', to: 'taxpayer', what: 'a refund' }],
});

type Plain = ReturnType<typeof plain> & Record<string, unknown>;

/** `path: message` of everything wrong with the plain facts once they were edited. */
function problems(edit: (facts: Plain) => void): string[] {
  const facts: Plain = plain();
  edit(facts);
  return (coProduction.facts.safeParse(facts).error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
}

describe('what is left out gets its usual value', () => {
  const facts = coProduction.facts.parse(plain());

  test('for parties, by kind and role', () => {
    expect(facts.parties).toEqual([
      { id: 'office', label: 'Tax office', kind: 'government', role: 'regular-producer', pay: 'wage', scale: 'n/a' },
      { id: 'payer', label: 'Taxpayer', kind: 'individual', role: 'regulatee', pay: 'none', scale: 'individual' },
    ]);
  });

  test('for hired parties, with their pay', () => {
    const hired = {
      ...plain(),
      parties: [
        { id: 'office', label: 'Office', kind: 'government' },
        { id: 'payer', label: 'Firm', kind: 'firm', role: 'contractor' },
      ],
    };
    expect(coProduction.facts.parse(hired).parties[1]).toMatchObject({ role: 'contractor', pay: 'contract' });
  });

  test('for contributions', () => {
    expect(facts.contributions[1]).toEqual({
      id: 'c1',
      by: 'payer',
      what: 'enters the figures',
      activity: 'delivering',
      object: null,
      form: 'active',
      gives: ['time', 'effort'],
      voice: null,
      compulsion: 'none',
      link: 'conjoint',
      feedsOutput: true,
      steps: [2, 2],
    });
  });

  test('for the rest', () => {
    expect(facts).toMatchObject({ focus: ['c1'], alternatives: [], motives: [], decision: null });
    expect(facts.service.publicService).toBe(true);
    expect(facts.value[0]?.sign).toBe('positive');
  });

  test('a decision is about the service unless it is said to be about a case', () => {
    const deciding = plain();
    deciding.contributions[1] = { id: 'c1', by: 'payer', what: 'decides', activity: 'deciding', voice: 'shared' };
    expect(coProduction.facts.parse(deciding).contributions[1]?.object).toBe('service');
  });
});

describe('what contradicts itself is refused, with the path of the field', () => {
  test('plain facts have no problem', () => {
    expect(problems(() => undefined)).toEqual([]);
  });

  test('a contribution by nobody', () => {
    expect(problems((facts) => Object.assign(facts.contributions[1] ?? {}, { by: 'nobody' }))).toEqual([
      'contributions.1.by: no party has the id "nobody": there is office, payer',
    ]);
  });

  test('an id used twice, also by a party and a contribution', () => {
    expect(problems((facts) => Object.assign(facts.contributions[1] ?? {}, { id: 'g1' }))[0]).toMatch(
      /^contributions\.1\.id: "g1" is used twice/,
    );
    expect(problems((facts) => Object.assign(facts.contributions[1] ?? {}, { id: 'payer' }))[0]).toMatch(/^contributions\.1\.id/);
  });

  test('a focus that is empty, unknown or repeated', () => {
    expect(problems((facts) => Object.assign(facts, { focus: [] }))[0]).toMatch(/^focus: nothing is judged/);
    expect(problems((facts) => Object.assign(facts, { focus: ['c9'] }))).toEqual([
      'focus.0: no contribution has the id "c9": there is g1, c1',
    ]);
    expect(problems((facts) => Object.assign(facts, { focus: ['c1', 'c1'] }))[0]).toMatch(/^focus\.1/);
  });

  test.each(['deciding', 'designing', 'assessing'])('%s by an outside party without a voice', (activity) => {
    expect(problems((facts) => Object.assign(facts.contributions[1] ?? {}, { activity }))).toEqual([
      `contributions.1.voice: ${activity} by an outside party needs a voice: informed, heard, shared or sole`,
    ]);
    expect(problems((facts) => Object.assign(facts.contributions[0] ?? {}, { activity }))).toEqual([]);
  });

  test('force on somebody who gives', () => {
    expect(problems((facts) => Object.assign(facts.contributions[1] ?? {}, { compulsion: 'force' }))[0]).toMatch(
      /^contributions\.1\.gives: .*gives: \[\]/,
    );
    expect(problems((facts) => Object.assign(facts.contributions[1] ?? {}, { compulsion: 'force', gives: [] }))).toEqual([]);
  });

  test('steps that run backwards', () => {
    expect(problems((facts) => Object.assign(facts.contributions[1] ?? {}, { steps: [3, 2] }))).toEqual([
      'contributions.1.steps: steps go from the first to the last: [2, 3]',
    ]);
  });

  test('a motive without a cue, or by nobody', () => {
    expect(problems((facts) => Object.assign(facts, { motives: [{ by: 'payer', type: 'extrinsic', cue: ' ' }] }))[0]).toMatch(
      /^motives\.0\.cue/,
    );
    expect(problems((facts) => Object.assign(facts, { motives: [{ by: 'x', type: 'extrinsic', cue: 'gain' }] }))[0]).toMatch(
      /^motives\.0\.by/,
    );
  });

  test('an alternative that cannot do it, without a reason', () => {
    expect(problems((facts) => Object.assign(facts, { alternatives: [{ tool: 'own-staff', achieves: 'no' }] }))[0]).toMatch(
      /^alternatives\.0\.note: say why/,
    );
  });

  test('two areas of one name', () => {
    const area = { name: 'town', coproduction: { cash: 1, benefits: {} }, alternative: { tool: 'own-staff', cash: 1, benefits: {} } };
    expect(problems((facts) => Object.assign(facts, { decision: { unit: 'points', areas: [area, area] } }))[0]).toMatch(
      /^decision\.areas\.1\.name/,
    );
  });

  test('a field that does not exist', () => {
    expect(problems((facts) => Object.assign(facts.parties[0] ?? {}, { colour: 'red' }))[0]).toMatch(/^parties\.0: .*colour/);
  });

  test('several problems are all reported', () => {
    const found = problems((facts) => {
      Object.assign(facts.contributions[0] ?? {}, { by: 'x' });
      Object.assign(facts.contributions[1] ?? {}, { steps: [3, 2] });
    });
    expect(found).toHaveLength(2);
  });
});
