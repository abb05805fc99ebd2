/** The power goes at random moments while learners answer. */
import { readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { answerAll, dataWithAnswers, keptIn, passingFolder, startServer, trials } from './house.ts';
import { diskAfter, readTrace, writeDisk } from './power-cut.ts';
import { buildShim } from './shim.ts';

const times = trials(300);

test(`of ${times} power cuts none loses an acknowledged answer, whatever the disk did with what was not synced`, {
  timeout: 1_200_000,
}, async (context) => {
  using folder = passingFolder();
  const shim = buildShim(folder.at);
  if ('missing' in shim) return context.skip(shim.missing);
  const [file, trace] = [path.join(folder.at, 'x.db'), path.join(folder.at, 'trace')];
  const waiting = await dataWithAnswers(file, 6, 6);
  const before = readFileSync(file);
  /** Each acknowledgement with the length of the trace when it arrived: what it rests on was written before. */
  const acknowledged: { key: string; at: number }[] = [];
  {
    await using server = await startServer(file, { LD_PRELOAD: shim.library, FAULT_DATA: file, FAULT_TRACE: trace });
    await answerAll(server.origin, waiting, (key) => acknowledged.push({ key, at: statSync(trace).size }));
    await server.kill();
  }
  expect(acknowledged.length).toBe(waiting.flat().length);
  const operations = readTrace(readFileSync(trace));
  const ends: number[] = [];
  for (const { kind, bytes } of operations) ends.push((ends.at(-1) ?? 0) + 18 + (kind === 'write' ? bytes.length : 0));
  for (let time = 0; time < times; time++) {
    const cut = Math.floor(Math.random() * operations.length);
    const written = ends[cut - 1] ?? 0;
    const promised = acknowledged.filter(({ at }) => at <= written).map(({ key }) => key);
    const found = writeDisk(path.join(folder.at, 'cut'), diskAfter(before, operations, cut, Math.random));
    const { keys, wrong } = await keptIn(found);
    expect(promised.filter((key) => !keys.includes(key))).toEqual([]);
    expect([new Set(keys).size, wrong]).toEqual([keys.length, 0]);
    rmSync(path.dirname(found), { recursive: true });
  }
});
