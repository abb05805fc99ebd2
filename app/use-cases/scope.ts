/** What a use case needs of the world: the data, the clock and chance, passed in so that tests can hold them still. */
import type { Course } from '#app/course/course.ts';
import type { Database } from '#db/database.ts';
import type { Brake } from './accounts/brake.ts';
import type { Elsewhere } from './cohorts/elsewhere.ts';

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
  /** Where the figures of large cohorts are made; not given where that is here. */
  readonly elsewhere?: Elsewhere;
}

/** What coming in needs besides: where the request comes from, limits, mail. */
export interface Visit extends World {
  /** Scheme, host and port by which people reach the site. */
  readonly origin: string;
  /** Where the request comes from, for limits. */
  readonly address: string;
  readonly brake: Brake;
  /** Sends mail; null where no mail server is configured. */
  readonly mail: Mail | null;
  /** Sees to something after the answer; what goes wrong is logged. */
  readonly later: (act: () => Promise<void>) => void;
}

export type Mail = (letter: {
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
}) => Promise<void>;

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
