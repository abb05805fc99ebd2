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
  /** How many reverse proxies of ours stand in front: only then is their X-Forwarded-For believed. */
  TRUSTED_PROXIES: z.coerce
    .number('TRUSTED_PROXIES must be a number, for instance TRUSTED_PROXIES=1')
    .int('TRUSTED_PROXIES must be a whole number')
    .min(0, 'TRUSTED_PROXIES must be 0 to 9')
    .max(9, 'TRUSTED_PROXIES must be 0 to 9')
    .default(0),
  SMTP_URL: z
    .url({
      protocol: /^smtps?$/,
      message: 'SMTP_URL must be the address of a mail server, for instance smtps://mail.example.org',
    })
    .optional(),
  MAIL_FROM: z.string().trim().min(3, 'MAIL_FROM must be an email address').max(300, 'MAIL_FROM is too long').optional(),
});

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly databasePath: string;
  /** Scheme, host and port, without a path; null where none is configured. */
  readonly origin: string | null;
  readonly trustedProxies: number;
  /** Null where no mail server is configured. */
  readonly mail: { readonly url: string; readonly from: string } | null;
}

/** Returns the settings in `environment`, or one sentence per setting that is wrong, naming it. */
export function readConfig(environment: Record<string, string | undefined>): { config: Config } | { problems: string[] } {
  const given = Object.fromEntries(Object.keys(settings.shape).flatMap((name) => (environment[name] ? [[name, environment[name]]] : [])));
  const parsed = settings.safeParse(given);
  if (!parsed.success)
    return {
      // SMTP_URL may hold a secret, which a log has no business to keep.
      problems: parsed.error.issues.map(({ message, path: [name] }) =>
        name === 'SMTP_URL' ? `${message}.` : `${message} (${String(name)} is "${given[String(name)]}").`,
      ),
    };
  const { PORT, HOST, DATABASE_PATH, ORIGIN, TRUSTED_PROXIES, SMTP_URL, MAIL_FROM } = parsed.data;
  if (SMTP_URL && !ORIGIN) return { problems: ['SMTP_URL needs ORIGIN beside it: mails carry links to this site.'] };
  return {
    config: {
      port: PORT,
      host: HOST,
      databasePath: DATABASE_PATH,
      origin: ORIGIN ?? null,
      trustedProxies: TRUSTED_PROXIES,
      mail: SMTP_URL ? { url: SMTP_URL, from: MAIL_FROM ?? `Criterion <no-reply@${new URL(ORIGIN ?? '').hostname}>` } : null,
    },
  };
}
