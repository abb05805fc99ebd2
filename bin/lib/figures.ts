/** Hands the making of figures to a thread (figures-thread.ts), which starts when it is first needed and again after it has failed. */
import { Worker } from 'node:worker_threads';
import type { Elsewhere, FiguresAsked } from '#app/use-cases/cohorts/elsewhere.ts';
import type { ThreadData } from './figures-thread.ts';
import { joiner, type Part } from './parts.ts';

export interface FiguresThread {
  readonly elsewhere: Elsewhere;
  /** Lets the thread close its connection; what it was making is not made. */
  readonly close: () => Promise<void>;
}

type Said = { readonly part: Part } | { readonly end: true } | { readonly problem: string };

/** A thread that runs out of memory must not take the server along. */
const mostMegabytes = 1024;
const patience = 1000;

/** Returns the thread, not yet started. `log` hears of what goes wrong. */
export function figuresThread(data: ThreadData, log: (text: string) => void): FiguresThread {
  let worker: Worker | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;

  function started(): Worker {
    if (worker) return worker;
    const made = new Worker(new URL('figures-thread.ts', import.meta.url), {
      workerData: data,
      resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
    });
    made.unref();
    made.on('error', (error) => log(`The thread for figures failed: ${error}`));
    made.once('exit', () => {
      if (worker === made) worker = null;
    });
    worker = made;
    return made;
  }

  function ask(asked: FiguresAsked): Promise<unknown> {
    const thread = started();
    return new Promise((resolve, reject) => {
      const join = joiner();
      let result: unknown = null;
      const done = (settle: () => void) => {
        thread.off('message', hear).off('exit', ended);
        settle();
      };
      const ended = () => done(() => reject(new Error('The thread for figures has ended.')));
      const hear = (said: Said) => {
        if ('part' in said) {
          result = join(said.part);
          thread.postMessage('next');
        } else if ('problem' in said) {
          log(`The thread for figures could not make them: ${said.problem}`);
          done(() => reject(new Error(said.problem)));
        } else done(() => resolve(result));
      };
      thread.on('message', hear).once('exit', ended);
      thread.postMessage(asked);
    });
  }

  return {
    elsewhere(asked) {
      const next = last.then(() => {
        if (closed) throw new Error('The server is leaving.');
        return ask(asked);
      });
      last = next.catch(() => {});
      return next;
    },
    async close() {
      closed = true;
      const thread = worker;
      if (!thread) return;
      const gone = new Promise((resolve) => thread.once('exit', resolve));
      thread.postMessage(null);
      const timer = setTimeout(() => void thread.terminate(), patience);
      await gone;
      clearTimeout(timer);
    },
  };
}
