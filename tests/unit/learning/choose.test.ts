import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BankEntry, chooseCapstone, chooseItems, chooseRetry } from '#app/learning/choose.ts';

const entry = (id: string, about: string, scenarios: string[], kind: BankEntry['kind'] = 'verdict'): BankEntry => ({
  id,
  about,
  scenarios,
  kind,
});
const none: ReadonlySet<string> = new Set();

const anyEntry = fc.record({
  kind: fc.constantFrom('verdict' as const, 'criteria' as const, 'evidence' as const),
  about: fc.constantFrom('R1', 'R2', 'R3', 'R4'),
  scenarios: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g').map((scenario) => [scenario]),
});
const anyBank = fc.array(anyEntry, { maxLength: 24 }).map((entries) => entries.map((one, index) => ({ id: `i${index}`, ...one })));
const anySeed = fc.integer({ min: 0, max: 2 ** 31 - 1 });

const distinct = <T>(values: readonly T[]) => new Set(values).size;
const mostCommon = (values: readonly string[]) => Math.max(0, ...values.map((value) => values.filter((other) => other === value).length));

describe('the items of a quiz', () => {
  test('are as many as asked for, each once, and fixed by the seed', () => {
    fc.assert(
      fc.property(anyBank, fc.nat({ max: 10 }), anySeed, (bank, count, seed) => {
        const quiz = chooseItems(bank, { count, seed, seen: none });
        expect(quiz).toHaveLength(Math.min(count, bank.length));
        expect(distinct(quiz.map((item) => item.id))).toBe(quiz.length);
        expect(chooseItems(bank, { count, seed, seen: none })).toEqual(quiz);
      }),
    );
  });

  test('tell no story twice where the bank has enough stories', () => {
    fc.assert(
      fc.property(anyBank, anySeed, fc.array(fc.nat({ max: 23 })), (bank, seed, seen) => {
        const stories = distinct(bank.flatMap((item) => item.scenarios));
        const quiz = chooseItems(bank, { count: stories, seed, seen: new Set(seen.map((index) => `i${index}`)) });
        expect(distinct(quiz.flatMap((item) => item.scenarios))).toBe(stories);
      }),
    );
  });

  test('avoid a repeated story where an item with many stories stands in the way', () => {
    const bank = [entry('many', 'R1', ['a', 'b', 'c']), entry('1', 'R2', ['a']), entry('2', 'R3', ['b']), entry('3', 'R4', ['c'])];
    for (let seed = 0; seed < 50; seed++) {
      const quiz = chooseItems(bank, { count: 3, seed, seen: none });
      expect(quiz.map((item) => item.id).sort()).toEqual(['1', '2', '3']);
    }
  });

  test('are unseen while there are unseen ones', () => {
    const bank = Array.from({ length: 8 }, (_, index) => entry(`i${index}`, 'R1', [`s${index}`]));
    const seen = new Set(['i0', 'i1', 'i2', 'i3', 'i4']);
    for (let seed = 0; seed < 50; seed++) {
      const quiz = chooseItems(bank, { count: 5, seed, seen });
      expect(quiz.filter((item) => !seen.has(item.id))).toHaveLength(3);
    }
  });

  test('put no criterion next to itself where an order without that exists', () => {
    fc.assert(
      fc.property(anyBank, fc.nat({ max: 10 }), anySeed, (bank, count, seed) => {
        const abouts = chooseItems(bank, { count, seed, seen: none }).map((item) => item.about);
        fc.pre(mostCommon(abouts) <= Math.ceil(abouts.length / 2));
        for (const [index, about] of abouts.slice(1).entries()) expect(about).not.toBe(abouts[index]);
      }),
      { numRuns: 500 },
    );
  });

  test('spread criteria and kinds', () => {
    const bank = ['verdict', 'criteria', 'evidence'].flatMap((kind, k) =>
      ['R1', 'R2', 'R3'].flatMap((about, a) =>
        [0, 1, 2].map((copy) => entry(`${kind} ${about} ${copy}`, about, [`s${k} ${a} ${copy}`], kind as BankEntry['kind'])),
      ),
    );
    for (let seed = 0; seed < 20; seed++) {
      const quiz = chooseItems(bank, { count: 6, seed, seen: none });
      expect(mostCommon(quiz.map((item) => item.about))).toBe(2);
      expect(mostCommon(quiz.map((item) => item.kind))).toBeLessThanOrEqual(3);
    }
  });

  test('differ from seed to seed, every item getting its turn', () => {
    const bank = Array.from({ length: 10 }, (_, index) => entry(`i${index}`, `R${index % 3}`, [`s${index}`]));
    const quizzes = Array.from({ length: 100 }, (_, seed) => chooseItems(bank, { count: 4, seed, seen: none }));
    expect(distinct(quizzes.flat().map((item) => item.id))).toBe(10);
    expect(distinct(quizzes.map((quiz) => quiz.map((item) => item.id).join()))).toBeGreaterThan(50);
  });
});

