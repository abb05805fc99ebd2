/** Finds a browser for the tests, or gets one. Built-ins only; run after the install. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { nodePath, root, say, stop } from './prepare.mjs';

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

const firstInstalled = () => installed.find((file) => existsSync(file));

function quietly(command, args, timeout) {
  return spawnSync(command, args, { cwd: root, timeout, encoding: 'utf8' });
}

function playwrightsOwn() {
  const ask = "process.stdout.write(require('@playwright/test').chromium.executablePath())";
  const where = quietly(nodePath(), ['-e', ask], 20_000).stdout?.trim();
  if (where && existsSync(where)) return where;
  say('Fetching a browser for the tests (once) …');
  quietly(nodePath(), ['node_modules/@playwright/test/cli.js', 'install', 'chromium'], 240_000);
  return where && existsSync(where) ? where : undefined;
}

function fromApt() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  say('Installing Chromium for the tests with apt (once) …');
  quietly('apt-get', ['update'], 300_000);
  quietly('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation'], 600_000);
  return firstInstalled();
}

/** Returns the path of a Chrome or Chromium: the one named, one installed, Playwright's own, one from apt; else stops with a message. */
export function ensureBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return existsSync(named) ? named : stop(`CHROMIUM_PATH is "${named}", and there is no such file.`);
  return (
    firstInstalled() ??
    playwrightsOwn() ??
    fromApt() ??
    stop(
      'The browser tests need Chrome or Chromium, and none could be found or fetched. Install one, or set CHROMIUM_PATH to its program file.',
    )
  );
}
