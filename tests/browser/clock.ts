/** A site of its own for one test, whose clock the test moves. Only a test can do that: the server itself has no setting for it. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import { migrate } from '#db/migrate.ts';
import { type OpenDatabase, openDatabase } from '#db/open.ts';
import { siteServer } from '../../bin/lib/site.ts';

export interface ClockedSite {
  readonly origin: string;
  readonly db: OpenDatabase;
  /** Lets so much time pass at once. */
  readonly pass: (milliseconds: number) => void;
  readonly close: () => Promise<void>;
}

const root = path.resolve(import.meta.dirname, '../..');

/** Starts the built site on an empty data file in memory. Its seeds are counted from 1, so that it asks the same in every run. */
export async function siteWithClock(): Promise<ClockedSite> {
  const db = await openDatabase(':memory:');
  await migrate(db);
  const build = (await import(pathToFileURL(path.join(root, 'build/server/index.js')).href)) as ServerBuild;
  let passed = 0;
  let seeds = 0;
  const server = siteServer(build, path.join(root, 'build/client'), {
    db,
    origin: null,
    trustedProxies: 0,
    mail: null,
    development: false,
    now: () => Date.now() + passed,
    newSeed: () => ++seeds,
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    db,
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    pass: (milliseconds) => {
      passed += milliseconds;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await db.close();
    },
  };
}
