/** The disk stops confirming writes. */
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { Agent } from 'node:http';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ask, dataWithAnswers, keptIn, passingFolder, sendAnswer, startServer } from './house.ts';
import { buildShim } from './shim.ts';

test('what the disk does not confirm is not acknowledged; the server ends, asks to be started anew, and has all that it promised', async (context) => {
  using folder = passingFolder();
  const shim = buildShim(folder.at);
  if ('missing' in shim) return context.skip(shim.missing);
  const [file, fails] = [path.join(folder.at, 'x.db'), path.join(folder.at, 'syncs-fail')];
  const [[first, second, third] = []] = await dataWithAnswers(file, 1, 1);
  if (!first || !second || !third) throw new Error('A quiz has more questions than that.');
  const agent = new Agent();
  {
    await using server = await startServer(file, { LD_PRELOAD: shim.library, FAULT_DATA: file, FAULT_SYNC_FAILS: fails });
    expect(await sendAnswer(agent, server.origin, first)).toBe(302);
    const ended = once(server.process, 'exit');
    writeFileSync(fails, '');
    const { status, body } = await ask(agent, server.origin, `/attempts/${second.attemptId}`, second.cookie, second.fields);
    expect([status, body]).toEqual([503, expect.stringContaining('The disk of this site did not answer')]);
    expect(await ended).toEqual([75, null]);
    expect(server.said()).toContain('The disk refused a write or did not confirm it');
  }
  rmSync(fails);
  {
    await using server = await startServer(file);
    expect(await sendAnswer(agent, server.origin, second)).toBe(302);
    expect(await sendAnswer(agent, server.origin, third)).toBe(302);
    await server.kill();
  }
  const { keys, wrong } = await keptIn(file);
  expect([keys.toSorted(), wrong]).toEqual([[first.key, second.key, third.key].toSorted(), 0]);
});
