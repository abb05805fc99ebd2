import { expect, test } from 'vitest';
import { newBrake } from '#app/server/brake.ts';

async function fail(brake: ReturnType<typeof newBrake>, times: number, account: (n: number) => string, address: (n: number) => string) {
  for (let n = 0; n < times; n++) await brake.failed(account(n), address(n));
}

test('ten failed tries hold an account up, from wherever they come', async () => {
  const brake = newBrake();
  await fail(
    brake,
    9,
    () => 'ann',
    (n) => `address ${n}`,
  );
  expect(await brake.wait('ann', 'another')).toBe(0);
  await fail(
    brake,
    1,
    () => 'ann',
    () => 'address 9',
  );
  expect(await brake.wait('ann', 'another')).toBeGreaterThan(800);
  expect(await brake.wait('ben', 'another')).toBe(0);
});

test('a hundred failed tries hold an address up, on whatever accounts', async () => {
  const brake = newBrake();
  await fail(
    brake,
    100,
    (n) => `account ${n}`,
    () => 'here',
  );
  expect(await brake.wait('somebody', 'here')).toBeGreaterThan(800);
  expect(await brake.wait('somebody', 'elsewhere')).toBe(0);
});

test('the holder of an account clears its failed tries by coming in', async () => {
  const brake = newBrake();
  await fail(
    brake,
    10,
    () => 'ann',
    () => 'here',
  );
  await brake.succeeded('ann');
  expect(await brake.wait('ann', 'here')).toBe(0);
});

test('a mailbox gets five letters in an hour, whoever asks for them', async () => {
  const brake = newBrake();
  for (let n = 0; n < 5; n++) expect(await brake.letter('ann@example.org')).toBe(true);
  expect(await brake.letter('ann@example.org')).toBe(false);
  expect(await brake.letter('ben@example.org')).toBe(true);
});

test('a lecture hall may sign up from one address, a machine may not go on', async () => {
  const brake = newBrake();
  for (let n = 0; n < 600; n++) expect(await brake.spend('hall')).toBe(0);
  expect(await brake.spend('hall')).toBeGreaterThan(3000);
  expect(await brake.spend('elsewhere')).toBe(0);
});
