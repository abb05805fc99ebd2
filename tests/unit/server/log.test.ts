import { expect, test } from 'vitest';
import { type LogSettings, newLog } from '#app/server/log.ts';

function logging(settings: LogSettings) {
  const lines: string[] = [];
  return { log: newLog(settings, (line) => lines.push(line)), lines };
}

const request = { id: '1234abcd', method: 'GET', route: '/courses/:course', status: 200, ms: 3.2 };

test('a line is JSON with its time and level', () => {
  const { log, lines } = logging({ level: 'info', format: 'json' });
  log.info(request, 'request');
  log.debug('not asked for');
  expect(lines.map((line) => JSON.parse(line))).toEqual([{ level: 'info', time: expect.stringMatching(/Z$/), ...request, msg: 'request' }]);
});

test('at a terminal a line is words, and a failure has its stack below', () => {
  const { log, lines } = logging({ level: 'info', format: 'text' });
  log.info(request, 'request');
  log.error({ id: '1234abcd', method: 'GET', route: '/', error: 'Error: no\n    at here' }, 'page failed');
  log.warn('The disk is full.');
  expect(lines).toEqual([
    'criterion  GET /courses/:course 200 3.2 ms 1234abcd\n',
    'criterion  error: GET / 1234abcd\npage failed\nError: no\n    at here\n',
    'criterion  warn: The disk is full.\n',
  ]);
});

test('what a starter must know is told at any level', () => {
  const { log, lines } = logging({ level: 'silent', format: 'text' });
  log.error('nobody hears this');
  log.notice('Open http://localhost:3000');
  expect(lines).toEqual(['criterion  Open http://localhost:3000\n']);
});

test('a secret that was handed over by mistake does not get out', () => {
  const { log, lines } = logging({ level: 'info', format: 'json' });
  log.info({ token: 'SECRET', headers: { cookie: 'SECRET' }, person: { email: 'SECRET', passphrase: 'SECRET' } }, 'mistake');
  expect(lines.join()).not.toContain('SECRET');
});
