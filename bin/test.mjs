/** `npm test`: everything that must hold, on a fresh clone too. Ends with `N passed, N failed`. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensureBrowser } from './lib/browser.mjs';
import { ensureBuilt, ensureInstalled, nodePath, root, say } from './lib/prepare.mjs';

ensureInstalled();
const browser = ensureBrowser();
const node = nodePath();
const reports = path.join(root, 'test-results');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const total = { passed: 0, failed: 0 };
const failures = [];

function count(name, passed, failed) {
  total.passed += passed;
  total.failed += failed;
  if (failed > 0) failures.push(name);
  say(`${name}: ${passed} passed, ${failed} failed`);
}

function stage(name, args, env = {}) {
  say(`${name} …`);
  const result = spawnSync(node, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}`, ...env },
  });
  return result.status === 0;
}

/** A stage that holds or does not. */
function check(name, args) {
  const held = stage(name, args);
  count(name, held ? 1 : 0, held ? 0 : 1);
}

/** A stage of many tests, whose counts are read from its report; a runner that ends badly without a failed test counts as one failure. */
function suite(name, args, report, read, env) {
  const held = stage(name, args, env);
  const { passed, failed } = existsSync(report) ? read(JSON.parse(readFileSync(report, 'utf8'))) : { passed: 0, failed: 1 };
  count(name, passed, held ? failed : Math.max(failed, 1));
}

const ofVitest = (report) => ({ passed: report.numPassedTests, failed: report.numFailedTests });

check('Types', ['node_modules/typescript/bin/tsc', '--noEmit']);
check('Lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '.']);
check('Rooms', ['node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', 'app', 'db', 'bin', '--config', '.dependency-cruiser.cjs']);
check('Content', ['bin/content-check.ts']);

const unitReport = path.join(reports, 'unit.json');
suite(
  'Unit tests',
  ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
  unitReport,
  ofVitest,
);

ensureBuilt();
const faultsReport = path.join(reports, 'faults.json');
suite(
  'Faults, a short run',
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--config=tests/faults/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${faultsReport}`,
  ],
  faultsReport,
  ofVitest,
);
const browserReport = path.join(reports, 'browser.json');
suite(
  'Browser and accessibility tests',
  ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json'],
  browserReport,
  (report) => ({ passed: report.stats.expected + report.stats.flaky, failed: report.stats.unexpected }),
  { CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport },
);

if (failures.length > 0) say(`Failed: ${failures.join(', ')}`);
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
process.exit(total.failed > 0 ? 1 : 0);
