import path from 'node:path';
import { expect, test } from 'vitest';
import { passingFolder, startServer } from './house.ts';

test('a second server on the same file refuses to start and says why; once the first is gone, it starts', async () => {
  using folder = passingFolder();
  const file = path.join(folder.at, 'x.db');
  {
    await using first = await startServer(file);
    await expect(startServer(file)).rejects.toThrow(`${file} cannot be used: it is in use by process ${first.process.pid}`);
    await first.kill();
  }
  await using next = await startServer(file);
  expect(next.origin).toMatch(/^http/);
});
