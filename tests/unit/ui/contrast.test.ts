import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('../../../app/ui/styles/tokens.css', import.meta.url), 'utf8');
const pairs = new Map(
  [...css.matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(([, name, light, dark]) => [name, { light, dark }]),
);

type Theme = 'light' | 'dark';

function colour(name: string, theme: Theme): string {
  const value = pairs.get(name)?.[theme];
  if (value === undefined) throw new Error(`no colour --${name}`);
  return value;
}

/** Relative luminance, 0 to 1 (WCAG 2.2, "relative luminance"). */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio, 1 to 21 (WCAG 2.2, "contrast ratio"). */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ['paper', 'raised', 'sunk', 'accent-wash', 'pass-wash', 'edge-wash', 'fail-wash'];
const texts = [
  ...grounds.flatMap((ground) => [
    ['ink', ground],
    ['ink-soft', ground],
  ]),
  ...['paper', 'raised', 'sunk', 'accent-wash'].flatMap((ground) =>
    ['accent', 'accent-deep', 'pass', 'edge', 'fail'].map((text) => [text, ground]),
  ),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-deep'],
  ['on-marker', 'marker'],
  ['pass', 'pass-wash'],
  ['edge', 'edge-wash'],
  ['fail', 'fail-wash'],
] as [string, string][];
const controls = ['paper', 'raised', 'sunk'].flatMap((ground) => [
  ['rule-strong', ground],
  ['accent', ground],
]) as [string, string][];

test('the luminance formula gives black on white its 21:1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
});

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  test.each(texts)('text in %s on %s has at least 4.5:1', (text, ground) => {
    expect(contrast(colour(text, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(controls)('the edge of a control in %s on %s has at least 3:1', (edge, ground) => {
    expect(contrast(colour(edge, theme), colour(ground, theme))).toBeGreaterThanOrEqual(3);
  });
});
