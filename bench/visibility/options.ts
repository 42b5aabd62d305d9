import { parseArgs } from 'node:util';
import { reasonOf } from '@nexus/kit/reasons';
import { StartupError } from '@nexus/kit/startup-error';

const USAGE = 'Usage: npm run bench -- visibility [--rounds 30]';

/** How many rounds to measure; a StartupError names what cannot be used. */
export function readRounds(args: string[]): number {
  const rounds = Number(parse(args).rounds);
  if (Number.isInteger(rounds) && rounds >= 1 && rounds <= 1_000) return rounds;
  throw new StartupError(`--rounds must be a whole number from 1 to 1000. ${USAGE}`);
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options: { rounds: { type: 'string', default: '30' } } }).values;
  } catch (error) {
    throw new StartupError(`${reasonOf(error).split(/[.\n]/, 1)[0]}. ${USAGE}`);
  }
}
