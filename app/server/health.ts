/** How the server and its data file are: for the administrators' page and the metrics. */
import { readFileSync } from 'node:fs';
import { stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import { backupsIn } from '#db/backup/folder.ts';
import { write } from '#db/database.ts';
import { appliedMigrations, knownMigrations } from '#db/migrate.ts';
import type { OpenDatabase } from '#db/open.ts';
import { type Trouble, troubleOf } from '#db/trouble.ts';
import { exposition, gauge } from './metrics.ts';
import type { Failure, SlowRequest, Watch } from './watch.ts';

export interface HealthSources {
  readonly db: OpenDatabase;
  /** The path of the data file, absolute. */
  readonly file: string;
  readonly backup: { readonly folder: string; readonly everyHours: number; readonly keep: number };
  readonly watch: Watch;
  readonly now: () => number;
}

export interface Health {
  readonly versions: { readonly criterion: string; readonly node: string; readonly sqlite: string; readonly migrations: number };
  /** When the server started, in milliseconds since 1970, as all times here. */
  readonly since: number;
  /** Bytes. */
  readonly file: { readonly data: number; readonly log: number; readonly free: number };
  readonly backup: HealthSources['backup'] & { readonly last: { readonly at: number; readonly bytes: number } | null };
  readonly counts: { readonly requests: number; readonly answers: number; readonly shed: number; readonly failures: number };
  /** Bytes. */
  readonly memory: { readonly resident: number; readonly heap: number };
  /** Milliseconds. */
  readonly lag: { readonly p50: number; readonly p99: number; readonly max: number };
  readonly slow: readonly SlowRequest[];
  readonly failures: readonly Failure[];
}

const { version } = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../package.json'), 'utf8')) as { version: string };
const sizeOf = (file: string) =>
  stat(file).then(
    ({ size }) => size,
    () => 0,
  );

/** Returns how things are now. */
export async function healthOf({ db, file, backup, watch }: Omit<HealthSources, 'now'>): Promise<Health> {
  const [newest] = await backupsIn(backup.folder);
  const room = await statfs(path.dirname(file)).catch(() => null);
  const { rss, heapUsed } = process.memoryUsage();
  return {
    versions: {
      criterion: version,
      node: process.versions.node,
      sqlite: String(db.client.prepare('SELECT sqlite_version()').pluck().get()),
      migrations: appliedMigrations(db),
    },
    since: watch.since,
    file: { data: await sizeOf(file), log: await sizeOf(`${file}-wal`), free: room ? room.bavail * room.bsize : 0 },
    backup: { ...backup, last: newest ? { at: newest.at, bytes: await sizeOf(newest.path) } : null },
    counts: {
      requests: watch.requests.total(),
      answers: watch.acknowledged.total(),
      shed: watch.shed.total(),
      failures: watch.failed.total(),
    },
    memory: { resident: rss, heap: heapUsed },
    lag: watch.lag(),
    slow: watch.slow(),
    failures: watch.failures(),
  };
}

/** Returns what Prometheus reads, as text. */
export async function metricsOf(sources: HealthSources): Promise<string> {
  const { versions, since, file, backup, memory, lag } = await healthOf(sources);
  const age = backup.last && (sources.now() - backup.last.at) / 1000;
  const { criterion, node, sqlite } = versions;
  return exposition([
    ...sources.watch.series,
    gauge('criterion_build_info', 'Always 1; its labels are the versions.', [[{ version: criterion, node, sqlite }, 1]]),
    gauge('criterion_start_time_seconds', 'When the server started, in seconds since 1970.', [[{}, since / 1000]]),
    gauge('criterion_event_loop_lag_seconds', 'How late the event loop was since the start.', [
      [{ quantile: '0.5' }, lag.p50 / 1000],
      [{ quantile: '0.99' }, lag.p99 / 1000],
      [{ quantile: '1' }, lag.max / 1000],
    ]),
    gauge('criterion_resident_memory_bytes', 'Memory that the process holds.', [[{}, memory.resident]]),
    gauge('criterion_heap_used_bytes', 'Memory in use on the heap.', [[{}, memory.heap]]),
    gauge('criterion_data_file_bytes', 'Size of the data file and of its write-ahead log.', [
      [{ part: 'data' }, file.data],
      [{ part: 'log' }, file.log],
    ]),
    gauge('criterion_disk_free_bytes', 'Room left where the data file is.', [[{}, file.free]]),
    gauge('criterion_backup_age_seconds', 'Time since the last backup was taken; missing where there is none.', [[{}, age]]),
  ]);
}

/** Why the server should get no requests now. */
export type NotReady = 'draining' | 'migrations' | Trouble;

/** Returns why the data file cannot be used, or null. It writes: nothing less tells that there is room and that the disk takes it. */
export async function fileProblem(db: OpenDatabase): Promise<NotReady | null> {
  try {
    if (appliedMigrations(db) < knownMigrations()) return 'migrations';
    await write(db, async () => {
      db.client.pragma(`user_version = ${db.client.pragma('user_version', { simple: true })}`);
    });
    return null;
  } catch (error) {
    return troubleOf(error) ?? 'broken';
  }
}
