/** Settings from the environment, read once. Every one has a default, so none has to be set. */
import { z } from 'zod';

const settings = z.object({
  PORT: z.coerce
    .number('PORT must be a number, for instance PORT=3000')
    .int('PORT must be a whole number')
    .min(0, 'PORT must be 0 to 65535')
    .max(65_535, 'PORT must be 0 to 65535')
    .default(3000),
  HOST: z.string().trim().min(1, 'HOST must be an address to listen on, for instance HOST=0.0.0.0').default('127.0.0.1'),
  DATABASE_PATH: z.string().trim().min(1, 'DATABASE_PATH must be the path of a file').default('data/criterion.db'),
  /** The address people type, when a reverse proxy stands in front; https here makes cookies secure. */
  ORIGIN: z
    .url({ protocol: /^https?$/, message: 'ORIGIN must be a web address, for instance ORIGIN=https://learn.example.org' })
    .transform((address) => new URL(address).origin)
    .optional(),
});

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly databasePath: string;
  /** Scheme, host and port, without a path; null where none is configured. */
  readonly origin: string | null;
}

/** Returns the settings in `environment`, or one sentence per setting that is wrong, naming it. */
export function readConfig(environment: Record<string, string | undefined>): { config: Config } | { problems: string[] } {
  const given = Object.fromEntries(Object.keys(settings.shape).flatMap((name) => (environment[name] ? [[name, environment[name]]] : [])));
  const parsed = settings.safeParse(given);
  if (!parsed.success)
    return {
      problems: parsed.error.issues.map((issue) => `${issue.message} (${String(issue.path[0])} is "${given[String(issue.path[0])]}").`),
    };
  const { PORT, HOST, DATABASE_PATH, ORIGIN } = parsed.data;
  return { config: { port: PORT, host: HOST, databasePath: DATABASE_PATH, origin: ORIGIN ?? null } };
}
