import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

let clone: string;
beforeEach(() => {
  clone = mkdtempSync(path.join(os.tmpdir(), 'criterion-clone-'));
  cpSync('bin/lib/prepare.mjs', path.join(clone, 'bin/lib/prepare.mjs'));
  put('package.json', '{ "type": "module" }');
  put('package-lock.json', '{ "packages": "one" }');
  put('content/course.yaml', 'title: One');
  put('bin/compress.ts', noting('compress'));
  put('fake/npm', `#!${process.execPath}\n${npm}`, 0o755);
});
afterEach(() => rmSync(clone, { recursive: true }));

/** An npm that notes how it was called, and lays down a build tool that does the same. */
const noting = (what: string) =>
  `import { appendFileSync } from 'node:fs';\nappendFileSync('notes', '${what} ' + process.argv.slice(2).join(' ') + '\\n');\n`;
const cli = 'node_modules/@remix-run/dev/dist/cli.js';
const npm = `${noting('npm')}
import { mkdirSync, writeFileSync } from 'node:fs';
if (process.env.NPM_FAILS) process.exit(7);
const prefix = process.argv.indexOf('--prefix');
if (prefix > 0) mkdirSync(process.argv[prefix + 1] + '/node_modules', { recursive: true });
mkdirSync('${path.dirname(cli)}', { recursive: true });
writeFileSync('${cli}', ${JSON.stringify(`${noting('build')}if (process.env.BUILD_FAILS) process.exit(7);\n`)});
`;

function put(file: string, text: string, mode = 0o644) {
  const full = path.join(clone, file);
  mkdirSync(path.dirname(full), { recursive: true });
  writeFileSync(full, text, { mode });
}

/** Prepares the clone as `npm start` does, or as `act` says. Returns what was done for it, and what was said. */
function prepare(environment: Record<string, string> = {}, act = 'ensureInstalled(); ensureBuilt();') {
  rmSync(path.join(clone, 'notes'), { force: true });
  const script = `import('./bin/lib/prepare.mjs').then(({ ensureInstalled, ensureBuilt }) => { ${act} })`;
  const env = { ...process.env, ...environment, PATH: `${path.join(clone, 'fake')}${path.delimiter}${process.env.PATH}` };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', script], { cwd: clone, env, encoding: 'utf8' });
  const notes = path.join(clone, 'notes');
  return {
    status,
    stdout,
    stderr,
    done: existsSync(notes)
      ? readFileSync(notes, 'utf8')
          .split('\n')
          .map((line) => line.split(' ')[0])
      : [],
  };
}
const everything = ['npm', 'build', 'compress', ''];

describe('a clone', () => {
  test('is installed and built the first time, saying so, and left alone the second', () => {
    const first = prepare();
    expect(first).toMatchObject({ status: 0, done: everything, stderr: '' });
    expect(first.stdout).toMatch(/Installing .*\n.*Building /);
    expect(prepare()).toEqual({ status: 0, done: [], stdout: '', stderr: '' });
  });

  test('is built anew when content changes, without an install', () => {
    prepare();
    put('content/course.yaml', 'title: Two');
    expect(prepare().done).toEqual(['build', 'compress', '']);
    put('content/lessons/new.md', '');
    expect(prepare().done).toEqual(['build', 'compress', '']);
    expect(prepare().done).toEqual([]);
  });

  test('is installed and built anew when the lockfile changes', () => {
    prepare();
    put('package-lock.json', '{ "packages": "two" }');
    expect(prepare().done).toEqual(everything);
  });

  test('is not built anew for what no page is made of', () => {
    prepare();
    put('docs/notes.md', 'new');
    put('tests/unit/new.test.ts', 'new');
    expect(prepare().done).toEqual([]);
  });

  test('gets a tool of its own folder when that is wanted, once for each of its lockfiles', () => {
    put('bin/tool/package.json', '{}');
    put('bin/tool/package-lock.json', '{ "packages": "one" }');
    const wanted = () => prepare({}, "ensureInstalled('bin/tool');");
    expect(wanted()).toMatchObject({ status: 0, done: ['npm', ''], stdout: expect.stringContaining('what bin/tool needs') });
    expect(readFileSync(path.join(clone, 'notes'), 'utf8')).toContain('npm ci --prefix bin/tool ');
    expect(wanted()).toEqual({ status: 0, done: [], stdout: '', stderr: '' });
    put('bin/tool/package-lock.json', '{ "packages": "two" }');
    expect(wanted().done).toEqual(['npm', '']);
  });

  test('is installed exactly from its lockfile', () => {
    prepare();
    rmSync(path.join(clone, 'node_modules'), { recursive: true });
    expect(prepare()).toMatchObject({ status: 0 });
    expect(readFileSync(path.join(clone, 'notes'), 'utf8')).toMatch(/^npm ci /);
  });
});

describe('a failure', () => {
  test('of the install ends with a sentence, builds nothing, and is tried again', () => {
    const failed = prepare({ NPM_FAILS: 'yes' });
    expect(failed).toMatchObject({ status: 1, done: ['npm', ''] });
    expect(failed.stderr).toContain('The install failed.');
    expect(prepare()).toMatchObject({ status: 0, done: everything });
  });

  test('of the build ends with a sentence that leads to the content check, and is tried again', () => {
    const failed = prepare({ BUILD_FAILS: 'yes' });
    expect(failed).toMatchObject({ status: 1, done: ['npm', 'build', ''] });
    expect(failed.stderr).toContain('npm run content:check');
    expect(prepare()).toMatchObject({ status: 0, done: ['build', 'compress', ''] });
  });
});
