import { describe, expect, test } from 'vitest';
import { loadCourse } from '#app/course/load.ts';
import { changesBetween } from '#app/course/snapshot.ts';
import { courseWith, goodCourse } from './course-folder.ts';

const before = loadCourse(goodCourse);
const nothingGiven = loadCourse(
  courseWith({ 'scenarios/watching.yaml': ['form: passive, gives: [], feedsOutput: false', 'feedsOutput: true'] }),
);

describe('the snapshot of a course', () => {
  test('has the key of every item and the sentences that explain it', () => {
    expect(Object.keys(before.snapshot)).toEqual(['l1-check', 'l1-sorting', 'l1-rows', 'l2-which']);
    expect(before.snapshot['l1-sorting']).toMatchObject({ key: 'Yes: each side builds on what the other gives.' });
    expect(before.snapshot['l1-sorting']?.says.length).toBeGreaterThan(1);
  });

  test('changes the version when what follows changes, and stays the same otherwise', () => {
    expect(loadCourse(courseWith({})).version).toBe(before.version);
    expect(before.version).toMatch(/^[0-9a-f]{12}$/);
    expect(nothingGiven.version).not.toBe(before.version);
  });
});

describe('changes between two versions', () => {
  test('are none between a course and itself', () => {
    expect(changesBetween(before.snapshot, before.snapshot)).toEqual({ keys: [], explanations: [], added: [], removed: [] });
  });

  test('name each key that flips, with both sides', () => {
    const { keys, added, removed } = changesBetween(before.snapshot, nothingGiven.snapshot);
    expect(keys.map(({ item }) => item)).toEqual(['l1-rows']);
    expect(keys[0]?.from.key).not.toBe(keys[0]?.to.key);
    expect([added, removed]).toEqual([[], []]);
  });

  test('tell other words from another key', () => {
    const renamed = loadCourse(courseWith({ 'scenarios/watching.yaml': ['look at the lights, activity', 'look up, activity'] }));
    const { keys, explanations } = changesBetween(before.snapshot, renamed.snapshot);
    expect(keys).toEqual([]);
    expect(explanations.map(({ item }) => item)).toContain('l1-rows');
  });

  test('name items that came and went', () => {
    const { 'l1-check': _, ...less } = before.snapshot;
    expect(changesBetween(before.snapshot, less).removed).toEqual(['l1-check']);
    expect(changesBetween(less, before.snapshot).added).toEqual(['l1-check']);
  });
});
