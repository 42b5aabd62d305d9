import { parseArgs } from 'node:util';
import { reasonOf } from '@nexus/kit/reasons';
import { StartupError } from '@nexus/kit/startup-error';

const USAGE = 'Usage: npm run bench -- impressions [--rate 1000] [--batch 10] [--seconds 15]';
const DEFAULTS = { rate: '1000', batch: '10', seconds: '15' };

/** `rate` impressions a second, in requests of `batch`, for so many seconds. */
export type Options = Record<keyof typeof DEFAULTS, number>;

/** A StartupError names what cannot be used. */
export function readOptions(args: string[]): Options {
  const given = parse(args);
  const read = (name: keyof Options, most: number): number => {
    const value = Number(given[name]);
    if (Number.isInteger(value) && value >= 1 && value <= most) return value;
    throw new StartupError(`--${name} must be a whole number from 1 to ${most}. ${USAGE}`);
  };
  return { rate: read('rate', 100_000), batch: read('batch', 100), seconds: read('seconds', 600) };
}

function parse(args: string[]): typeof DEFAULTS {
  const option = (value: string) => ({ type: 'string', default: value }) as const;
  const { rate, batch, seconds } = DEFAULTS;
  try {
    const options = { rate: option(rate), batch: option(batch), seconds: option(seconds) };
    return parseArgs({ args, options }).values;
  } catch (error) {
    throw new StartupError(`${reasonOf(error).split(/[.\n]/, 1)[0]}. ${USAGE}`);
  }
}
