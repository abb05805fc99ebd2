/** The files of a course folder. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface SourceFile {
  /** Inside the course folder, with forward slashes. */
  readonly name: string;
  readonly bytes: Buffer;
  readonly text: string;
}

/** Every file under the folder, sorted by name; hidden files and folders are left out. Throws where there is no such folder. */
export function readFiles(dir: string): readonly SourceFile[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((name) => !name.split('/').some((part) => part.startsWith('.')))
    .sort()
    .map((name) => {
      const bytes = readFileSync(path.join(dir, name));
      // A byte-order mark is no part of the text.
      return { name, bytes, text: bytes.toString('utf8').replace(/^\uFEFF/, '') };
    });
}

/** Twelve hexadecimal digits that change with any byte, name or order of the files. */
export function versionOf(files: readonly SourceFile[]): string {
  const hash = createHash('sha256');
  for (const { name, bytes } of files) hash.update(`${name}\0${bytes.length}\0`).update(bytes);
  return hash.digest('hex').slice(0, 12);
}

/** The folders of courses inside a content folder. */
export function courseFolders(content: string): readonly string[] {
  return readdirSync(content, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => path.join(content, entry.name))
    .sort();
}
