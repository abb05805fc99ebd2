/** What a command was asked to do. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { stop } from './settings.ts';

/** Returns the options on the command line; ends the process with what is wrong with them and how the command is used. */
export function optionsOrStop<const O extends NonNullable<ParseArgsConfig['options']>>(options: O, usage: string) {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    return stop(error instanceof Error ? error.message : String(error), usage);
  }
}
