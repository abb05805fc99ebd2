/** `npm run test:fuzz`: 20,000 hostile requests, of which `npm test` sends a thousand. FUZZ says another number. */
import { spawnSync } from 'node:child_process';
import { ensureBuilt, ensureInstalled, nodePath, root } from './lib/prepare.mjs';

ensureInstalled();
ensureBuilt();
const { status } = spawnSync(
  nodePath(),
  ['node_modules/vitest/vitest.mjs', 'run', '--config=tests/fuzz/vitest.config.ts', ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit', env: { FUZZ: '20000', ...process.env } },
);
process.exit(status ?? 1);
