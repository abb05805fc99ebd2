/** What commands share: their settings, and ways to end. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Config, readConfig } from '#app/server/config.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** Ends the process with these lines on standard error. */
export function stop(...lines: readonly string[]): never {
  for (const line of lines) process.stderr.write(`${line}\n`);
  process.exit(1);
}

/** Returns the settings with their paths made absolute: they are meant from the folder of Criterion, wherever a command is called. */
export function withAbsolutePaths(config: Config): Config {
  const absolute = (file: string) => path.resolve(root, file);
  return { ...config, databasePath: absolute(config.databasePath), backup: { ...config.backup, folder: absolute(config.backup.folder) } };
}

/** Returns the settings, with paths made absolute, or ends the process with what is wrong in them. */
export function settingsOrStop(): Config {
  const read = readConfig(process.env);
  return 'problems' in read ? stop(...read.problems) : withAbsolutePaths(read.config);
}

/** Returns the settings, or ends the process where there is no data file yet. */
export function settingsWithDataOrStop(): Config {
  const config = settingsOrStop();
  if (!existsSync(config.databasePath)) stop(`There is no data file at ${config.databasePath}. DATABASE_PATH says where it is.`);
  return config;
}

/** Returns the path of a file that was named on a command line, as seen from where npm was called. */
export const fileNamed = (name: string) => path.resolve(process.env.INIT_CWD ?? process.cwd(), name);
