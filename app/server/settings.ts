/** Every setting there is: its name, what it is, what it may be, and what it is where nobody sets it. */
import { z } from 'zod';
import { logFormats, logLevels } from './log.ts';

const whole = (name: string, least: number, most: number, example: number) =>
  z.coerce
    .number(`${name} must be a number, for instance ${name}=${example}`)
    .int(`${name} must be a whole number`)
    .min(least, `${name} must be ${least} to ${most}`)
    .max(most, `${name} must be ${least} to ${most}`);

/** Settings whose value a log or a screen has no business to keep. */
export const secretSettings: ReadonlySet<string> = new Set(['SMTP_URL', 'METRICS_TOKEN']);

export const settings = z.object({
  PORT: whole('PORT', 0, 65_535, 3000).default(3000).describe('port to listen on'),
  HOST: z
    .string()
    .trim()
    .min(1, 'HOST must be an address to listen on, for instance HOST=0.0.0.0')
    .default('127.0.0.1')
    .describe('address to listen on; `0.0.0.0` for all'),
  DATABASE_PATH: z
    .string()
    .trim()
    .min(1, 'DATABASE_PATH must be the path of a file')
    .default('data/criterion.db')
    .describe('the one file of data'),
  ORIGIN: z
    .url({ protocol: /^https?$/, message: 'ORIGIN must be a web address, for instance ORIGIN=https://learn.example.org' })
    .transform((address) => new URL(address).origin)
    .optional()
    .describe('the address people type, behind a reverse proxy; `https://…` makes cookies secure'),
  TRUSTED_PROXIES: whole('TRUSTED_PROXIES', 0, 9, 1)
    .default(0)
    .describe('how many of your own proxies stand before it; only then is `X-Forwarded-For` believed'),
  FRAMED_BY: z
    .string()
    .trim()
    .regex(
      /^(none|(self|https:\/\/[a-z0-9.*-]+(:\d+)?)( (self|https:\/\/[a-z0-9.*-]+(:\d+)?)){0,19})$/,
      'FRAMED_BY must be none, self, or addresses with blanks between, for instance FRAMED_BY=https://moodle.example.org',
    )
    .default('none')
    .describe('which sites may show this one in a frame: `none`, `self`, or `https://…` addresses'),
  FORMS_PER_MINUTE: whole('FORMS_PER_MINUTE', 0, 100_000, 120)
    .default(120)
    .describe('forms that one learner may send in a minute; `0` for no limit'),
  CONTACT: z
    .string()
    .trim()
    .regex(
      /^[^<>&"\p{C}]{3,200}$/u,
      'CONTACT must be one line of 3 to 200 letters without < > & ", for instance CONTACT=IT help desk, help@example.org',
    )
    .optional()
    .describe(
      'who runs this site and how to reach them, for pages on data and on errors, and in `/.well-known/security.txt` for whoever found a security hole: an email or https address in it is told there',
    ),
  SMTP_URL: z
    .url({
      protocol: /^smtps?$/,
      message: 'SMTP_URL must be the address of a mail server, for instance smtps://mail.example.org',
    })
    .optional()
    .describe('a mail server, `smtps://user:password@host`, for links to a new passphrase; needs `ORIGIN`'),
  MAIL_FROM: z
    .string()
    .trim()
    .min(3, 'MAIL_FROM must be an email address')
    .max(300, 'MAIL_FROM is too long')
    .optional()
    .describe('the address such mail comes from'),
  KEEP_IDLE_DAYS: whole('KEEP_IDLE_DAYS', 0, 36_500, 400)
    .default(400)
    .describe('days after which who learns without an account, and was not here since, is forgotten; `0` for never'),
  KEEP_INVITATION_DAYS: whole('KEEP_INVITATION_DAYS', 0, 36_500, 180)
    .default(180)
    .describe('days after which an invitation that nobody took up goes, with name and address; `0` for never'),
  KEEP_AUDIT_DAYS: whole('KEEP_AUDIT_DAYS', 0, 36_500, 1095)
    .default(1095)
    .describe('days after which entries of the audit log go; `0` for never'),
  BACKUP_FOLDER: z
    .string()
    .trim()
    .min(1, 'BACKUP_FOLDER must be the path of a folder')
    .optional()
    .describe('where backups go; without it, `backups` beside the data file'),
  BACKUP_HOURS: whole('BACKUP_HOURS', 0, 8760, 24)
    .default(24)
    .describe('hours between backups that the server takes by itself; `0` for none'),
  BACKUP_KEEP: whole('BACKUP_KEEP', 1, 10_000, 14).default(14).describe('how many backups stay; the oldest go'),
  LOG_LEVEL: z
    .enum(logLevels, `LOG_LEVEL must be one of ${logLevels.join(', ')}`)
    .default('info')
    .describe('what is logged: `debug`, `info` (each page and form), `warn`, `error` or `silent`'),
  LOG_FORMAT: z
    .enum(logFormats, `LOG_FORMAT must be one of ${logFormats.join(', ')}`)
    .optional()
    .describe('`json`, or `text` for people; without it, text at a terminal and JSON elsewhere'),
  METRICS_TOKEN: z
    .string()
    .trim()
    .min(16, 'METRICS_TOKEN must have 16 characters or more')
    .max(200, 'METRICS_TOKEN is too long')
    .optional()
    .describe('the bearer token with which `/metrics` may be read; without it there are none'),
  DRAIN_SECONDS: whole('DRAIN_SECONDS', 0, 300, 5)
    .default(0)
    .describe('how long a server that was told to end still answers while `/readyz` says no, for a balancer to see it'),
});
