/** Builds the shim, where there is a C compiler and a system that preloads libraries as Linux does. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

/** Returns the library, or why there is none. */
export function buildShim(folder: string): { readonly library: string } | { readonly missing: string } {
  if (process.platform !== 'linux') return { missing: 'this test stands between the server and its disk as only Linux lets it' };
  const library = path.join(folder, 'shim.so');
  const built = spawnSync('cc', ['-shared', '-fPIC', '-O1', '-o', library, path.join(import.meta.dirname, 'shim.c'), '-ldl'], {
    encoding: 'utf8',
  });
  if (built.error) return { missing: 'this test needs a C compiler (cc)' };
  if (built.status !== 0) throw new Error(`The shim does not compile:\n${built.stderr}`);
  return { library };
}
