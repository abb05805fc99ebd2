import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { settingLines } from '#app/server/config.ts';
import { settings } from '#app/server/settings.ts';

test('the README names every setting, in their order', () => {
  const named = [...readFileSync('README.md', 'utf8').matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name);
  expect(named).toEqual(Object.keys(settings.shape));
});

test('every setting says what it is, what is in force and whether anybody set it', () => {
  const lines = settingLines({ PORT: '8080' });
  expect(lines.find(({ name }) => name === 'PORT')).toEqual({ name: 'PORT', value: '8080', isSet: true, meaning: 'port to listen on' });
  expect(lines.find(({ name }) => name === 'ORIGIN')).toMatchObject({ value: null, isSet: false });
  for (const { meaning } of lines) expect(meaning).not.toBe('');
});

test('a secret is not shown', () => {
  const lines = settingLines({ SMTP_URL: 'smtps://name:secret@mail.example.org', ORIGIN: 'https://learn.example.org' });
  expect(JSON.stringify(lines)).not.toContain('secret@');
  expect(lines.find(({ name }) => name === 'SMTP_URL')).toMatchObject({ value: '…', isSet: true });
});
