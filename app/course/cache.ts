/** Keeps what was made from a file until the file, or what it was made with, changes: an edit recompiles one file. */
import { createHash } from 'node:crypto';
import type { Problem } from './problem.ts';

export interface Made<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}

export interface CompileCache {
  /** The value made for `file` from exactly these inputs, made now where it is not kept. */
  readonly get: <T>(file: string, inputs: readonly (string | Buffer)[], make: () => Made<T>) => Made<T>;
}

export function createCache(): CompileCache {
  const kept = new Map<string, { readonly key: string; readonly made: Made<unknown> }>();
  return {
    get<T>(file: string, inputs: readonly (string | Buffer)[], make: () => Made<T>): Made<T> {
      const hash = createHash('sha256');
      for (const input of inputs) hash.update(`${input.length}\0`).update(input);
      const key = hash.digest('hex');
      const found = kept.get(file);
      // One file is always made by the same maker, so what is kept under its name has the maker's type.
      if (found?.key === key) return found.made as Made<T>;
      const made = make();
      kept.set(file, { key, made });
      return made;
    },
  };
}
