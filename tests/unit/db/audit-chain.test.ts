import { afterEach, beforeEach, expect, test } from 'vitest';
import { type AuditEntry, recordAudit } from '#db/audit.ts';
import { checkChain, sealOlder, shortenLog } from '#db/audit-chain.ts';
import { createLearner, deleteLearner } from '#db/learners.ts';
import type { OpenDatabase } from '#db/open.ts';
import { freshDatabase } from './fresh.ts';

let db: OpenDatabase;
const entry = (n: number, over: Partial<AuditEntry> = {}): AuditEntry => ({
  id: `entry ${n}`,
  at: n * 1000,
  actorId: 'ann',
  action: 'learner-viewed',
  subjectId: 'ben',
  detail: `class ${n}`,
  ...over,
});
beforeEach(async () => {
  db = await freshDatabase();
  for (const id of ['ann', 'ben']) await createLearner(db, { id, now: 0 });
  for (const n of [1, 2, 3, 4]) await recordAudit(db, entry(n));
});
afterEach(() => db.close());

/** What somebody with a hand on the file can do. */
const force = (...statements: string[]) => {
  const triggers = db.client.prepare("select name from sqlite_master where type = 'trigger'").pluck().all() as string[];
  db.client.pragma('foreign_keys = OFF');
  for (const name of triggers) db.client.exec(`drop trigger "${name}"`);
  for (const statement of statements) db.client.exec(statement);
};

test('a log as it was written checks, and says its last seal', async () => {
  const { last, ...checked } = await checkChain(db);
  expect(checked).toEqual({ entries: 4, problems: [], known: true });
  expect(last).toMatch(/^[\w-]{43}$/);
  await recordAudit(db, entry(5));
  expect(await checkChain(db, last)).toMatchObject({ entries: 5, problems: [], known: true });
  expect(await checkChain(db, 'a seal from elsewhere')).toMatchObject({ problems: [], known: false });
});

test('the data file itself refuses to change or drop an entry', () => {
  const refused = (statement: string) => expect(() => db.client.exec(statement), statement).toThrow(/only added/);
  refused("update audit set detail = 'nothing' where id = 'entry 2'");
  refused("update audit set at = 0 where id = 'entry 2'");
  refused("update audit set actor_id = 'ben' where id = 'entry 2'");
  refused("delete from audit where id = 'entry 2'");
  refused('delete from audit');
  refused("update audit_chain set seal = 'x' where seq = 2");
  refused('delete from audit_chain where seq = 4');
});

test.each([
  ['another text', "update audit set detail = 'nothing' where id = 'entry 2'", 'Entry 2 is not as it was written'],
  ['another time', "update audit set at = 5 where id = 'entry 2'", 'Entry 2 is not as it was written'],
  ['another deed', "update audit set action = 'note-written' where id = 'entry 3'", 'Entry 3 is not as it was written'],
  ['somebody else', "update audit set actor_id = 'ben' where id = 'entry 2'", 'Entry 2 names somebody else'],
  ['one entry less', "delete from audit where id = 'entry 3'", 'Entry 3 is missing'],
  ['the newest gone with its seal', "delete from audit where id = 'entry 4'", 'Entry 4 is missing'],
  [
    'one entry and its seal less',
    "delete from audit where id = 'entry 2'; delete from audit_chain where seq = 2",
    'Entries 2 to 2 are missing',
  ],
  ['the oldest less', "delete from audit where id = 'entry 1'; delete from audit_chain where seq = 1", 'Entries 1 to 1 are missing'],
  ['one more', "insert into audit values ('entry 9', 9, 'ann', 'note-written', 'ben', '')", 'There are entries without a seal'],
])('%s shows', async (_, statement, problem) => {
  force(statement);
  expect((await checkChain(db)).problems.join(' ')).toContain(problem);
});

test('a log sealed anew after a change shows by a seal that was noted before', async () => {
  const { last } = await checkChain(db);
  force("update audit set detail = 'nothing' where id = 'entry 2'", 'delete from audit_chain');
  expect(await sealOlder(db)).toBe(4);
  expect(await checkChain(db, last)).toMatchObject({ problems: [], known: false });
});

test('who is deleted leaves no name, and the log still checks', async () => {
  await deleteLearner(db, 'ben');
  expect(await db.orm.select({ subject: db.tables.audit.subjectId }).from(db.tables.audit)).toEqual(Array(4).fill({ subject: null }));
  expect(await checkChain(db)).toMatchObject({ entries: 4, problems: [] });
});

test('entries from before sealing are sealed in their order, once', async () => {
  force('delete from audit_chain');
  expect((await checkChain(db)).problems).toEqual(['There are entries without a seal.']);
  expect([await sealOlder(db), await sealOlder(db)]).toEqual([4, 0]);
  expect(await checkChain(db)).toMatchObject({ entries: 4, problems: [] });
});

test('old entries go only when an entry says so, and the rest still checks', async () => {
  expect(await shortenLog(db, { before: 2500, id: 'shorter', at: 9000 })).toBe(2);
  expect(await shortenLog(db, { before: 2500, id: 'again', at: 9000 })).toBe(0);
  const left = await db.orm.select({ id: db.tables.audit.id }).from(db.tables.audit);
  expect(left.map(({ id }) => id).toSorted()).toEqual(['entry 3', 'entry 4', 'shorter']);
  expect(await checkChain(db)).toMatchObject({ entries: 3, problems: [] });
  expect(() => db.client.exec("delete from audit where id = 'entry 3'")).toThrow(/only added/);
  await recordAudit(db, entry(6));
  expect(await shortenLog(db, { before: 99_000, id: 'shorter still', at: 90_000_000 })).toBe(3);
  expect(await checkChain(db)).toMatchObject({ entries: 2, problems: [] });
});
