import { expect, test } from 'vitest';
import { newAfterwards } from '#app/server/afterwards.ts';

test('work begins after the turn in which it was handed over, and is waited for, with the work that it brings', async () => {
  const done: string[] = [];
  const afterwards = newAfterwards(() => {});
  let send = () => {};
  afterwards.later(async () => {
    await new Promise<void>((resolve) => {
      send = resolve;
    });
    done.push('first');
    afterwards.later(async () => void done.push('second'));
  });
  expect([done, afterwards.size()]).toEqual([[], 1]);
  const all = afterwards.done().then(() => done.push('all'));
  await new Promise((resolve) => setImmediate(resolve));
  expect(done).toEqual([]);
  send();
  await all;
  expect([done, afterwards.size()]).toEqual([['first', 'second', 'all'], 0]);
});

test('work that fails is told once, keeps nobody waiting, and other work goes on', async () => {
  const told: unknown[] = [];
  const done: string[] = [];
  const afterwards = newAfterwards((error) => told.push(error));
  afterwards.later(() => Promise.reject(new Error('no mail today')));
  afterwards.later(() => {
    throw new Error('nor a promise');
  });
  afterwards.later(async () => void done.push('sent'));
  await afterwards.done();
  expect(told).toEqual([new Error('no mail today'), new Error('nor a promise')]);
  expect(done).toEqual(['sent']);
});
