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

/** Tests that run outside a browser. */
function unitLike(name, id, options = []) {
  const report = path.join(reports, `${id}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  suite(name, ['node_modules/vitest/vitest.mjs', 'run', ...options, ...reporters], report, ofVitest);
}

check('Types', ['node_modules/typescript/bin/tsc', '--noEmit']);
check('Lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '.']);
check('Rooms', ['node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', 'app', 'db', 'bin', '--config', '.dependency-cruiser.cjs']);
check('Content', ['bin/content-check.ts']);

unitLike('Unit tests', 'unit');

ensureBuilt();
unitLike('Faults, a short run', 'faults', ['--config=tests/faults/vitest.config.ts']);
unitLike('Hostile requests, a thousand', 'fuzz', ['--config=tests/fuzz/vitest.config.ts']);
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
