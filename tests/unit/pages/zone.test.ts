import { describe, expect, test } from 'vitest';
import { instantIn, isZone, keepZone, localIn, zoneOf } from '#app/pages/zone.server.ts';

const asked = (cookie: string) => new Request('http://localhost/', { headers: { Cookie: cookie } });

describe('a date that is typed', () => {
  test.each([
    ['Europe/Berlin', '2026-07-01T09:00', '2026-07-01T07:00:00.000Z'],
    ['Europe/Berlin', '2026-12-01T09:00', '2026-12-01T08:00:00.000Z'],
    // The clocks skip 02:00 to 03:00: what is typed within is the hour after.
    ['Europe/Berlin', '2026-03-29T02:30', '2026-03-29T01:30:00.000Z'],
    // 02:00 to 03:00 comes twice: the first is meant.
    ['Europe/Berlin', '2026-10-25T02:30', '2026-10-25T00:30:00.000Z'],
    ['America/New_York', '2026-11-01T01:30', '2026-11-01T05:30:00.000Z'],
    ['Asia/Kolkata', '2026-11-24T23:59', '2026-11-24T18:29:00.000Z'],
    ['Pacific/Auckland', '2026-11-24T00:00', '2026-11-23T11:00:00.000Z'],
  ])('in %s, %s, is kept as %s', (zone, local, instant) => {
    expect(new Date(instantIn(zone, local)).toISOString()).toBe(instant);
  });

  test('is the same for a learner elsewhere, in the learner’s own time', () => {
    const due = instantIn('Europe/Berlin', '2026-11-24T18:00');
    expect(localIn('America/New_York', due)).toBe('2026-11-24T12:00');
    expect(localIn('Pacific/Auckland', due)).toBe('2026-11-25T06:00');
    expect(localIn('Europe/Berlin', due)).toBe('2026-11-24T18:00');
  });

  test.each(['', 'tomorrow', '2026-02-30T10:00', '2026-11-24T25:00'])('and is none, is no instant: “%s”', (typed) => {
    expect(instantIn('UTC', typed)).toBeNaN();
  });
});

describe('the viewer’s zone', () => {
  test('is what the cookie says, and UTC for what this server does not know', () => {
    expect(zoneOf(asked('a=b; zone=Europe%2FBerlin'))).toBe('Europe/Berlin');
    for (const cookie of ['', 'zone=', 'zone=Nowhere%2FAtAll', 'zone=%E0%A4%A', 'zone=../../etc'])
      expect(zoneOf(asked(cookie))).toBe('UTC');
    expect(zoneOf(asked(keepZone('Asia/Tokyo').split(';')[0] ?? ''))).toBe('Asia/Tokyo');
    expect([isZone('Europe/Berlin'), isZone('Europe/Nowhere')]).toEqual([true, false]);
  });
});
