import { spawn } from 'node:child_process';
import path from 'node:path';

export interface Running {
  readonly origin: string;
  readonly stop: () => Promise<void>;
}

/** Starts a server of the benchmark and waits until it listens. */
export async function runServer(kind: 'site' | 'bare', database: string, page: string): Promise<Running> {
  const file = path.join(import.meta.dirname, 'server.ts');
  const child = spawn(process.execPath, [file, kind, database, page], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const port = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (data: Buffer) => resolve(data.toString().trim()));
    child.once('exit', (code) => reject(new Error(`The ${kind} server ended with ${code}.`)));
  });
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

/** The middle one of an odd number of figures. */
export function median(figures: readonly number[]): number {
  return figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? Number.NaN;
}
