/** What a request brings besides the data and the clock, for tests: no mail server, and limits that start from nothing. */
import { newBrake } from '#app/server/brake.ts';
import type { Visit, World } from '#app/use-cases/scope.ts';

export const visitTo = <W extends World>(world: W, over: Partial<Visit> = {}): W & Visit => ({
  ...world,
  origin: 'http://localhost:3000',
  address: '192.0.2.1',
  brake: newBrake(),
  mail: null,
  later: (act) => void act(),
  ...over,
});

/** What the server knows of a request besides, for tests of what takes a whole context. */
export const unwatched = {
  requestId: 'request',
  contact: null,
  failed: (error: unknown): void => {
    throw error;
  },
  acknowledged: () => {},
  health: () => Promise.reject(new Error('This test knows nothing of health.')),
};
