import { readCommandLine, readNumber } from '@nexus/kit/command-line';

const USAGE = 'Usage: npm run bench -- counters [--rounds 5] [--seconds 4] [--clients 16] [--operations 50000]';

const OPTIONS = {
  rounds: { type: 'string', default: '5' },
  seconds: { type: 'string', default: '4' },
  clients: { type: 'string', default: '16' },
  operations: { type: 'string', default: '50000' },
} as const;

export type Options = Record<keyof typeof OPTIONS, number>;

/** How long to measure what; a StartupError names what cannot be used. */
export function readOptions(args: string[]): Options {
  const { rounds, seconds, clients, operations } = readCommandLine(USAGE, { args, options: OPTIONS }).values;
  const bounds = { from: 1, to: 1_000_000 };
  return {
    rounds: readNumber('--rounds', rounds, bounds),
    seconds: readNumber('--seconds', seconds, bounds),
    clients: readNumber('--clients', clients, bounds),
    operations: readNumber('--operations', operations, bounds),
  };
}
