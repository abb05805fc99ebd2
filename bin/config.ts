/** `npm run config`: every setting as it is in force, and what it means. Secrets are not shown. */
import { settingLines } from '#app/server/config.ts';
import { optionsOrStop } from './lib/options.ts';
import { settingsOrStop } from './lib/settings.ts';

optionsOrStop({}, 'usage: npm run config');
settingsOrStop();
for (const { name, value, isSet, meaning } of settingLines(process.env)) {
  console.log(`${name}=${value ?? ''}  (${isSet ? 'set' : 'default'})\n    ${meaning.replaceAll('`', '')}`);
}
