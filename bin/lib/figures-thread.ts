/**
 * The thread in which the figures of large cohorts are made, with a connection of its own that only reads. It loads the same build as the
 * pages, so that both have the same courses. Sends each result in parts, the next when the one before has arrived: a thread that has
 * pages to answer must not be held up by one large message.
 */
import { randomBytes, randomInt } from 'node:crypto';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { codeBytes, makeCode } from '#app/learning/certificate.ts';
import { newId } from '#app/server/new-id.ts';
import type { FiguresAsked } from '#app/use-cases/cohorts/elsewhere.ts';
import type { World } from '#app/use-cases/scope.ts';
import { openForReading } from '#db/open-for-reading.ts';
import { partsOf } from './parts.ts';

export interface ThreadData {
  readonly database: string;
  /** The address of a module whose `entry.module.figures` makes figures. */
  readonly build: string;
}
type Make = (world: World, asked: FiguresAsked) => Promise<object>;
const { database, build } = workerData as ThreadData;
const port = parentPort as MessagePort;

const { entry } = (await import(build)) as { entry: { module: { figures: Make } } };
const db = await openForReading(database);
const world: World = {
  db,
  now: Date.now,
  newId,
  newSeed: () => randomInt(2 ** 31),
  newCode: () => makeCode(randomBytes(codeBytes)),
};

const arrived = () => new Promise<void>((resolve) => port.once('message', () => resolve()));

async function answer(asked: FiguresAsked): Promise<void> {
  const made = await db.snapshot(() => entry.module.figures(world, asked)).catch((error) => String(error?.stack ?? error));
  if (typeof made === 'string') return port.postMessage({ problem: made });
  for (const part of partsOf(made)) {
    const next = arrived();
    port.postMessage({ part });
    await next;
  }
  port.postMessage({ end: true });
}

// The other side asks one thing at a time.
const listen = () =>
  port.once('message', (message: FiguresAsked | null) => {
    if (message === null) {
      db.close();
      port.close();
    } else void answer(message).then(listen);
  });
listen();
