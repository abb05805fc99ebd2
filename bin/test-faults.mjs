/** `npm run test:faults`: the long run of the faults that `npm test` provokes in short. Takes a while. */
import { spawnSync } from 'node:child_process';
import { ensureBuilt, ensureInstalled, nodePath, root } from './lib/prepare.mjs';

ensureInstalled();
ensureBuilt();
const { status } = spawnSync(
  nodePath(),
  ['node_modules/vitest/vitest.mjs', 'run', '--config=tests/faults/vitest.config.ts', ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, FAULTS: 'long' },
  },
);
process.exit(status ?? 1);
