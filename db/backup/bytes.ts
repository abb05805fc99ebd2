/** Files as they pass: packed, unpacked, added up. */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { ownerOnly } from '../private-file.ts';

/** Returns the SHA-256 of a file, in hexadecimal. */
export async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** Writes `from`, compressed, to `to`, which must not be there yet and is its owner's alone. */
export async function pack(from: string, to: string): Promise<void> {
  await pipeline(createReadStream(from), createGzip({ level: 6 }), createWriteStream(to, { flags: 'wx', mode: ownerOnly }));
}

/** Writes `from`, which is compressed, to `to`, which must not be there yet and is its owner's alone. Throws where it is damaged. */
export async function unpack(from: string, to: string): Promise<void> {
  await pipeline(createReadStream(from), createGunzip(), createWriteStream(to, { flags: 'wx', mode: ownerOnly }));
}

/** Returns when the bytes of a file, and its name in its folder, have reached the disk. */
export async function sync(file: string): Promise<void> {
  for (const path of [file, dirname(file)]) {
    const handle = await open(path, 'r');
    await handle.sync();
    await handle.close();
  }
}
