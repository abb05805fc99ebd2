import { expect, test } from 'vitest';
import { readConfig } from '#app/server/config.ts';

test('nothing has to be set', () => {
  const defaults = {
    port: 3000,
    host: '127.0.0.1',
    databasePath: 'data/criterion.db',
    origin: null,
    trustedProxies: 0,
    framedBy: "'none'",
    formsPerMinute: 120,
    contact: null,
    mail: null,
    retention: { idle: 400, invitations: 180, audit: 1095 },
    backup: { folder: 'data/backups', everyHours: 24, keep: 14 },
    log: { level: 'info', format: null },
    metricsToken: null,
    drainFor: 0,
  };
  expect(readConfig({})).toEqual({ config: defaults });
  expect(readConfig({ PORT: '', HOST: '', DATABASE_PATH: '', ORIGIN: '', PATH: '/usr/bin' })).toEqual({ config: defaults });
});

test('everything can be set', () => {
  const environment = {
    PORT: '8080',
    HOST: '0.0.0.0',
    DATABASE_PATH: '/var/lib/criterion.db',
    ORIGIN: 'https://learn.example.org',
    TRUSTED_PROXIES: '1',
    FRAMED_BY: 'self https://moodle.example.org',
    FORMS_PER_MINUTE: '60',
    CONTACT: ' IT help desk, help@example.org ',
    SMTP_URL: 'smtps://name:secret@mail.example.org',
    MAIL_FROM: 'Learning <learn@example.org>',
    KEEP_IDLE_DAYS: '90',
    KEEP_INVITATION_DAYS: '30',
    KEEP_AUDIT_DAYS: '0',
    BACKUP_FOLDER: '/backups',
    BACKUP_HOURS: '6',
    BACKUP_KEEP: '30',
    LOG_LEVEL: 'warn',
    LOG_FORMAT: 'json',
    METRICS_TOKEN: 'a token of some length',
    DRAIN_SECONDS: '5',
  };
  expect(readConfig(environment)).toEqual({
    config: {
      port: 8080,
      host: '0.0.0.0',
      databasePath: '/var/lib/criterion.db',
      origin: 'https://learn.example.org',
      trustedProxies: 1,
      framedBy: "'self' https://moodle.example.org",
      formsPerMinute: 60,
      contact: 'IT help desk, help@example.org',
      mail: { url: 'smtps://name:secret@mail.example.org', from: 'Learning <learn@example.org>' },
      retention: { idle: 90, invitations: 30, audit: 0 },
      backup: { folder: '/backups', everyHours: 6, keep: 30 },
      log: { level: 'warn', format: 'json' },
      metricsToken: 'a token of some length',
      drainFor: 5000,
    },
  });
});

test.each([
  ['https://learn.example.org/', 'https://learn.example.org'],
  ['https://Learn.example.org:443/courses?x=1', 'https://learn.example.org'],
  ['http://localhost:8080', 'http://localhost:8080'],
])('of ORIGIN=%s only scheme, host and port count', (ORIGIN, origin) => {
  expect(readConfig({ ORIGIN })).toMatchObject({ config: { origin } });
});

test.each([
  [{ PORT: 'abc' }, ['PORT must be a number, for instance PORT=3000 (PORT is "abc").']],
  [{ PORT: '80.5' }, ['PORT must be a whole number (PORT is "80.5").']],
  [{ PORT: '-1' }, ['PORT must be 0 to 65535 (PORT is "-1").']],
  [{ PORT: '70000' }, ['PORT must be 0 to 65535 (PORT is "70000").']],
  [{ HOST: '  ' }, ['HOST must be an address to listen on, for instance HOST=0.0.0.0 (HOST is "  ").']],
  [{ TRUSTED_PROXIES: 'yes' }, ['TRUSTED_PROXIES must be a number, for instance TRUSTED_PROXIES=1 (TRUSTED_PROXIES is "yes").']],
  [{ SMTP_URL: 'smtp://mail.example.org' }, ['SMTP_URL needs ORIGIN beside it: mails carry links to this site.']],
  [{ LOG_LEVEL: 'loud' }, ['LOG_LEVEL must be one of debug, info, warn, error, silent (LOG_LEVEL is "loud").']],
  [{ METRICS_TOKEN: 'short' }, ['METRICS_TOKEN must have 16 characters or more.']],
  [{ DATABASE_PATH: ' ' }, ['DATABASE_PATH must be the path of a file (DATABASE_PATH is " ").']],
])('%o gets one sentence that names the setting', (environment, problems) => {
  expect(readConfig(environment)).toEqual({ problems });
});

test.each(['<b>me</b>', 'me & you', 'x', 'a'.repeat(201), 'me\u202eyou', 'one\ntwo'])('CONTACT=%s is refused', (CONTACT) => {
  expect(readConfig({ CONTACT })).toEqual({ problems: [expect.stringContaining('CONTACT must be one line')] });
});

test.each(['learn.example.org', 'ftp://learn.example.org', 'not an address'])('ORIGIN=%s is refused with an example', (ORIGIN) => {
  const problem = `ORIGIN must be a web address, for instance ORIGIN=https://learn.example.org (ORIGIN is "${ORIGIN}").`;
  expect(readConfig({ ORIGIN })).toEqual({ problems: [problem] });
});

test('two wrong settings are both told at once', () => {
  expect(readConfig({ PORT: 'abc', ORIGIN: 'x' })).toEqual({
    problems: [expect.stringMatching(/^PORT must/), expect.stringMatching(/^ORIGIN must/)],
  });
});

test('a mail server that is none is named without the secret that may be in its address', () => {
  const answer = readConfig({ SMTP_URL: 'https://name:secret@mail.example.org', ORIGIN: 'https://learn.example.org' });
  expect(answer).toEqual({ problems: [expect.stringContaining('SMTP_URL must be the address of a mail server')] });
  expect(JSON.stringify(answer)).not.toContain(':secret');
});

test('mail comes from the site itself where no sender is set', () => {
  const mail = { SMTP_URL: 'smtp://localhost:25', ORIGIN: 'https://learn.example.org' };
  expect(readConfig(mail)).toMatchObject({ config: { mail: { from: 'Criterion <no-reply@learn.example.org>' } } });
});

test.each(['*', 'http://moodle.example.org', "'self'; script-src *", 'https://a.example;', 'none self'])(
  'FRAMED_BY=%s is refused',
  (value) => {
    expect(readConfig({ FRAMED_BY: value })).toEqual({ problems: [expect.stringContaining('FRAMED_BY must be none, self, or addresses')] });
  },
);
