import { fromCaller } from '@nexus/contracts/settings';
import { readCommandLine, readNumber } from '@nexus/kit/command-line';

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
  const { swaps, rate, operations, quiet, profile } = readCommandLine(USAGE, { args, options: OPTIONS }).values;
  const bounds = { from: 1, to: 5_000 };
  return {
    swaps: readNumber('--swaps', swaps, bounds),
    perSecond: readNumber('--rate', rate, bounds),
    operations: readNumber('--operations', operations, bounds),
    quietSeconds: readNumber('--quiet', quiet, bounds),
    profileFolder: profile && fromCaller(profile),
  };
}
