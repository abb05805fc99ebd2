import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

test.each([
  ['audit', '[--only links|lighthouse]'],
  ['audit-log', '[-- --seal SEAL]'],
  ['backup', '[-- --check FILE | --list]'],
  ['bench', '[--only scale|answers]'],
  ['config', 'usage: npm run config'],
  ['load', '[--soak <minutes>]'],
  ['rebuild', '[-- --check]'],
  ['restore', '--from FILE [--replace]'],
])('asked for what it does not know, bin/%s.ts says so and how it is used', (command, usage) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`bin/${command}.ts`, '--colour'], {
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
    encoding: 'utf8',
  });
  const lines = stderr.trimEnd().split('\n');
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(lines).toEqual([expect.stringContaining("Unknown option '--colour'"), expect.stringContaining(usage)]);
});

test.each(['audit', 'bench'])('an --only that bin/%s.ts does not have is answered with those there are', (command) => {
  const { status, stderr } = spawnSync(process.execPath, [`bin/${command}.ts`, '--only', 'all'], {
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringMatching(/^usage: npm run \w+ -- \[--only \w+\|\w+\]\n$/) });
});
