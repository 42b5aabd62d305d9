import { fromCaller } from '@nexus/contracts/settings';
import { readCommandLine, readNumber } from '@nexus/kit/command-line';
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
  const given = readCommandLine(USAGE, { args, options: OPTIONS }).values;
  const count = { from: 1, to: 1_000 };
  return {
    only: readNames('only', given.only, CONTENDERS),
    operations: readNames('operation', given.operation, OPERATIONS),
    modes: readNames('mode', given.mode, MODES),
    rounds: readNumber('--rounds', given.rounds, count),
    seconds: readNumber('--seconds', given.seconds, count),
    warmUp: readNumber('--warm-up', given['warm-up'], count),
    connections: readNumber('--connections', given.connections, count),
    profileFolder: given.profile && fromCaller(given.profile),
  };
}

/** The named ones of a list, in the list's order. */
function readNames<Name extends string>(option: string, text: string, names: readonly Name[]): Name[] {
  const given = text.split(',');
  const unknown = given.find((one) => !names.some((name) => name === one));
  if (unknown !== undefined) throw new StartupError(`--${option} does not know "${unknown}". ${USAGE}`);
  return names.filter((name) => given.includes(name));
}
