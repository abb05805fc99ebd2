/** The server is killed at random moments while learners answer. */
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { answerAll, dataWithAnswers, keptIn, passingFolder, startServer, trials } from './house.ts';

const times = trials(100);

test(`killed ${times} times at random moments: every acknowledged answer is there, none twice, and the file is whole`, {
  timeout: 1_200_000,
}, async () => {
  using folder = passingFolder();
  const file = path.join(folder.at, 'x.db');
  // More than can be answered before the kills end.
  const waiting = await dataWithAnswers(file, 8, Math.max(20, times));
  const acknowledged = new Set<string>();
  let cutShort = 0;
  for (let time = 0; time < times; time++) {
    await using server = await startServer(file);
    const open = waiting.map((own) => own.filter(({ key }) => !acknowledged.has(key)));
    const before = acknowledged.size;
    const load = answerAll(server.origin, open, (key) => acknowledged.add(key));
    await pause(50 + Math.random() * 400);
    await server.kill();
    await load;
    if (acknowledged.size > before) cutShort++;
    const { keys, wrong } = await keptIn(file);
    expect(new Set(keys).size).toBe(keys.length);
    expect([...acknowledged].filter((key) => !keys.includes(key))).toEqual([]);
    expect(wrong).toBe(0);
    // One more than was acknowledged for each learner at the most: its answer was kept, its acknowledgement cut off.
    expect(keys.length - acknowledged.size).toBeLessThanOrEqual(waiting.length * (time + 1));
  }
  expect(cutShort).toBeGreaterThan(times / 2);
});
