/** The disk fills up while learners answer, and is emptied again. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { Agent } from 'node:http';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { ask, dataWithAnswers, keptIn, passingFolder, type RunningServer, sendAnswer, startServer, type WaitingAnswer } from './house.ts';

/** A small disk in memory, or why there is none. */
function smallDisk(at: string): Disposable | { readonly missing: string } {
  mkdirSync(at);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=48m', 'tmpfs', at], { encoding: 'utf8' });
  if (mounted.status !== 0) return { missing: 'this test mounts a small disk, which takes an administrator on Linux' };
  return { [Symbol.dispose]: () => void spawnSync('umount', ['-l', at]) };
}

/** Takes all the room there is. */
function fill(file: string): void {
  for (const size of [1 << 20, 1 << 12, 1]) {
    for (let part = 0; ; part++) {
      try {
        writeFileSync(`${file}-${size}-${part}`, Buffer.alloc(size, 1));
      } catch {
        break;
      }
      if (size === 1 && part > 20) break;
    }
  }
}

test('on a full disk learners are told, reading goes on, nothing acknowledged is lost, and it passes without a restart', async (context) => {
  using folder = passingFolder();
  const disk = path.join(folder.at, 'disk');
  using mounted = smallDisk(disk) as Disposable & { readonly missing?: string };
  if (mounted.missing) return context.skip(mounted.missing);
  const file = path.join(disk, 'x.db');
  const [own = []] = await dataWithAnswers(file, 1, 80);
  const acknowledged: string[] = [];
  const agent = new Agent({ keepAlive: true });
  await using server = await startServer(file);
  const waiting = own[Symbol.iterator]();
  /** Answers until one is refused. Returns the refusal's page and the answer that it was for. */
  const answerUntilRefused = async (running: RunningServer): Promise<{ body: string; refused: WaitingAnswer }> => {
    for (const answer of waiting) {
      const { status, body } = await ask(agent, running.origin, `/attempts/${answer.attemptId}`, answer.cookie, answer.fields);
      if (status === 503) return { body, refused: answer };
      expect(status).toBe(302);
      acknowledged.push(answer.key);
    }
    throw new Error('The disk never filled up.');
  };

  // The reserve is laid down while the server already answers.
  await expect.poll(() => statSync(`${file}.ballast`, { throwIfNoEntry: false })?.size).toBe(8 * 1024 * 1024);
  mkdirSync(path.join(disk, 'junk'));
  fill(path.join(disk, 'junk', 'a'));
  const first = await answerUntilRefused(server);
  expect(first.body).toContain('There is no room to keep this just now');
  await expect.poll(server.said).toContain('The disk is full: answers are not kept. Make room; a reserve of 8 MB was given up for that.');
  // The reserve is room too: the answer that was refused is kept now.
  expect(await sendAnswer(agent, server.origin, first.refused)).toBe(302);
  acknowledged.push(first.refused.key);

  fill(path.join(disk, 'junk', 'b'));
  const second = await answerUntilRefused(server);
  const [attempt] = own;
  expect((await ask(agent, server.origin, `/attempts/${attempt?.attemptId}?at=0`, attempt?.cookie ?? '', null)).status).toBe(200);

  rmSync(path.join(disk, 'junk'), { recursive: true });
  await pause(50);
  expect(await sendAnswer(agent, server.origin, second.refused)).toBe(302);
  acknowledged.push(second.refused.key);
  agent.destroy();
  await server.kill();
  const { keys, wrong } = await keptIn(file);
  expect(acknowledged.filter((key) => !keys.includes(key))).toEqual([]);
  expect([new Set(keys).size, wrong]).toEqual([keys.length, 0]);
});
