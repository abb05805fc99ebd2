import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadCourse } from '#app/course/load.ts';
import { keyOf } from '#app/quiz/quiz.ts';
import { definitionsDiff, keepVersions } from '#app/use-cases/definitions/content-versions.server.ts';
import { startAttempt } from '#db/attempts.ts';
import { contentVersionsOf } from '#db/content-versions.ts';
import { createLearner } from '#db/learners.ts';
import type { OpenDatabase } from '#db/open.ts';
import { recordResponse } from '#db/responses.ts';
import { courseWith, goodCourse } from '../../course/course-folder.ts';
import { chosen, freshDatabase, newAttempt, newResponse } from '../../db/fresh.ts';

const before = loadCourse(goodCourse);
const after = loadCourse(
  courseWith({ 'scenarios/sorting.yaml': ['carry it to the kerb, steps', 'carry it to the kerb, link: unconnected, steps'] }),
);

let db: OpenDatabase;
beforeEach(async () => {
  db = await freshDatabase();
  await createLearner(db, { id: 'ann', now: 1 });
});
afterEach(() => db.close());

/** Ann answers the question on sorting right, by the facts of this version. */
async function annAnswers(): Promise<void> {
  const item = before.item('l1-sorting');
  const answer = item && keyOf(item);
  if (!answer) throw new Error('The question has no key.');
  await startAttempt(db, newAttempt({ course: before.id, contentVersion: before.version }), chosen('l1-sorting'));
  await recordResponse(db, newResponse({ course: before.id, itemId: 'l1-sorting', answer, contentVersion: before.version }));
}

test('a version is kept once, with the answers given under it', async () => {
  await annAnswers();
  await keepVersions(db, [before], 1000);
  await keepVersions(db, [before], 2000);
  expect(await contentVersionsOf(db, before.id)).toEqual([{ version: before.version, firstSeenAt: 1000, answers: 1 }]);
});

test('a changed fact names the keys that flip and the stored answers that would be marked otherwise', async () => {
  await annAnswers();
  await keepVersions(db, [before], 1000);
  const diff = await definitionsDiff(db, after, before.version);
  const sorting = diff?.keys.find(({ item }) => item === 'l1-sorting');
  expect(sorting).toMatchObject({ answers: 1, otherMark: 1, from: { key: before.snapshot['l1-sorting']?.key } });
  expect(sorting?.to.key).not.toBe(sorting?.from.key);
  const others = [...(diff?.keys ?? []), ...(diff?.explanations ?? [])].filter(({ item }) => item !== 'l1-sorting');
  expect(others.map(({ answers, otherMark }) => [answers, otherMark])).toEqual(others.map(() => [0, 0]));
});

test('the version that is running differs in nothing, and one that was never served is unknown', async () => {
  expect(await definitionsDiff(db, before, before.version)).toEqual({ keys: [], explanations: [], added: [], removed: [] });
  expect(await definitionsDiff(db, before, 'abc')).toBeNull();
});
