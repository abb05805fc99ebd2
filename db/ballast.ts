/**
 * A file that only takes room. On a full disk even deleting rows fails, since the log that a deletion is written to needs room too; so a
 * reserve is kept beside the data file and given up when the disk is full.
 */
import { randomFillSync } from 'node:crypto';
import { open, rm, stat } from 'node:fs/promises';
import { ownerOnly } from './private-file.ts';

const size = 8 * 1024 * 1024;
/** Somebody else's file may need room more than our reserve does. */
const leaveFree = 4 * size;
const nameOf = (file: string) => `${file}.ballast`;

/** Lays the reserve of a data file down unless it is there, or `free` bytes are too few. Returns true where it is there afterwards. */
export async function keepBallast(file: string, free: number): Promise<boolean> {
  const there = await stat(nameOf(file)).catch(() => null);
  if (there && there.size >= size) return true;
  if (free < leaveFree) return false;
  // Random bytes, since a file system may store zeros in no room at all.
  const bytes = Buffer.alloc(1024 * 1024);
  const handle = await open(nameOf(file), 'w', ownerOnly);
  try {
    for (let written = 0; written < size; written += bytes.length) await handle.write(randomFillSync(bytes));
    return true;
  } catch {
    await rm(nameOf(file), { force: true });
    return false;
  } finally {
    await handle.close();
  }
}

/** Gives the reserve up. Returns false where there was none. */
export async function freeBallast(file: string): Promise<boolean> {
  return rm(nameOf(file)).then(
    () => true,
    () => false,
  );
}
