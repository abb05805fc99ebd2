/** How many lesson pages a second, beside the same bytes from a resource route and from a bare server. */
import autocannon from 'autocannon';
import type { Learner } from './data.ts';
import { median, type Running, runServer } from './run-server.ts';

const seconds = 6;
const connections = 16;

async function rate(url: string, cookie: string): Promise<number> {
  const options = { url, connections, headers: { cookie } };
  await autocannon({ ...options, duration: 2 });
  const { non2xx, errors, requests } = await autocannon({ ...options, duration: seconds });
  if (non2xx + errors > 0) throw new Error(`${url}: ${non2xx} bad answers, ${errors} errors`);
  return requests.average;
}

export interface PageRates {
  readonly lesson: number;
  readonly resource: number;
  readonly bare: number;
}

/** Returns requests a second, each the median of three rounds; in a round the three come one after the other. */
export async function pageRates(database: string, page: string, learner: Learner, lessonPath: string): Promise<PageRates> {
  const rounds: PageRates[] = [];
  for (let round = 0; round < 3; round++) {
    let running: Running = await runServer('site', database, page);
    const lesson = await rate(running.origin + lessonPath, learner.cookie);
    const resource = await rate(`${running.origin}/bench`, learner.cookie);
    await running.stop();
    running = await runServer('bare', `${database}.bare`, page);
    const bare = await rate(`${running.origin}/bench`, learner.cookie);
    await running.stop();
    rounds.push({ lesson, resource, bare });
  }
  return {
    lesson: median(rounds.map((entry) => entry.lesson)),
    resource: median(rounds.map((entry) => entry.resource)),
    bare: median(rounds.map((entry) => entry.bare)),
  };
}
