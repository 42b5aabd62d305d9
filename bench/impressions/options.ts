import { readCommandLine, readNumber } from '@nexus/kit/command-line';

const USAGE = 'Usage: npm run bench -- impressions [--rate 1000] [--batch 10] [--seconds 15]';

const OPTIONS = {
  rate: { type: 'string', default: '1000' },
  batch: { type: 'string', default: '10' },
  seconds: { type: 'string', default: '15' },
} as const;

/** `rate` impressions a second, in requests of `batch`, for so many seconds. */
export type Options = Record<keyof typeof OPTIONS, number>;

/** A StartupError names what cannot be used. */
export function readOptions(args: string[]): Options {
  const { rate, batch, seconds } = readCommandLine(USAGE, { args, options: OPTIONS }).values;
  return {
    rate: readNumber('--rate', rate, { from: 1, to: 100_000 }),
    batch: readNumber('--batch', batch, { from: 1, to: 100 }),
    seconds: readNumber('--seconds', seconds, { from: 1, to: 600 }),
  };
}
