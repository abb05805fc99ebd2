import { expect, test } from 'vitest';
import { formBrake, tooManyForms } from '#app/server/form-brake.ts';

async function spend(times: number, act: () => Promise<number>): Promise<number[]> {
  const waits: number[] = [];
  for (let n = 0; n < times; n++) waits.push(await act());
  return waits;
}
const open = (waits: readonly number[]) => waits.filter((wait) => wait === 0).length;

test('one learner may send so many a minute, whatever the device and address, and others go on', async () => {
  const brake = formBrake(5);
  expect(open(await spend(4, () => brake.spend('ann', '192.0.2.1')))).toBe(4);
  const waits = await spend(4, () => brake.spend('ann', '192.0.2.2'));
  expect(open(waits)).toBe(1);
  expect(waits.at(-1)).toBeGreaterThan(0);
  expect(waits.at(-1)).toBeLessThanOrEqual(60);
  expect(await brake.spend('ben', '192.0.2.1')).toBe(0);
});

test('who is not known yet counts by address', async () => {
  const brake = formBrake(5);
  expect(open(await spend(120, () => brake.spend(null, '192.0.2.1')))).toBe(100);
  expect(await brake.spend(null, '192.0.2.2')).toBe(0);
  expect(await brake.spend('ann', '192.0.2.1')).toBe(0);
});

test('new learners without end do not help a program past the limit of its address', async () => {
  const brake = formBrake(5);
  let n = 0;
  expect(open(await spend(520, () => brake.spend(`learner ${n++}`, '192.0.2.1')))).toBe(500);
});

test('0 sets no limit', async () => {
  const brake = formBrake(0);
  expect(open(await spend(1000, () => brake.spend('ann', '192.0.2.1')))).toBe(1000);
});

test('the refusal says when to try again', async () => {
  const page = tooManyForms(7);
  expect([page.status, page.headers.get('Retry-After')]).toEqual([429, '7']);
  expect(await page.text()).toContain('send it again in 7 seconds');
});
