import { expect, test } from 'vitest';
import { newTurnstile, type Waiting } from '#app/server/turnstile.ts';

function turning() {
  let at = 0;
  const planned: (() => void)[] = [];
  const turnstile = newTurnstile(
    () => at,
    (act) => planned.push(act),
  );
  const through: string[] = [];
  return {
    turnstile,
    through,
    enter: (name: string, kind: Waiting) => void turnstile.enter(kind).then(() => through.push(name)),
    turn: async () => {
      planned.shift()?.();
      await Promise.resolve();
    },
    pass: (ms: number) => {
      at += ms;
    },
  };
}

test('with nobody before it, a request goes through at once', async () => {
  const { enter, through } = turning();
  enter('page', 'page');
  await Promise.resolve();
  expect(through).toEqual(['page']);
});

test('one page goes through a turn; a form overtakes every page that waits, and each kind keeps its order', async () => {
  const { enter, through, turn } = turning();
  for (const name of ['page 1', 'page 2', 'page 3']) enter(name, 'page');
  for (const name of ['form 1', 'form 2']) enter(name, 'form');
  const after: number[] = [];
  for (let turns = 0; turns < 4; turns++) {
    await turn();
    after.push(through.length);
  }
  expect(through).toEqual(['page 1', 'form 1', 'form 2', 'page 2', 'page 3']);
  expect(after).toEqual([3, 4, 5, 5]);
});

test('many forms go through a few at a time, so that what arrives is read in between', async () => {
  const { enter, through, turn } = turning();
  for (let n = 0; n < 41; n++) enter(String(n), 'form');
  await Promise.resolve();
  const after = [through.length];
  for (let turns = 0; turns < 3; turns++) {
    await turn();
    after.push(through.length);
  }
  expect(after).toEqual([1, 17, 33, 41]);
});

test('it is full while the next page has waited for more than a second, and is open again when that one is through', async () => {
  const { enter, turnstile, turn, pass } = turning();
  enter('under way', 'page');
  enter('late', 'page');
  pass(1000);
  expect(turnstile.isFull()).toBe(false);
  enter('later', 'page');
  pass(1);
  expect(turnstile.isFull()).toBe(true);
  await turn();
  expect(turnstile.isFull()).toBe(false);
});

test('waiting forms alone do not make it full', () => {
  const { enter, turnstile, pass } = turning();
  enter('under way', 'form');
  enter('waiting', 'form');
  pass(10_000);
  expect(turnstile.isFull()).toBe(false);
});

test('a thousand that wait all go through, in order', async () => {
  const { enter, through, turn } = turning();
  for (let n = 0; n < 3000; n++) enter(String(n), 'page');
  for (let n = 0; n < 3000; n++) await turn();
  expect(through).toEqual(Array.from({ length: 3000 }, (_, n) => String(n)));
});
