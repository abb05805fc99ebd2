/** The reference: complete, full, and silent about every case that somebody may still be asked about. */
import { describe, expect, it } from 'vitest';
import { loadCourse } from '#app/course/load.ts';
import { referenceEntry, referenceIds, referenceIndex, thinGroups } from '#app/course/reference/entry.ts';
import { openCases } from '#app/course/reference/open-cases.ts';
import { plainText } from '#app/course/story.ts';
import { scenarioIds } from '#app/quiz/quiz.ts';
import { goodCourse } from './course-folder.ts';

const course = loadCourse('content/co-production');
const ids = referenceIds(course);
const entryOf = (id: string) => {
  const entry = referenceEntry(course, id);
  if (!entry) throw new Error(`No entry ${id}`);
  return entry;
};

describe('the reference', () => {
  it('has an entry for each criterion, question and misconception', () => {
    const { theory } = course;
    const all = [...theory.lenses, ...theory.variants].flatMap(({ criteria }) => criteria).map(({ id }) => id);
    expect(new Set(ids)).toEqual(new Set([...all, ...theory.questions.map(({ id }) => id), ...theory.misconceptions.map(({ id }) => id)]));
    expect(new Set(ids).size).toBe(ids.length);
    expect(referenceIndex(course).criteria.map(({ entries }) => entries.map(({ id }) => id).join(' '))).toEqual([
      'R1 R2 R3 R4 R5 R6 R7',
      'B3 B4 B5',
      'R8',
    ]);
    expect(referenceEntry(course, 'R99')).toBeNull();
  });

  it.each(ids)('shows three cases each way for %s', (id) => {
    expect(thinGroups(entryOf(id))).toEqual([]);
  });

  it('shows no case that an item of the course asks about', () => {
    const asked = new Set(
      course.lessons.flatMap(({ itemIds }) => itemIds.flatMap((id) => scenarioIds(course.item(id) ?? ({ scenarios: [] } as never)))),
    );
    const secrets = course.scenarios.filter(({ id }) => asked.has(id)).flatMap(({ title, gist, story }) => [title, gist, plainText(story)]);
    const shown = JSON.stringify(ids.map(entryOf));
    expect(secrets.filter((secret) => shown.includes(JSON.stringify(secret).slice(1, -1)))).toEqual([]);
    expect(openCases(course).every(({ id }) => !asked.has(id))).toBe(true);
  });

  it('tells what a criterion says, where it comes from, what it is confused with and where it is trained', () => {
    const entry = entryOf('R6');
    expect(entry).toMatchObject({ kind: 'criterion', source: 'Co-production does not need to be simultaneous' });
    expect(entry.definitions).toEqual(['narrow definition', 'broad definition']);
    expect(entry.confusedWith.map(({ id }) => id)).toEqual(['side-by-side']);
    expect(entry.lessons.map(({ slug }) => slug)).toContain('together-not-at-once');
  });

  it('says of a misconception what its holder would answer, beside what follows from the facts', () => {
    const [wrong, harmless] = entryOf('voice-counts').groups;
    for (const { outcome } of wrong?.cases ?? [])
      expect(outcome).toBe('Whoever holds it says “Is it co-production? Yes”. From the facts follows: No.');
    for (const { outcome } of harmless?.cases ?? []) expect(outcome).toContain('and so it is');
    expect(entryOf('nice-extra').confusedWith.map(({ id }) => id)).toEqual(['N1']);
  });

  it('says what is thin in a course with few cases', () => {
    const entry = referenceEntry(loadCourse(goodCourse), 'R6');
    expect(entry && thinGroups(entry)).toEqual(['“Met” has 2', '“Not met, or in part” has 0']);
  });
});
