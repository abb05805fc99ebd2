import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatNumber, parseNumber, writeNumber } from '#app/quiz/numbers.ts';

test.each([
  ['35', 35],
  ['35.0', 35],
  [' 35 ', 35],
  ['+35', 35],
  ['-5', -5],
  ['−5', -5],
  ['–5', -5],
  ['1 000', 1000],
  ['1 000', 1000],
  ["1'000", 1000],
  ['1,000', 1000],
  ['12,345,678', 12345678],
  ['1.234.567', 1234567],
  ['3,5', 3.5],
  ['0,125', 0.125],
  ['1,25', 1.25],
  ['1.234,5', 1234.5],
  ['1,234.5', 1234.5],
  ['.5', 0.5],
  ['5.', 5],
  ['€35', 35],
  ['-€35', -35],
  ['35 %', 35],
])('reads %j as %d', (typed, value) => {
  expect(parseNumber(typed)).toBe(value);
});

test.each(['', 'abc', '3 apples', '1e5', 'Infinity', 'NaN', '1.2.3', '1,2,3', '1,23.4,5', '--5', '.', ',', '5-', '0x10', '9'.repeat(40)])(
  'does not take %j for a number',
  (typed) => {
    expect(parseNumber(typed)).toBeNull();
  },
);

test('reads what it writes', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e12, max: 1e12, noNaN: true }), (value) => {
      const rounded = Math.round(value * 1e4) / 1e4 + 0;
      expect(parseNumber(writeNumber(rounded))).toBe(rounded);
    }),
  );
});

test('writes numbers for people with groups, two decimals at most and a true minus sign', () => {
  expect(formatNumber(1200)).toBe('1,200');
  expect(formatNumber(-35.456)).toBe('−35.46');
  expect(formatNumber(-0)).toBe('0');
});

test('reads the numbers that it writes for people', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), (value) => {
      expect(parseNumber(formatNumber(value))).toBe(value);
    }),
  );
});
