/** The files to run Criterion by name nothing that is not there. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { settings } from '#app/server/settings.ts';

const names = new Set(Object.keys(settings.shape));
const image = readFileSync('Dockerfile', 'utf8').split('\n');
const service = readFileSync('deploy/criterion.service', 'utf8').split('\n');
/** What stands behind a word at the beginning of lines. */
const after = (lines: readonly string[], word: RegExp) => lines.filter((line) => word.test(line)).map((line) => line.replace(word, ''));
const namesSet = (lines: readonly string[], word: RegExp) =>
  after(lines, word).flatMap((rest) => [...rest.matchAll(/(?:^|\s)(\w+)=/g)].map(([, name = '']) => name));

test('what the image and the service set is a setting, or for the programs around it', () => {
  expect(namesSet(image, /^ENV /).filter((name) => !names.has(name))).toEqual(['NODE_ENV']);
  expect(namesSet(service, /^Environment=/).filter((name) => !names.has(name))).toEqual(['npm_config_cache']);
});

test('what the image copies is there, and what it and the service start', () => {
  const copied = after(image, /^COPY (?!--from)/).flatMap((rest) => rest.split(' ').slice(0, -1));
  expect(copied).toContain('package-lock.json');
  expect(copied.filter((file) => !existsSync(file))).toEqual([]);
  expect([after(image, /^CMD /), after(service, /^ExecStart=/)]).toEqual([['["node", "bin/serve.ts"]'], ['/usr/bin/node bin/start.mjs']]);
  for (const file of ['bin/serve.ts', 'bin/start.mjs']) expect(existsSync(file)).toBe(true);
});

test('no data, secret or foreign module goes into the image, and nothing that it builds from stays out', () => {
  const out = readFileSync('.dockerignore', 'utf8').split('\n');
  for (const entry of ['data', '**/node_modules', '.git', 'build', '**/.env*']) expect(out).toContain(entry);
  for (const entry of ['app', 'bin', 'content', 'db', 'public', 'vite.config.ts', 'remix.config.js', '.npmrc'])
    expect(out).not.toContain(entry);
});

test('a service manager waits longer than the server takes to leave', () => {
  const patience = /const patience = (\d+)_000;/.exec(readFileSync('bin/serve.ts', 'utf8'))?.[1];
  expect(Number(after(service, /^TimeoutStopSec=/)[0])).toBeGreaterThan(Number(patience) + 3);
});
