/** What a use case needs of the world: the data, the clock and chance, passed in so that tests can hold them still. */
import type { Course } from '#app/course/course.ts';
import type { Database } from '#db/database.ts';

export interface World {
  readonly db: Database;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A fresh UUIDv7. */
  readonly newId: () => string;
  /** A fresh seed, a whole number of 31 bits. */
  readonly newSeed: () => number;
  /** A fresh code of a certificate, which nobody can guess. */
  readonly newCode: () => string;
}

export interface Scope extends World {
  readonly course: (id: string) => Course | undefined;
}

/**
 * Runs `act` for the learner who asks, in the write that makes this learner where there is none yet. `formKey` finds the learner whom the
 * first copy of a form sent twice has made.
 */
export type Keep = <T>(formKey: string, act: (db: Database, learnerId: string) => Promise<T>) => Promise<T>;

/** A learner's mistake is an answer, not an exception: what to say, and to do. */
export interface Problem {
  readonly problem: string;
}
