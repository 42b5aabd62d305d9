import { parseArgs } from 'node:util';
import { reasonOf } from '@nexus/kit/reasons';
import { StartupError } from '@nexus/kit/startup-error';

const USAGE = 'Usage: npm run bench -- schema [--sizes 1,2,5,10] [--rounds 3]';

/** Which sizes to measure, and how often; a StartupError names what cannot be used. */
export function readOptions(args: string[]): { sizes: number[]; rounds: number } {
  const options = parse(args);
  const sizes = options.sizes.split(',').map(Number);
  const rounds = Number(options.rounds);
  if (!sizes.every((size) => isWhole(size, 50))) {
    throw new StartupError(`--sizes must be whole numbers from 1 to 50. ${USAGE}`);
  }
  if (!isWhole(rounds, 100)) throw new StartupError(`--rounds must be a whole number from 1 to 100. ${USAGE}`);
  return { sizes, rounds };
}

const isWhole = (value: number, most: number): boolean => Number.isInteger(value) && value >= 1 && value <= most;

function parse(args: string[]) {
  try {
    const options = {
      sizes: { type: 'string', default: '1,2,5,10' },
      rounds: { type: 'string', default: '3' },
    } as const;
    return parseArgs({ args, options }).values;
  } catch (error) {
    throw new StartupError(`${reasonOf(error).split(/[.\n]/, 1)[0]}. ${USAGE}`);
  }
}
