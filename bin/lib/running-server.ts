/** The built server as it is run, in a process of its own: for the faults and for the load. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

const root = path.resolve(import.meta.dirname, '../..');

export interface RunningServer extends AsyncDisposable {
  readonly origin: string;
  readonly process: ChildProcess;
  /** What it has said so far. */
  readonly said: () => string;
  /** Ends it as a power switch would, as far as the process goes. */
  readonly kill: () => Promise<void>;
}

/** Starts the built server. Resolves when it listens; throws what it said where it ended instead. */
export async function startServer(file: string, environment: Readonly<Record<string, string>> = {}): Promise<RunningServer> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'bin/serve.ts'], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: '0',
      ORIGIN: '',
      DATABASE_PATH: file,
      BACKUP_HOURS: '0',
      FORMS_PER_MINUTE: '0',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      said += text;
    });
  const ended = once(child, 'exit');
  const kill = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  for await (const line of createInterface({ input: child.stdout })) {
    const found = /Open (http:[\w.:/]+)/.exec(line)?.[1];
    if (!found) continue;
    child.stdout.resume();
    return { origin: found.replace('localhost', '127.0.0.1'), process: child, said: () => said, kill, [Symbol.asyncDispose]: kill };
  }
  await ended;
  throw new Error(said);
}
