import { getTableColumns } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { finishAttempt, startAttempt } from '#db/attempts.ts';
import { derivation } from '#db/derivation.ts';
import { recordResponse } from '#db/responses.ts';
import { recordSectionRead } from '#db/section-reads.ts';
import { chosen, freshDatabase, newAttempt, newResponse, withAttempt } from './fresh.ts';

test('what is derived from one log is what it was: where it is not, raise `derivation` and put here what it is now', async () => {
  const db = await freshDatabase();
  await withAttempt(db);
  const second = { id: 'second', mode: 'review', card: 'criterion:R3' } as const;
  await startAttempt(db, newAttempt(second), chosen('first'));
  await recordSectionRead(db, { learnerId: 'ann', course: 'course', lesson: 'one', section: 'hook', seconds: 30, at: 1500 });
  await recordResponse(db, newResponse({ score: 0.5, right: false, misconceptions: ['use-counts'] }));
  await recordResponse(db, newResponse({ position: 1, at: 3000 }));
  await finishAttempt(db, 'ann', 'attempt', 4000);
  await recordResponse(db, newResponse({ attemptId: 'second', at: 5 * 86_400_000 }));
  const { lessonProgress, itemProgress, aboutProgress, reviewCards, beliefs } = db.tables;
  const columns = [lessonProgress, itemProgress, aboutProgress, reviewCards, beliefs].map((table) => Object.keys(getTableColumns(table)));
  const rows = ['lesson_progress', 'item_progress', 'about_progress', 'review_cards'].map((name) =>
    db.client.prepare(`select * from ${name} order by 1, 2, 3`).all(),
  );
  await db.close();
  expect({ derivation, columns, rows }).toMatchSnapshot();
});