describe('a retry', () => {
  const missed = entry('missed', 'R3', ['a']);
  const options = { seenScenarios: none, seenItems: none, seed: 1 };

  test('is on the same criterion and tells another story', () => {
    fc.assert(
      fc.property(anyBank, anySeed, (bank, seed) => {
        const retry = chooseRetry(bank, missed, { ...options, seed });
        const possible = bank.filter((item) => item.about === 'R3' && !item.scenarios.includes('a'));
        if (retry) expect(possible).toContain(retry);
        else expect(possible).toEqual([]);
      }),
    );
  });

  test('prefers a story not told yet, then an item not asked yet', () => {
    const told = entry('told', 'R3', ['b']);
    const asked = entry('asked', 'R3', ['c']);
    const fresh = entry('fresh', 'R3', ['d']);
    const seen = { seenScenarios: new Set(['b']), seenItems: new Set(['asked']) };
    for (let seed = 0; seed < 20; seed++) {
      expect(chooseRetry([told, asked, fresh], missed, { ...seen, seed })).toBe(fresh);
      expect(chooseRetry([told, asked], missed, { ...seen, seed })).toBe(asked);
      expect(chooseRetry([told], missed, { ...seen, seed })).toBe(told);
    }
  });

  test('is the one that would tell most, among twelve at most that are as new', () => {
    const bank = Array.from({ length: 40 }, (_, index) => entry(`n${index}`, 'R3', [`s${index}`]));
    const old = entry('old', 'R3', ['told']);
    for (let seed = 0; seed < 20; seed++) {
      const weighed: string[] = [];
      const gain = ({ id }: BankEntry) => {
        weighed.push(id);
        return id === 'old' ? 99 : Number(id.slice(1));
      };
      const retry = chooseRetry([...bank, old], missed, { seenScenarios: new Set(['told']), seenItems: none, seed, gain });
      expect(weighed).toHaveLength(12);
      expect(retry?.id).toBe(`n${Math.max(...weighed.map((id) => Number(id.slice(1))))}`);
    }
  });

  test('is null where the bank has none', () => {
    const bank = [missed, entry('same story', 'R3', ['a', 'b']), entry('other criterion', 'R4', ['c'])];
    expect(chooseRetry(bank, missed, options)).toBeNull();
  });
});

describe('the items of a capstone', () => {
  const bank = [
    ...Array.from({ length: 20 }, (_, index) => entry(`m${index}`, `R${index % 7}`, [`s${index}`], index % 2 ? 'verdict' : 'criteria')),
    entry('e1', 'R3', ['s1'], 'explain'),
    entry('e2', 'R4', ['s2'], 'explain'),
  ];

  test('are marked ones, mixed, and an edge case last that no other tells', () => {
    for (let seed = 1; seed < 30; seed++) {
      const chosen = chooseCapstone(bank, { marked: 11, argued: 1, seed, seen: new Set() });
      expect(chosen).toHaveLength(12);
      expect(chosen.slice(0, 11).some(({ kind }) => kind === 'explain')).toBe(false);
      expect(chosen[11]?.kind).toBe('explain');
      expect(new Set(chosen.map(({ scenarios }) => scenarios[0])).size).toBe(12);
      expect(new Set(chosen.map(({ about }) => about)).size).toBe(7);
    }
  });

  test('prefer what was not seen, the edge case too', () => {
    const first = chooseCapstone(bank, { marked: 11, argued: 1, seed: 5, seen: new Set() });
    const second = chooseCapstone(bank, { marked: 9, argued: 1, seed: 5, seen: new Set(first.map(({ id }) => id)) });
    expect(second.filter(({ id }) => first.some((one) => one.id === id)).length).toBeLessThanOrEqual(1);
    expect(second.at(-1)?.id).not.toBe(first.at(-1)?.id);
  });
});
