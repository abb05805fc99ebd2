import { expect, test } from 'vitest';
import { securityTxt } from '#app/server/security-txt.ts';

const now = Date.UTC(2026, 0, 31, 9, 30, 15, 250);
const textFor = (contact: string | null, origin = 'https://learn.example.org') => securityTxt({ contact, origin, now });
const contactsIn = (text: string | null) => text?.match(/(?<=^Contact: ).+$/gm) ?? null;

test('the file has what RFC 9116 wants: whom to tell, until when it holds, and where it stands', () => {
  expect(textFor('IT help desk, help@example.org')).toBe(
    [
      'Contact: mailto:help@example.org',
      'Expires: 2026-07-30T09:30:15Z',
      'Preferred-Languages: en',
      'Canonical: https://learn.example.org/.well-known/security.txt',
      '',
    ].join('\n'),
  );
});

test('it holds for less than a year from whenever it is read', () => {
  const expires = Date.parse(/Expires: (.+)/.exec(textFor('help@example.org') ?? '')?.[1] ?? '');
  expect(expires).toBeGreaterThan(now);
  expect(expires - now).toBeLessThan(365 * 24 * 60 * 60 * 1000);
});

test.each([
  ['Help desk (help@example.org), or security@example.org.', ['mailto:help@example.org', 'mailto:security@example.org']],
  ['see https://it.example.org/security; phone 123', ['https://it.example.org/security']],
  ['a%b?c=d@example.org', ['mailto:a%25b%3Fc%3Dd@example.org']],
  ['Room 12, on weekdays', ['https://learn.example.org/privacy']],
  ['http://it.example.org', ['https://learn.example.org/privacy']],
])('“%s” is told as addresses', (contact, ways) => {
  expect(contactsIn(textFor(contact))).toEqual(ways);
});

test('there is none where nobody is named, or without https nobody can be written to', () => {
  expect(textFor(null)).toBeNull();
  expect(textFor('Room 12', 'http://localhost:3000')).toBeNull();
  expect(textFor('help@example.org', 'http://localhost:3000')).not.toContain('Canonical');
});
