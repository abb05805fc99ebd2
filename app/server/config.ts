/** Settings from the environment, read once. Every one has a default, so none has to be set. */
import path from 'node:path';
import type { Retention } from '#app/use-cases/retention.server.ts';
import type { LogSettings } from './log.ts';
import { secretSettings, settings } from './settings.ts';

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly databasePath: string;
  /** Scheme, host and port, without a path; null where none is configured. */
  readonly origin: string | null;
  /** How many reverse proxies of ours stand in front: only then is their X-Forwarded-For believed. */
  readonly trustedProxies: number;
  /** Who may show the site in a frame, as a content security policy writes it. */
  readonly framedBy: string;
  /** Forms that one learner may send in a minute; 0 for no limit. */
  readonly formsPerMinute: number;
  /** Who runs the site and how to reach them, fit to stand in HTML as it is; null where nobody is named. */
  readonly contact: string | null;
  /** Null where no mail server is configured. */
  readonly mail: { readonly url: string; readonly from: string } | null;
  /** How many days what is idle is kept. */
  readonly retention: Retention;
  /** `everyHours` is 0 where the server takes none by itself. */
  readonly backup: { readonly folder: string; readonly everyHours: number; readonly keep: number };
  /** `format` is null where it follows from where the log goes. */
  readonly log: { readonly level: LogSettings['level']; readonly format: LogSettings['format'] | null };
  /** Null where nobody may read the metrics. */
  readonly metricsToken: string | null;
  /** Milliseconds between being told to end and taking no more connections. */
  readonly drainFor: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** An empty value is as if it were not set. */
const givenIn = (environment: Environment) =>
  Object.fromEntries(Object.keys(settings.shape).flatMap((name) => (environment[name] ? [[name, environment[name]]] : [])));

/** Returns the settings in `environment`, or one sentence per setting that is wrong, naming it. */
export function readConfig(environment: Environment): { config: Config } | { problems: string[] } {
  const given = givenIn(environment);
  const parsed = settings.safeParse(given);
  if (!parsed.success)
    return {
      problems: parsed.error.issues.map(({ message, path: [name] }) =>
        secretSettings.has(String(name)) ? `${message}.` : `${message} (${String(name)} is "${given[String(name)]}").`,
      ),
    };
  const { PORT, HOST, DATABASE_PATH, ORIGIN, TRUSTED_PROXIES, SMTP_URL, MAIL_FROM, BACKUP_FOLDER, BACKUP_HOURS, BACKUP_KEEP } = parsed.data;
  const { FRAMED_BY, FORMS_PER_MINUTE, KEEP_IDLE_DAYS, KEEP_INVITATION_DAYS, KEEP_AUDIT_DAYS } = parsed.data;
  const { LOG_LEVEL, LOG_FORMAT, METRICS_TOKEN, DRAIN_SECONDS, CONTACT } = parsed.data;
  if (SMTP_URL && !ORIGIN) return { problems: ['SMTP_URL needs ORIGIN beside it: mails carry links to this site.'] };
  return {
    config: {
      port: PORT,
      host: HOST,
      databasePath: DATABASE_PATH,
      origin: ORIGIN ?? null,
      trustedProxies: TRUSTED_PROXIES,
      framedBy: FRAMED_BY.replace(/\b(none|self)\b/g, "'$1'"),
      formsPerMinute: FORMS_PER_MINUTE,
      contact: CONTACT ?? null,
      mail: SMTP_URL ? { url: SMTP_URL, from: MAIL_FROM ?? `Criterion <no-reply@${new URL(ORIGIN ?? '').hostname}>` } : null,
      retention: { idle: KEEP_IDLE_DAYS, invitations: KEEP_INVITATION_DAYS, audit: KEEP_AUDIT_DAYS },
      backup: { folder: BACKUP_FOLDER ?? path.join(path.dirname(DATABASE_PATH), 'backups'), everyHours: BACKUP_HOURS, keep: BACKUP_KEEP },
      log: { level: LOG_LEVEL, format: LOG_FORMAT ?? null },
      metricsToken: METRICS_TOKEN ?? null,
      drainFor: DRAIN_SECONDS * 1000,
    },
  };
}

export interface SettingLine {
  readonly name: string;
  /** As it is in force; `null` where it has none, `…` where it is a secret. */
  readonly value: string | null;
  readonly isSet: boolean;
  readonly meaning: string;
}

/** Returns every setting as it is in force, in the order in which they are documented. Call it with settings that `readConfig` takes. */
export function settingLines(environment: Environment): SettingLine[] {
  const given = givenIn(environment);
  const inForce: Readonly<Record<string, unknown>> = settings.parse(given);
  return Object.entries(settings.shape).map(([name, setting]) => {
    const value = inForce[name] === undefined ? null : String(inForce[name]);
    return {
      name,
      value: value !== null && secretSettings.has(name) ? '…' : value,
      isSet: name in given,
      meaning: setting.description ?? '',
    };
  });
}
