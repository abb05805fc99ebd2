/** The lab: links that come through whole or say so, buttons and forms that leave facts in shape, and a view that is what the engine says. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCourse } from '#app/course/load.ts';
import { coProduction } from '#app/definitions/co-production/theory.ts';
import type { Facts } from '#app/definitions/co-production/vocabulary.ts';
import { explore } from '#app/definitions/explore.ts';
import { judge } from '#app/definitions/judge.ts';
import { act } from '#app/lab/act.ts';
import type { Control } from '#app/lab/controls.ts';
import { readFacts, readState } from '#app/lab/form.ts';
import { addressOf, decodeFacts, encodeFacts, sameFacts, stateOf } from '#app/lab/link.ts';
import { caseAccess } from '#app/lab/loadable.ts';
import { blank, type LabState, labLenses } from '#app/lab/state.ts';
import { viewOf } from '#app/lab/view.ts';
import { arbitraryFacts } from '../definitions/arbitrary-facts.ts';

const course = loadCourse('content/co-production');
const cases = course.scenarios.map(({ id, facts }) => ({ id, facts: facts as Facts }));
/** Searching for smallest changes takes its time, so some of the cases stand for all. */
const some = cases.filter((_, index) => index % 8 === 0);
const narrow = labLenses[0] as LabState['lens'];
const stateWith = (facts: Facts): LabState => ({ facts, lens: narrow, held: null });
const base = { id: null, facts: blank };
const editedBlank = (edit: Partial<Facts['contributions'][number]>): Facts => ({
  ...blank,
  contributions: blank.contributions.map((one) => (one.id === 'c2' ? { ...one, ...edit } : one)),
});

/** The form as a browser would send it. */
function formOf(state: LabState): URLSearchParams {
  const form = new URLSearchParams();
  const put = (control: Control) => {
    const { value } = control;
    if (typeof value === 'boolean') {
      if (value) form.set(control.name, 'yes');
    } else if (typeof value === 'string') form.set(control.name, value);
    else for (const one of value) form.append(control.name, one);
  };
  for (const { lists } of viewOf(base, state).groups)
    for (const { cards } of lists)
      for (const { id, controls } of cards) {
        controls.forEach(put);
        if (id.startsWith('contributions.')) form.set(`${id}.shown`, 'yes');
      }
  return form;
}

describe('a link', () => {
  it('brings any facts through', () => {
    fc.assert(
      fc.property(arbitraryFacts, (facts) => {
        expect(decodeFacts(encodeFacts(facts))).toEqual({ facts });
      }),
    );
  });

  it.each(cases)('brings $id of the course through, short enough for an address', ({ facts }) => {
    const link = encodeFacts(facts);
    expect(decodeFacts(link)).toEqual({ facts });
    expect(link.length).toBeLessThan(8000);
  });

  it('keeps its meaning: a link made with version 1 still opens', () => {
    expect(encodeFacts(blank).slice(0, 2)).toBe('1.');
    expect(JSON.parse(atob((encodeFacts(blank).split('.')[2] ?? '').replaceAll('-', '+').replaceAll('_', '/')))).toEqual([
      ['provide a service', 'the service', 1],
      [
        ['p1', 'Public body', 0, 0, 3, 3],
        ['p2', 'Residents', 2, 3, 0, 1],
      ],
      [
        ['c1', 'p1', 'does its share of the work', 2, 0, 0, '01', 0, 0, 0, 1, 1, 1],
        ['c2', 'p2', 'do part of the work', 2, 0, 0, '01', 0, 0, 0, 1, 1, 1],
      ],
      ['c2'],
      [],
      [],
      [],
      null,
    ]);
  });

  it('that lost or changed a letter says that it is damaged', () => {
    const link = encodeFacts(blank);
    fc.assert(
      fc.property(fc.nat(link.length - 1), fc.constantFrom('A', 'z', '.', '%', ''), (place, letter) => {
        fc.pre(link[place] !== letter);
        expect(decodeFacts(link.slice(0, place) + letter + link.slice(place + 1))).toHaveProperty('problem');
      }),
    );
  });

  it('of any text never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.webSegment()), (text) => {
        expect(decodeFacts(text)).toHaveProperty('problem');
        expect(stateOf(base, new URLSearchParams({ facts: text, lens: text, held: text })).state.facts).toEqual(blank);
      }),
    );
    expect(decodeFacts(`1.x.${'A'.repeat(20_000)}`)).toEqual({ problem: expect.stringContaining('longer') });
    expect(decodeFacts('2.x.AAAA')).toEqual({ problem: expect.stringContaining('newer') });
  });

  it('of a state leads back to it, and leaves out what was not touched', () => {
    const held = coProduction.misconceptions[0]?.id ?? null;
    for (const lens of labLenses) {
      const state = { facts: editedBlank({ form: 'passive' }), lens, held };
      expect(stateOf(base, new URLSearchParams(addressOf(base, state)))).toEqual({ state, problem: null });
    }
    expect(addressOf(base, stateWith(blank))).toBe('');
    expect(addressOf({ id: 'bench-plaque', facts: blank }, stateWith(blank))).toBe('?case=bench-plaque');
  });
});

