import { rmSync } from 'node:fs';

/** Removes the data files of the run. */
export default function removeData(): void {
  const folder = process.env.CRITERION_TEST_DATA;
  if (folder) rmSync(folder, { recursive: true, force: true });
}
