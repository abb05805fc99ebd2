import { afterEach, beforeEach, expect, test } from 'vitest';
import { certificateByCode, certificatesOf, issueCertificate, mostCertificates, withdrawCertificate } from '#db/certificates.ts';
import type { OpenDatabase } from '#db/open.ts';
import { freshDatabase, newCertificate, withAttempt } from './fresh.ts';

let db: OpenDatabase;
beforeEach(async () => {
  db = await freshDatabase();
  await withAttempt(db);
});
afterEach(() => db.close());

test('a certificate is found by its code, by anybody, and listed for its learner alone', async () => {
  await issueCertificate(db, newCertificate());
  expect(await certificateByCode(db, 'code 1')).toEqual({ ...newCertificate(), withdrawnAt: null });
  expect(await certificateByCode(db, 'code 2')).toBeNull();
  expect((await certificatesOf(db, 'ann', 'course')).map(({ code }) => code)).toEqual(['code 1']);
  expect(await certificatesOf(db, 'ben', 'course')).toEqual([]);
  expect(await certificatesOf(db, 'ann', 'another course')).toEqual([]);
});

test('a form sent twice issues one, and somebody else cannot have it', async () => {
  await issueCertificate(db, newCertificate());
  expect(await issueCertificate(db, newCertificate({ id: 'again', code: 'other' }))).toMatchObject({ code: 'code 1' });
  expect(await issueCertificate(db, newCertificate({ id: 'of ben', code: 'other', learnerId: 'ben' }))).toBeNull();
  expect(await certificateByCode(db, 'other')).toBeNull();
});

test('only so many stand at once; withdrawing one makes room', async () => {
  for (let index = 1; index <= mostCertificates; index++) {
    const made = newCertificate({ id: `${index}`, code: `code ${index}`, formKey: `key ${index}`, issuedAt: index });
    expect(await issueCertificate(db, made)).toMatchObject({ code: `code ${index}` });
  }
  const more = newCertificate({ id: 'more', code: 'more', formKey: 'more' });
  expect(await issueCertificate(db, more)).toBe('full');
  expect(await withdrawCertificate(db, 'ann', 'code 3', 99)).toBe(true);
  expect(await issueCertificate(db, more)).toMatchObject({ code: 'more' });
});

test('withdrawing is for its learner, and the first time stands', async () => {
  await issueCertificate(db, newCertificate());
  expect(await withdrawCertificate(db, 'ben', 'code 1', 5)).toBe(false);
  expect((await certificateByCode(db, 'code 1'))?.withdrawnAt).toBeNull();
  expect(await withdrawCertificate(db, 'ann', 'code 1', 5)).toBe(true);
  expect(await withdrawCertificate(db, 'ann', 'code 1', 9)).toBe(true);
  expect((await certificateByCode(db, 'code 1'))?.withdrawnAt).toBe(5);
  expect(await withdrawCertificate(db, 'ann', 'no such code', 9)).toBe(false);
});
