import type { StandOptions } from '../machinery/stand.ts';
import type { Verdict } from '../verdict.ts';
import type { BreakName } from './breaks.ts';

/** A build that is broken on purpose: a check that does not notice it proves nothing. */
export type Control = {
  name: string;
  title: string;
  /** The scenario under which it shows. */
  scenario: string;
  /** What has to be found; with `start` it must not even start. */
  caughtBy: 'lost' | 'twice' | 'drift' | 'wrong' | 'late' | 'start';
  breaks?: BreakName;
  postgresSettings?: Record<string, string>;
};

export const CONTROLS: readonly Control[] = [
  {
    name: 'asynchronous-commit',
    title: 'PostgreSQL acknowledges what is not written yet',
    scenario: 'postgres-stop',
    caughtBy: 'lost',
    postgresSettings: { synchronous_commit: 'off', wal_writer_delay: '10s', wal_writer_flush_after: '1GB' },
  },
  {
    name: 'naive-counter',
    title: 'Counters are read, and then written',
    scenario: 'calm',
    caughtBy: 'drift',
    breaks: 'naive-counter',
  },
  {
    name: 'no-inbox',
    title: 'Nobody looks whether an event was handled before',
    scenario: 'redelivery',
    caughtBy: 'twice',
    breaks: 'no-inbox',
  },
  {
    name: 'late-idempotency',
    title: 'A request is noted under its key after it was done',
    scenario: 'calm',
    caughtBy: 'twice',
    breaks: 'late-idempotency',
  },
  {
    name: 'no-policy',
    title: 'One field has no rule who may have it',
    scenario: 'calm',
    caughtBy: 'start',
    breaks: 'no-policy',
  },
  {
    name: 'no-block-filter',
    title: 'One count forgets who is blocked',
    scenario: 'calm',
    caughtBy: 'wrong',
    breaks: 'no-block-filter',
  },
  {
    name: 'no-subgraph-deadline',
    title: 'The gateway waits for a subgraph as long as it takes',
    scenario: 'subgraph-freeze',
    caughtBy: 'late',
    breaks: 'no-subgraph-deadline',
  },
];

/** How a stand of the broken build is started. */
export function standOf({ breaks, postgresSettings = {} }: Control): Omit<StandOptions, 'shape'> {
  if (!breaks) return { postgresSettings };
  const hook = import.meta.resolve('./break-source.ts');
  return { postgresSettings, nodeOptions: ['--import', hook], env: { CHAOS_BREAK: breaks } };
}

/** Whether the checks noticed. */
export function isCaught({ caughtBy }: Control, verdict: Verdict): boolean {
  return caughtBy !== 'start' && verdict[caughtBy].length > 0;
}
