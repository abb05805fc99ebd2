import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { handleError } from '#app/entry.server.tsx';
import { errorLine, errorText } from '#app/server/error-text.ts';
import type { OpenDatabase } from '#db/open.ts';
import { recordResponse } from '#db/responses.ts';
import { freshDatabase, newResponse, withAttempt } from '../db/fresh.ts';

let db: OpenDatabase;
beforeEach(async () => {
  db = await freshDatabase();
  await withAttempt(db);
});
afterEach(async () => {
  await db.close();
});

/** What a full disk makes of an answer in the learner's own words. */
async function failedAnswer(): Promise<Error> {
  db.client.exec("create trigger no_more before insert on responses begin select raise(abort, 'disk full'); end");
  const answer = newResponse({ kind: 'explain', answer: { type: 'text', text: 'my private words' } });
  return recordResponse(db, answer).then(
    () => Promise.reject(new Error('The answer was kept.')),
    (error: Error) => error,
  );
}

test('of a failed query the statement and the cause are told, and no learner’s words', async () => {
  const error = await failedAnswer();
  expect(String(error.stack), 'the driver no longer quotes parameters: errorText may go').toContain('my private words');
  const text = errorText(error);
  expect(text).toMatch(/^Failed query: insert into "responses"/);
  expect(text).toMatch(/because of SqliteError: disk full\n +at /);
  expect(text).not.toContain('private');
  expect(text).not.toContain('ann');
});

test('of any other error its stack is told', () => {
  expect(errorText(new TypeError('not so'))).toMatch(/^TypeError: not so\n +at /);
  expect(errorText('just words')).toBe('just words');
});

test('what a loader or action throws by accident is told to the log', async () => {
  const failed = vi.fn();
  const error = await failedAnswer();
  handleError(error, { request: new Request('http://here/attempts/one?at=3', { method: 'POST' }), context: { trouble: null, failed } });
  expect(failed).toHaveBeenCalledExactlyOnceWith(error);
  expect(errorLine(error)).toBe('SqliteError: disk full');
});

test('a visitor who has left is no error', () => {
  const failed = vi.fn();
  const request = new Request('http://here/', { signal: AbortSignal.abort() });
  handleError(new Error('aborted'), { request, context: { trouble: null, failed } });
  expect(failed).not.toHaveBeenCalled();
});
