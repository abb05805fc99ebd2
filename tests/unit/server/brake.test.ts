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

test('one learner gets twenty files in ten minutes, and an address four hundred', async () => {
  const brake = newBrake();
  for (let n = 0; n < 20; n++) expect(await brake.file('ann', 'here')).toBe(0);
  expect(await brake.file('ann', 'elsewhere')).toBeGreaterThan(500);
  for (let n = 0; n < 380; n++) expect(await brake.file(`learner ${n}`, 'here')).toBe(0);
  expect(await brake.file('ben', 'here')).toBeGreaterThan(500);
  expect(await brake.file('ben', 'elsewhere')).toBe(0);
});

test('one account makes ten thousand links of invitation in a day, and what would be too many is not counted', async () => {
  const brake = newBrake();
  expect(await brake.invite('tess', 9_990)).toBe(0);
  expect(await brake.invite('tess', 11)).toBeGreaterThan(23 * 3600);
  expect(await brake.invite('tess', 10)).toBe(0);
  expect(await brake.invite('tess', 1)).toBeGreaterThan(0);
  expect(await brake.invite('ivo', 5_000)).toBe(0);
});

test('a mailbox gets three letters of invitation in a day, whoever sends them', async () => {
  const brake = newBrake();
  expect(await Promise.all([1, 2, 3, 4].map(() => brake.invitation('ann@example.org')))).toEqual([true, true, true, false]);
  expect(await brake.invitation('ben@example.org')).toBe(true);
});
