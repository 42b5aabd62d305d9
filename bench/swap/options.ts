import { parseArgs } from 'node:util';
import { fromCaller } from '@nexus/contracts/settings';
import { reasonOf } from '@nexus/kit/reasons';
import { StartupError } from '@nexus/kit/startup-error';

export type Options = {
  swaps: number;
  perSecond: number;
  /** How many different operations are asked, and so warmed up. */
  operations: number;
  /** How long the load runs before the first swap and after the last. */
  quietSeconds: number;
  profileFolder: string | undefined;
};

const USAGE = `Usage: npm run bench -- swap [--swaps 50] [--rate 500] [--operations 50] [--quiet 10] [--profile FOLDER]`;

const OPTIONS = {
  swaps: { type: 'string', default: '50' },
  rate: { type: 'string', default: '500' },
  operations: { type: 'string', default: '50' },
  quiet: { type: 'string', default: '10' },
  profile: { type: 'string' },
} as const;

/** What to measure, and for how long; a StartupError names the option that cannot be used. */
export function readOptions(args: string[]): Options {
  const given = parse(args);
  return {
    swaps: readCount('swaps', given.swaps),
    perSecond: readCount('rate', given.rate),
    operations: readCount('operations', given.operations),
    quietSeconds: readCount('quiet', given.quiet),
    profileFolder: given.profile && fromCaller(given.profile),
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS }).values;
  } catch (error) {
    throw new StartupError(`${reasonOf(error).split(/[.\n]/, 1)[0]}. ${USAGE}`);
  }
}

function readCount(option: string, text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1 && count <= 5_000) return count;
  throw new StartupError(`--${option} must be a whole number from 1 to 5000, not "${text}".`);
}
