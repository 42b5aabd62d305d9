import { parseArgs } from 'node:util';
import { fromCaller } from '@nexus/contracts/settings';
import { reasonOf } from '@nexus/kit/reasons';
import { StartupError } from '@nexus/kit/startup-error';
import { CONTENDERS, type ContenderName } from './contenders/contenders.ts';
import { MODES, type Mode, OPERATIONS, type OperationName } from './operations.ts';

export type Options = {
  only: readonly ContenderName[];
  operations: readonly OperationName[];
  modes: readonly Mode[];
  rounds: number;
  seconds: number;
  warmUp: number;
  connections: number;
  /** Where each gateway leaves a profile of its processor time, for Chrome's developer tools. */
  profileFolder: string | undefined;
};

const USAGE = `Usage: npm run bench -- gateway [--only ${CONTENDERS.join(',')}] [--operation ${OPERATIONS.join(',')}]
  [--mode ${MODES.join(',')}] [--rounds 3] [--seconds 4] [--warm-up 5] [--connections 8] [--profile FOLDER]`;

const OPTIONS = {
  only: { type: 'string', default: CONTENDERS.join() },
  operation: { type: 'string', default: OPERATIONS.join() },
  mode: { type: 'string', default: MODES.join() },
  rounds: { type: 'string', default: '3' },
  seconds: { type: 'string', default: '4' },
  'warm-up': { type: 'string', default: '5' },
  connections: { type: 'string', default: '8' },
  profile: { type: 'string' },
} as const;

/** What to measure, and for how long; a StartupError names the option that cannot be used. */
export function readOptions(args: string[]): Options {
  const given = parse(args);
  return {
    only: readNames('only', given.only, CONTENDERS),
    operations: readNames('operation', given.operation, OPERATIONS),
    modes: readNames('mode', given.mode, MODES),
    rounds: readCount('rounds', given.rounds),
    seconds: readCount('seconds', given.seconds),
    warmUp: readCount('warm-up', given['warm-up']),
    connections: readCount('connections', given.connections),
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

/** The named ones of a list, in the list's order. */
function readNames<Name extends string>(option: string, text: string, names: readonly Name[]): Name[] {
  const given = text.split(',');
  const unknown = given.find((one) => !names.some((name) => name === one));
  if (unknown !== undefined) throw new StartupError(`--${option} does not know "${unknown}". ${USAGE}`);
  return names.filter((name) => given.includes(name));
}

function readCount(option: string, text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1 && count <= 1_000) return count;
  throw new StartupError(`--${option} must be a whole number from 1 to 1000, not "${text}".`);
}