describe('the form', () => {
  it('sent as it stands changes nothing', () => {
    for (const { facts } of cases) expect(sameFacts(readFacts(formOf(stateWith(facts)), facts), facts)).toBe(true);
  });

  it('turns one fact', () => {
    const form = formOf(stateWith(blank));
    form.set('contributions.1.form', 'passive');
    expect(readFacts(form, blank)).toEqual(editedBlank({ form: 'passive' }));
  });

  it('gives a say its voice, and takes it away with the say', () => {
    const form = formOf(stateWith(blank));
    form.set('contributions.1.activity', 'deciding');
    const deciding = readFacts(form, blank);
    expect(deciding.contributions[1]).toMatchObject({ activity: 'deciding', object: 'service', voice: 'shared' });
    const back = formOf(stateWith(deciding));
    back.set('contributions.1.activity', 'delivering');
    expect(readFacts(back, deciding)).toEqual(blank);
  });

  it('with nonsense in it leaves the facts as they were', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...formOf(stateWith(blank)).keys()), fc.string()), (fields) => {
        const state = readState(new URLSearchParams(fields), stateWith(blank));
        expect(() => viewOf(base, state)).not.toThrow();
        expect(decodeFacts(encodeFacts(state.facts))).toHaveProperty('facts');
      }),
    );
  });
});

describe('a button', () => {
  it('in any order keeps facts that a link can carry and a page can show', () => {
    const names = [
      ...['parties', 'contributions', 'value', 'alternatives', 'motives', 'areas', 'decision'].map((list) => `add:${list}`),
      ...['parties', 'contributions', 'value', 'alternatives', 'motives', 'areas'].flatMap((list) => [
        `remove:${list}.0`,
        `remove:${list}.1`,
      ]),
      'apply:none',
      'remove:nothing',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...names), { maxLength: 30 }), (acts) => {
        const { facts } = acts.reduce(act, stateWith(blank));
        expect(decodeFacts(encodeFacts(facts))).toEqual({ facts });
        expect(() => viewOf(base, stateWith(facts))).not.toThrow();
      }),
    );
  });

  it('applies a smallest change, and the verdict becomes what was promised', () => {
    for (const { facts } of some) {
      for (const flip of viewOf(base, stateWith(facts)).findings?.flips ?? []) {
        expect(viewOf(base, act(stateWith(facts), flip.apply)).findings?.verdict).toBe(flip.to);
      }
    }
  });
});

describe('the view', () => {
  it('says of a case what the engine says, by every definition', () => {
    for (const { facts } of some) {
      for (const lens of labLenses) {
        const { findings } = viewOf(base, { facts, lens, held: null });
        const judgement = judge(coProduction, facts, lens);
        expect(findings?.verdict).toBe(judgement.verdict);
        expect(findings?.checklists.map(({ rows }) => rows.map(({ outcome, because }) => [outcome, because]))).toEqual(
          judgement.subjects.map((subject) => subject.findings.map(({ outcome, because }) => [outcome, because])),
        );
        expect(findings?.flips.map(({ to }) => to)).toEqual(
          explore(coProduction, facts, lens)
            .slice(0, 6)
            .map(({ to }) => to),
        );
      }
    }
  });

  it('tells where somebody with a misconception goes astray', () => {
    const facts: Facts = { ...blank, value: [{ consumption: 'joint', to: 'all', sign: 'positive', what: 'good' }] };
    const apart = editedBlank({ steps: [5, 5] });
    const held = (given: Facts) => viewOf(base, { ...stateWith({ ...given, value: facts.value }), held: 'side-by-side' }).findings?.held;
    expect(held(facts)).toMatchObject({ parts: false });
    expect(held(apart)).toMatchObject({ parts: true, claim: expect.stringContaining('They say: No') });
  });

  it.each([
    [editedBlank({ compulsion: 'force' }), 'contributions.1.gives', 'Contribution 2, what is given', 'Whoever is forced gives nothing'],
    [editedBlank({ steps: [3, 1] }), 'contributions.1.steps.0', 'Contribution 2, the steps', 'before the first'],
    [editedBlank({ what: ' ' }), 'contributions.1.what', 'Contribution 2, what is done', 'Write a few words'],
    [{ ...blank, focus: [] }, 'contributions.0.judged', 'The case', 'Nothing is judged yet'],
    [{ ...blank, contributions: [], focus: [] }, null, 'The case', 'Nobody does anything yet'],
  ])('explains what keeps facts from being judged (%#)', (facts, control, place, text) => {
    const view = viewOf(base, stateWith(facts));
    expect(view.findings).toBeNull();
    expect(view.problems[0]).toEqual({ control, place, text: expect.stringContaining(text) });
    const names = view.groups.flatMap(({ lists }) => lists.flatMap(({ cards }) => cards.flatMap(({ controls }) => controls)));
    if (control) expect(names.find(({ name }) => name === control)?.problem).toContain(text);
  });
});

describe('a case may be taken apart', () => {
  const asking = (answered: string[] = [], graded: string[] = []) => ({ answered: new Set(answered), graded: new Set(graded) });
  it.each([
    ['that nothing asks about', { items: [], capstone: false }, asking(), 'open'],
    ['while a question about it is unanswered', { items: ['a', 'b'], capstone: false }, asking(['a']), 'unanswered'],
    ['once every question about it is answered', { items: ['a', 'b'], capstone: false }, asking(['a', 'b']), 'open'],
    ['in a graded quiz, though answered', { items: ['a'], capstone: false }, asking(['a'], ['a']), 'closed'],
    ['with another item in a graded quiz', { items: ['a', 'b'], capstone: false }, asking(['a', 'b'], ['b']), 'closed'],
    ['of the capstone, though answered', { items: ['a'], capstone: true }, asking(['a']), 'closed'],
  ] as const)('%s: as the rule says', (_, use, now, access) => {
    expect(caseAccess(use, now)).toBe(access);
  });
});
