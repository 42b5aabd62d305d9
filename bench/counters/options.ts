import { parseArgs } from 'node:util';
import { reasonOf } from '@nexus/kit/reasons';
import { StartupError } from '@nexus/kit/startup-error';

const USAGE = 'Usage: npm run bench -- counters [--rounds 5] [--seconds 4] [--clients 16] [--operations 50000]';

const DEFAULTS = { rounds: '5', seconds: '4', clients: '16', operations: '50000' };

export type Options = Record<keyof typeof DEFAULTS, number>;

/** How long to measure what; a StartupError names what cannot be used. */
export function readOptions(args: string[]): Options {
  const given = parse(args);
  const read = (name: keyof Options): number => {
    const value = Number(given[name]);
    if (Number.isInteger(value) && value >= 1 && value <= 1_000_000) return value;
    throw new StartupError(`--${name} must be a whole number from 1. ${USAGE}`);
  };
  return {
    rounds: read('rounds'),
    seconds: read('seconds'),
    clients: read('clients'),
    operations: read('operations'),
  };
}

function parse(args: string[]): typeof DEFAULTS {
  const option = (value: string) => ({ type: 'string', default: value }) as const;
  try {
    const { rounds, seconds, clients, operations } = DEFAULTS;
    return parseArgs({
      args,
      options: {
        rounds: option(rounds),
        seconds: option(seconds),
        clients: option(clients),
        operations: option(operations),
      },
    }).values;
  } catch (error) {
    throw new StartupError(`${reasonOf(error).split(/[.\n]/, 1)[0]}. ${USAGE}`);
  }
}
