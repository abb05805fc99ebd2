/** What the server hands to every loader and action. */
import type { Retention } from '#app/use-cases/retention.server.ts';
import type { Visit } from '#app/use-cases/scope.ts';
import type { Trouble } from '#db/trouble.ts';
import type { Health } from './health.ts';

declare module '@remix-run/node' {
  interface AppLoadContext extends Visit {
    /** True where the site is reached over https: cookies are then secure. */
    readonly secure: boolean;
    readonly development: boolean;
    /** How long what is kept stays, for people to read. */
    readonly keeps: { readonly retention: Retention; readonly backupHours: number; readonly backupsKept: number };
    /** Who runs the site and how to reach them; null where nobody is named. */
    readonly contact: string | null;
    /** Written by entry.server.tsx where the disk kept the request from being done; the site then answers in the page's place. */
    trouble: Trouble | null;
    /** What the log and the error page call this request. */
    readonly requestId: string;
    /** Notes in the log that this request failed, and why. */
    readonly failed: (error: unknown) => void;
    /** Counts an answer that is kept and about to be told so. */
    readonly acknowledged: () => void;
    /** How the server is, for its administrators. */
    readonly health: () => Promise<Health>;
    /** Written by entry.server.tsx: the finished page, which saves a stream (see adapter.ts). */
    document?: Buffer;
    /** Finished markup by slot, for entry.server.tsx to put in (see app/pages/slots.ts). */
    slots?: ReadonlyMap<string, readonly Buffer[]>;
  }
}
