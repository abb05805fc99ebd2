import { describe, expect, test } from 'vitest';
import { cardFor, ideaOf, type ReviewCard } from '#app/learning/review/card.ts';
import { chooseReviewItem } from '#app/learning/review/choose.ts';
import { forecast, planReviews } from '#app/learning/review/plan.ts';
import { cardAfter } from '#app/learning/review/schedule.ts';

const hour = 60 * 60 * 1000;
const day = 24 * hour;
const nine = Date.UTC(2026, 0, 5, 9);
const midnight = nine - 9 * hour;
const none = { fresh: 0, all: 0 };

/** A card last answered some days before nine o'clock. */
function card(id: string, rating: 'again' | 'good', daysAgo: number, review = false): ReviewCard {
  return cardAfter(null, { course: 'course', card: `criterion:${id}`, rating, review, at: nine - daysAgo * day });
}
const ids = (cards: readonly ReviewCard[]) => cards.map((one) => ideaOf(one.card).id);

test('a card names its idea', () => {
  const idea = { kind: 'misconception', id: 'side-by-side' } as const;
  expect(ideaOf(cardFor(idea))).toEqual(idea);
});

describe('today', () => {
  const limits = { newPerDay: 2, perDay: 3 };

  test('is what is due, the likeliest forgotten first', () => {
    const cards = [card('firm', 'good', 3), card('missed', 'again', 2), card('long', 'again', 9), card('later', 'good', 1)];
    const { due, today } = planReviews(cards, { newPerDay: 9, perDay: 9 }, none, nine);
    expect(ids(due)).toEqual(['long', 'missed', 'firm']);
    expect(today).toEqual(due);
  });

  test('may be half a day early, so that the evening is reviewed in the morning', () => {
    const missed = card('missed', 'again', 0);
    expect(planReviews([missed], limits, none, nine + 12 * hour - 1).due).toEqual([]);
    expect(planReviews([missed], limits, none, nine + 12 * hour).due).toEqual([missed]);
  });

  test('has no more ideas for the first time, and no more in all, than the limits allow', () => {
    const fresh = ['a', 'b', 'c'].map((id) => card(id, 'again', 4));
    const known = ['d', 'e'].map((id) => card(id, 'again', 2, true));
    const all = [...fresh, ...known];
    expect(ids(planReviews(all, limits, none, nine).today)).toEqual(['a', 'b', 'd']);
    expect(ids(planReviews(all, limits, { fresh: 2, all: 2 }, nine).today)).toEqual(['d']);
    expect(planReviews(all, limits, { fresh: 0, all: 3 }, nine).today).toEqual([]);
    expect(planReviews(all, limits, { fresh: 0, all: 9 }, nine).today).toEqual([]);
    expect(planReviews(all, { newPerDay: 0, perDay: 0 }, none, nine)).toMatchObject({ today: [], next: null });
  });

  test('without anything due names what comes next', () => {
    expect(planReviews([], limits, none, nine)).toEqual({ due: [], today: [], next: null });
    const cards = [card('later', 'good', 0), card('sooner', 'again', 0)];
    expect(planReviews(cards, limits, none, nine).next).toEqual(cards[1]);
  });
});

describe('the forecast', () => {
  const days = Array.from({ length: 15 }, (_, index) => midnight + index * day);
  const look = (cards: readonly ReviewCard[], limits = { newPerDay: 9, perDay: 9 }, done = none) =>
    forecast(cards, limits, done, { days, now: nine });

  test('follows a card from review to review', () => {
    // Missed today: due tomorrow, then after three days, then after eight.
    expect(look([card('missed', 'again', 0)])).toEqual([0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0]);
    expect(look([])).toEqual(Array(14).fill(0));
  });

  test('carries over what the limits leave', () => {
    const cards = ['a', 'b', 'c', 'd', 'e'].map((id) => card(id, 'again', 2));
    expect(look(cards, { newPerDay: 2, perDay: 2 }).slice(0, 3)).toEqual([2, 2, 1]);
    expect(look(cards, { newPerDay: 2, perDay: 2 }, { fresh: 2, all: 2 }).slice(0, 4)).toEqual([0, 2, 2, 1]);
  });

  test('agrees with the plan of today', () => {
    const cards = ['a', 'b', 'c'].map((id) => card(id, 'again', 2));
    expect(look(cards)[0]).toBe(planReviews(cards, { newPerDay: 9, perDay: 9 }, none, nine).today.length);
  });
});

describe('the story of a review', () => {
  const item = (id: string, ...scenarios: string[]) => ({ id, scenarios, template: null });
  const made = (id: string, template: string) => ({ ...item(id, id), template });

  test('is one never met while there is one', () => {
    const bank = [item('a', 'met'), item('b', 'new', 'met'), item('c', 'new')];
    for (let seed = 0; seed < 20; seed++) expect(chooseReviewItem(bank, { seenAt: new Map([['met', 5]]), seed })?.id).toBe('c');
  });

  test('is the one met longest ago where all were', () => {
    const seenAt = new Map([
      ['x', 3],
      ['y', 1],
      ['z', 2],
    ]);
    for (let seed = 0; seed < 20; seed++)
      expect(chooseReviewItem([item('a', 'x'), item('b', 'y'), item('c', 'z'), item('d', 'y', 'x')], { seenAt, seed })?.id).toBe('b');
  });

  test('differs by seed among those alike, and is none where there is none', () => {
    const bank = ['a', 'b', 'c', 'd'].map((id) => item(id, id));
    const chosen = new Set(Array.from({ length: 40 }, (_, seed) => chooseReviewItem(bank, { seenAt: new Map(), seed })?.id));
    expect(chosen.size).toBe(4);
    expect(chooseReviewItem([], { seenAt: new Map(), seed: 1 })).toBeNull();
  });

  test('is of a lesson while one is new, then of a template not met, then of any; and one met comes last', () => {
    const seenAt = new Map([
      ['old', 1],
      ['met', 9],
    ]);
    const order = [item('new', 'new'), made('other', 'b'), made('like', 'a'), item('old', 'old'), made('met', 'a')];
    for (let left = order; left.length > 0; left = left.slice(1))
      for (let seed = 0; seed < 9; seed++) {
        const bank = left.some(({ id }) => id === 'met') ? left : [];
        expect(chooseReviewItem(bank, { seenAt, seed })?.id).toBe(left[0]?.id);
      }
  });

  test('is one that fits, and no more are looked at than it takes', () => {
    const asked: string[] = [];
    const fits = ({ id }: { id: string }) => {
      asked.push(id);
      return id === 'like';
    };
    const bank = [made('met', 'a'), made('like', 'a'), made('other', 'b'), item('new', 'new')];
    expect(chooseReviewItem(bank, { seenAt: new Map([['met', 9]]), seed: 1, fits })?.id).toBe('like');
    expect(asked).toEqual(['new', 'other', 'like']);
    expect(chooseReviewItem(bank, { seenAt: new Map(), seed: 1, fits: () => false })).toBeNull();
  });
});
