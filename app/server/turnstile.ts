/**
 * One page at a time, and forms before pages, a few together. Work on a request hardly ever waits for anything (the data file answers at
 * once), so requests in flight say nothing about load; what counts is how long the next one has been waiting. Letting so few through per
 * turn of the event loop leaves room in between for reading what arrives, so that an answer overtakes every page that waits.
 */

/** What waits: a form, which somebody has filled in, or a page, which can be asked for again. */
export type Waiting = 'form' | 'page';

export interface Turnstile {
  /** True where a page should be put off at once: those before it have waited too long already. Forms are never put off. */
  readonly isFull: () => boolean;
  /** Resolves when it is the caller's turn. */
  readonly enter: (kind: Waiting) => Promise<void>;
}

/** Milliseconds that a page may wait. Longer, and people press again, which makes it worse. */
const patience = 1000;
/** Forms of one turn share the commit that keeps them (db/turns.ts); more of them, and what arrives meanwhile waits for too long. */
const formsAtOnce = 16;

interface Waiter {
  readonly since: number;
  readonly go: () => void;
}

/** A list of which the first are taken, without moving the others. */
class Queue {
  #waiters: Waiter[] = [];
  #first = 0;

  get head(): Waiter | undefined {
    return this.#waiters[this.#first];
  }

  push(waiter: Waiter): void {
    this.#waiters.push(waiter);
  }

  shift(): Waiter | undefined {
    const waiter = this.#waiters[this.#first];
    if (waiter) this.#first++;
    if (this.#first > 1000 || this.#first === this.#waiters.length) {
      this.#waiters = this.#waiters.slice(this.#first);
      this.#first = 0;
    }
    return waiter;
  }
}

/** Returns a turnstile with nobody before it. `next` calls its argument in the next turn of the event loop. */
export function newTurnstile(now: () => number = () => performance.now(), next: (act: () => void) => void = setImmediate): Turnstile {
  const forms = new Queue();
  const pages = new Queue();
  let turning = false;
  const turn = () => {
    const through = forms.head ? Array.from({ length: formsAtOnce }, () => forms.shift()) : [pages.shift()];
    for (const waiter of through) waiter?.go();
    if (through[0]) next(turn);
    else turning = false;
  };
  return {
    isFull: () => now() - (pages.head?.since ?? Number.POSITIVE_INFINITY) > patience,
    enter(kind) {
      return new Promise((go) => {
        (kind === 'form' ? forms : pages).push({ since: now(), go });
        if (turning) return;
        turning = true;
        turn();
      });
    },
  };
}
