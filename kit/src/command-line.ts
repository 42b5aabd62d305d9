import { type ParseArgsConfig, parseArgs } from 'node:util';
import { reasonOf } from './reasons.ts';
import { StartupError } from './startup-error.ts';

/** What a command was told, as `parseArgs` reads it; a StartupError says what it does not know, and its usage. */
export function readCommandLine<const Config extends ParseArgsConfig>(
  usage: string,
  config: Config,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    // Node's advice after the first sentence is about its own option syntax.
    throw new StartupError(`${reasonOf(error).split(/\.\s/, 1)[0]}. ${usage}`);
  }
}

/** The whole number that an option was given; a StartupError names the option. */
export function readNumber(option: string, text: string, { from, to }: { from: number; to: number }): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= from && number <= to) return number;
  throw new StartupError(`${option} must be a number from ${from} to ${to}, not "${text}".`);
}
