/** The data are people's answers and names: whoever else has an account on the machine reads none of it. */
import { open } from 'node:fs/promises';

/** For its owner to read and write, whatever the shell that started the process leaves to others. */
export const ownerOnly = 0o600;

/**
 * Makes an empty `file` for its owner alone; one that is there is not touched. SQLite gives the companions of a file its permissions. A file
 * that is there must not even be opened: closing it would give up every lock that this process has on it (sqlite.org/howtocorrupt.html, 2.2).
 */
export async function makePrivate(file: string): Promise<void> {
  const handle = await open(file, 'wx', ownerOnly).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await handle?.close();
}
