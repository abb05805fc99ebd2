/** How many forms one learner, and one address, may send: far more than a person can, far less than a program would. */
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { plainPage } from './plain-page.ts';

/** A lecture hall behind one address begins together, each without being known yet. */
const unknownPerAddress = 20;
/** And goes on together, each known. */
const allPerAddress = 100;

export interface FormBrake {
  /** Counts a form. Returns after how many seconds the next may be sent; 0 where this one may go on. `learnerId` is null for who is not known yet. */
  readonly spend: (learnerId: string | null, address: string) => Promise<number>;
}

/** Returns limits that start from nothing, by what one learner may send in a minute, on all devices together; 0 sets no limit. */
export function formBrake(perMinute: number): FormBrake {
  if (perMinute === 0) return { spend: async () => 0 };
  const limiter = (keyPrefix: string, times: number) => ({
    points: perMinute * times,
    tries: new RateLimiterMemory({ keyPrefix, points: perMinute * times, duration: 60 }),
  });
  const [learners, strangers, addresses] = [limiter('learner', 1), limiter('stranger', unknownPerAddress), limiter('all', allPerAddress)];
  const over = async ({ tries, points }: typeof learners, key: string) => {
    const state = await tries.penalty(key, 1);
    return state.consumedPoints > points ? Math.max(1, Math.ceil(state.msBeforeNext / 1000)) : 0;
  };
  return {
    spend: async (learnerId, address) =>
      Math.max(learnerId === null ? await over(strangers, address) : await over(learners, learnerId), await over(addresses, address)),
  };
}

/** Returns what is told to whoever sends too many: 429, to be tried again after `wait` seconds. The page does so by itself where script runs. */
export function tooManyForms(wait: number): Response {
  return heldUp(
    wait,
    `So many forms in so short a time look like a program. This one was not kept; nothing kept before is lost. Go back and send it again in ${wait === 1 ? 'a second' : `${wait} seconds`}.`,
  );
}

/** Returns what is told to whoever asks for too many files. */
export function tooManyFiles(wait: number): Response {
  const minutes = Math.ceil(wait / 60);
  return heldUp(
    wait,
    `Each of these files is made anew from the whole record, and many were asked for in a short time. Ask again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}; nothing is lost.`,
  );
}

/** `text` is ours, never a visitor's. */
function heldUp(wait: number, text: string): Response {
  const page = plainPage(429, 'That was a lot at once', text);
  page.headers.set('Retry-After', String(wait));
  return page;
}
