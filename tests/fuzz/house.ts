/** The built site with a class in it that nobody may touch, and strangers who try. */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import { addInstructor, joinCohort } from '#db/cohorts.ts';
import { createInvitations } from '#db/invitations.ts';
import { migrate } from '#db/migrate.ts';
import { writeNote } from '#db/notes.ts';
import { openDatabase } from '#db/open.ts';
import { siteServer } from '../../bin/lib/site.ts';
import { Seeder } from '../browser/seed.ts';
import { course } from '../browser/the-course.ts';

/** What a stranger knows and may name: ids of others in `theirs`, of their own in `own`. */
export interface Stranger {
  readonly kind: 'nobody' | 'anonymous' | 'learner' | 'instructor';
  readonly id: string | null;
  readonly cookie: string;
  readonly own: Readonly<Record<string, string>>;
}

/** Columns of what a form brings as it is, which may be anything, the ids of others too. */
const typed: ReadonlySet<string> = new Set([
  'answer',
  'detail',
  'form',
  'form_key',
  'label',
  'name',
  'note',
  'reply',
  'text',
  'title',
  'why',
]);

export const strangerKinds = ['nobody', 'anonymous', 'learner', 'instructor'] as const;

export interface House extends AsyncDisposable {
  readonly origin: string;
  readonly build: ServerBuild;
  readonly theirs: Readonly<Record<string, string>>;
  readonly newStranger: (kind: Stranger['kind']) => Promise<Stranger>;
  /** Signs somebody of the class in; returns the cookie. */
  readonly cookieOf: (person: string) => Promise<string>;
  /** Lets the graded quiz of the class be marked by an earlier version of the course. */
  readonly outdate: () => Promise<void>;
  /** Every row of every table that names somebody or something of the class. */
  readonly rowsOfTheirs: () => string[];
  /** Who has which power, apart from learners. */
  readonly powers: () => string[];
}

/** Fills a data file, and serves it in this process. */
export async function openHouse(): Promise<House> {
  const folder = mkdtempSync(path.join(tmpdir(), 'criterion-fuzz-'));
  process.env.CRITERION_TEST_DATA = folder;
  const empty = await openDatabase(path.join(folder, 'test.db'));
  await migrate(empty);
  await empty.close();
  const seed = await Seeder.open();
  const { client } = seed.db;
  // Nothing here is to survive a power cut.
  client.pragma('synchronous = OFF');

  const ids = {
    owner: await seed.person('instructor', 'Olga Owner'),
    along: await seed.person('instructor', 'Al Along'),
    learner: await seed.person('learner', 'Vera Victim'),
    other: await seed.person('learner', 'Otto Other'),
    admin: await seed.person('admin', 'Ada Admin'),
  };
  const { id: cohort, code } = await seed.cohort(ids.owner, 'Their class');
  await addInstructor(seed.db, cohort, ids.along, Date.now());
  for (const member of [ids.learner, ids.other]) await joinCohort(seed.db, cohort, member, Date.now());
  const assignment = await seed.assignment(cohort, { held: false });
  await seed.take(assignment, ids.other, ['right', 'wrong', 'right']);
  const attempt = await seed.openQuiz(ids.learner);
  await seed.getStuck(ids.learner);
  const certificate = await seed.certificateOf(ids.other, 'Otto Other');
  await writeNote(seed.db, { cohortId: cohort, learnerId: ids.learner, text: 'A note.', writtenBy: ids.owner, at: 1 });
  const email = 'kept.place@example.org';
  await createInvitations(seed.db, [{ tokenHash: 'hash', cohortId: cohort, name: 'Kept', email, createdAt: Date.now() }]);
  await seed.resetLink(`${ids.learner}@example.org`);
  const response = client.prepare('select id from responses where learner_id = ?').pluck().get(ids.learner) as string;
  const theirs = { cohort, assignment, attempt, response, certificate, email: `${ids.learner}@example.org`, person: ids.learner, ...ids };

  const build = (await import(pathToFileURL(path.resolve('build/server/index.js')).href)) as ServerBuild;
  const server = siteServer(build, path.resolve('build/client'), {
    db: seed.db,
    origin: null,
    trustedProxies: 0,
    mail: null,
    development: false,
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');

  const named = [...new Set(Object.values(theirs))];
  const tables = client
    .prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '\\_\\_%' escape '\\'")
    .pluck()
    .all() as string[];
  const all = tables.map((name) => {
    const columns = client.prepare('select name from pragma_table_info(?)').pluck().all(name) as string[];
    const kept = columns.filter((column) => !typed.has(column)).map((column) => `"${column}"`);
    return { name, rows: client.prepare(`select * from "${name}"`), apartFromWords: client.prepare(`select ${kept} from "${name}"`) };
  });
  const isTheirs = (row: string) => row.includes(code) || named.some((id) => row.includes(id));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    build,
    theirs,
    newStranger: async (kind) => {
      if (kind === 'nobody') return { kind, id: null, cookie: '', own: {} };
      const id = await seed.person(kind === 'anonymous' ? null : kind, 'Mal Lory');
      const own: Record<string, string> = { person: id, learner: id, attempt: await seed.openQuiz(id), email: `${id}@example.org` };
      if (kind === 'instructor') {
        own.cohort = (await seed.cohort(id, 'Another class')).id;
        own.assignment = await seed.assignment(own.cohort);
        own.learner = await seed.person('learner', 'Own Learner');
        await joinCohort(seed.db, own.cohort, own.learner, Date.now());
      }
      return { kind, id, cookie: await seed.cookie(id), own };
    },
    cookieOf: (person) => seed.cookie(person),
    outdate: () => seed.outdate(assignment),
    rowsOfTheirs: () =>
      all.flatMap(({ name, rows, apartFromWords }) => {
        const facts = apartFromWords.all();
        return rows.all().flatMap((row, n) => (isTheirs(JSON.stringify(facts[n])) ? [`${name} ${JSON.stringify(row)}`] : []));
      }),
    powers: () =>
      client
        .prepare(
          "select role || ' ' || learner_id from accounts where role = 'admin' or learner_id in (select learner_id from accounts where name = 'Mal Lory') order by 1",
        )
        .pluck()
        .all() as string[],
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await seed.close();
      rmSync(folder, { recursive: true });
    },
  };
}

export { course };
