/** What a data file holds, as one value to compare. */
import { createHash } from 'node:crypto';

/** Returns the rows of every table of a data file as one SHA-256 in hexadecimal: equal where the rows are. */
export async function contentHash(file: string): Promise<string> {
  const { default: Driver } = await import('better-sqlite3');
  const db = new Driver(file, { readonly: true, fileMustExist: true });
  const hash = createHash('sha256');
  for (const { name } of db.prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").all()) {
    hash.update(`\n${name}\n`);
    for (const row of db.prepare(`SELECT * FROM "${name}" ORDER BY 1, 2`).raw().iterate()) hash.update(JSON.stringify(row));
  }
  db.close();
  return hash.digest('hex');
}
