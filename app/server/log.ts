/**
 * The log: one line of JSON for each thing that happened, or words for a terminal. A line names a request by its route as the site map
 * writes it and never by its address, in which names, searches and secret links stand; headers, cookies and forms are not logged at all.
 */
import { pino } from 'pino';

export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export const logFormats = ['json', 'text'] as const;

export interface LogSettings {
  readonly level: (typeof logLevels)[number];
  readonly format: (typeof logFormats)[number];
}

export type Log = Pick<pino.Logger, 'debug' | 'info' | 'warn' | 'error'>;

export interface ServerLog extends Log {
  /** Says what whoever starts the server has to know, whatever level is set. */
  readonly notice: (text: string) => void;
}

/** A field under one of these names is a mistake; its value does not get out. */
const secrets = ['token', 'cookie', 'authorization', 'passphrase', 'password', 'email', 'body', 'form', 'headers'];

/** Returns a log that hands its lines to `write`, each with its end. */
export function newLog({ level, format }: LogSettings, write: (line: string) => void): ServerLog {
  const log = pino(
    {
      base: null,
      level,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: secrets.flatMap((name) => [name, `*.${name}`]), censor: '…' },
    },
    { write: format === 'json' ? write : (line: string) => write(inWords(line)) },
  );
  const always = log.child({}, { level: 'info' });
  return Object.assign(log, { notice: (text: string) => always.info(text) });
}

/** Returns the log of who has none of their own, a benchmark or a test: what goes wrong, in words. */
export const plainLog = (): ServerLog => newLog({ level: 'warn', format: 'text' }, (line) => void process.stderr.write(line));

interface Line {
  readonly level: string;
  readonly msg?: string;
  readonly id?: string;
  readonly method?: string;
  readonly route?: string;
  readonly status?: number;
  readonly ms?: number;
  readonly error?: string;
}

/** A line of the log for a person at a terminal. */
function inWords(json: string): string {
  const { level, msg, id, method, route, status, ms, error }: Line = JSON.parse(json);
  const request = method ? [method, route, status, ms === undefined ? undefined : `${ms} ms`, id] : [];
  const words = [level === 'info' ? '' : `${level}:`, method ? '' : msg, ...request].filter((word) => word !== '' && word !== undefined);
  const line = `criterion  ${words.join(' ')}`;
  return `${[line, method && error ? msg : '', error].filter(Boolean).join('\n')}\n`;
}
