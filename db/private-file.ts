/** The data are people's answers and names: whoever else has an account on the machine reads none of it. */
import { open } from 'node:fs/promises';

/** For its owner to read and write, whatever the shell that started the process leaves to others. */
export const ownerOnly = 0o600;

/** Makes an empty `file` for its owner alone; one that is there stays as it is. SQLite gives the companions of a file its permissions. */
export async function makePrivate(file: string): Promise<void> {
  const handle = await open(file, 'a', ownerOnly);
  await handle.close();
}
