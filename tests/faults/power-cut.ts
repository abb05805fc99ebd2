/** What a disk may hold after a power cut, told from a trace of writes and syncs (shim.c). */
import { mkdirSync, writeFileSync } from 'node:fs';

export interface Operation {
  readonly kind: 'write' | 'truncate' | 'sync';
  /** 0 the data file, 1 its log. */
  readonly file: 0 | 1;
  readonly offset: number;
  readonly bytes: Buffer;
}

const headLength = 18;
const kinds = { W: 'write', T: 'truncate', S: 'sync' } as const;

/** Reads a trace. A record that is cut off at its end is left out. */
export function readTrace(trace: Buffer): Operation[] {
  const operations: Operation[] = [];
  for (let at = 0; at + headLength <= trace.length; ) {
    const kind = kinds[String.fromCharCode(trace[at] ?? 0) as keyof typeof kinds];
    const length = kind === 'write' ? Number(trace.readBigInt64LE(at + 10)) : 0;
    if (at + headLength + length > trace.length) break;
    const bytes = trace.subarray(at + headLength, at + headLength + length);
    operations.push({ kind, file: trace[at + 1] === 1 ? 1 : 0, offset: Number(trace.readBigInt64LE(at + 2)), bytes });
    at += headLength + length;
  }
  return operations;
}

const sector = 512;

/** A file that grows in place. */
class Disk {
  #room: Buffer;
  #length: number;

  constructor(before: Buffer, room: number) {
    this.#room = Buffer.alloc(Math.max(room, before.length));
    this.#length = before.copy(this.#room);
  }

  apply({ kind, offset, bytes }: Operation, upTo = bytes.length): void {
    if (kind === 'write') {
      bytes.copy(this.#room, offset, 0, upTo);
      this.#length = Math.max(this.#length, offset + upTo);
    } else if (kind === 'truncate') {
      this.#room.fill(0, offset, Math.max(offset, this.#length));
      this.#length = offset;
    }
  }

  get contents(): Buffer {
    return this.#room.subarray(0, this.#length);
  }
}

/**
 * Returns the two files as a disk may hold them when the power goes after `cut` operations: what was synced is there; of what came after the
 * last sync of its file each write is there, missing, or torn between two sectors, as chance has it (`random` gives 0 to 1).
 */
export function diskAfter(before: Buffer, operations: readonly Operation[], cut: number, random: () => number): readonly [Buffer, Buffer] {
  const done = operations.slice(0, cut);
  return [0, 1].map((file) => {
    const own = done.filter((operation) => operation.file === file);
    const synced = own.findLastIndex(({ kind }) => kind === 'sync');
    const room = Math.max(0, ...own.map(({ offset, bytes }) => offset + bytes.length));
    const disk = new Disk(file === 0 ? before : Buffer.alloc(0), room);
    for (const [index, operation] of own.entries()) {
      const luck = index <= synced ? 0.5 : random();
      if (luck < 1 / 3) continue;
      const torn = luck > 2 / 3 && operation.kind === 'write';
      disk.apply(operation, torn ? Math.floor((random() * operation.bytes.length) / sector) * sector : undefined);
    }
    return disk.contents;
  }) as unknown as readonly [Buffer, Buffer];
}

/** Writes the two files into a folder, as they would be found after the cut. Returns the data file. */
export function writeDisk(folder: string, [data, log]: readonly [Buffer, Buffer]): string {
  mkdirSync(folder, { recursive: true });
  const file = `${folder}/cut.db`;
  writeFileSync(file, data);
  writeFileSync(`${file}-wal`, log);
  return file;
}
