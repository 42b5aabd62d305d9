import { setTimeout as delay } from 'node:timers/promises';
import { holdTable, provokeDeadlocks } from '../machinery/locks.ts';
import type { Stand } from '../machinery/stand.ts';
import type { Scenario } from '../scenario.ts';

const AWAY_MS = 1_500;
/** Longer than a query may take: whoever waits for the network has to give up. */
const DARK_MS = 4_000;

/** Ends PostgreSQL at once and starts it again, on the same port. */
export async function crashPostgres({ postgres }: Stand, signal: 'SIGQUIT' | 'SIGKILL'): Promise<void> {
  await postgres.crash(signal);
  await delay(AWAY_MS);
  await postgres.start();
}

/** What happens to PostgreSQL and on the way to it. */
export const POSTGRES_SCENARIOS: readonly Scenario[] = [
  {
    name: 'postgres-stop',
    title: 'PostgreSQL is stopped immediately, and started again',
    shape: 'one',
    fault: (stand) => crashPostgres(stand, 'SIGQUIT'),
  },
  {
    name: 'postgres-kill',
    title: 'The first process of PostgreSQL gets kill -9, and is started again',
    shape: 'one',
    fault: (stand) => crashPostgres(stand, 'SIGKILL'),
  },
  {
    name: 'backend-kill',
    title: 'One connection’s process of PostgreSQL gets kill -9, so that all of it restarts',
    shape: 'one',
    fault: async ({ postgres }) => {
      await postgres.killBackend('nexus_interactions');
      await delay(1_000);
    },
  },
  {
    name: 'postgres-black-hole',
    title: 'The network to PostgreSQL swallows everything for four seconds',
    shape: 'one',
    fault: async ({ toPostgres }) => {
      toPostgres.turn('black hole');
      await delay(DARK_MS);
      toPostgres.turn('fair');
    },
  },
  {
    name: 'postgres-reset',
    title: 'All connections to PostgreSQL are reset, and new ones refused for two seconds',
    shape: 'one',
    fault: async ({ toPostgres }) => {
      toPostgres.turn('refusing');
      toPostgres.cut();
      await delay(2_000);
      toPostgres.turn('fair');
    },
  },
  {
    name: 'postgres-slow',
    title: 'Every packet from and to PostgreSQL takes 0.3 seconds longer, for five seconds',
    shape: 'one',
    fault: async ({ toPostgres }) => {
      toPostgres.turn('slow');
      await delay(5_000);
      toPostgres.turn('fair');
    },
  },
  {
    name: 'lock-wait',
    title: 'Somebody holds the table of reactions, until all connections wait for it',
    shape: 'one',
    fault: ({ postgres }) => holdTable(postgres, 'interactions.reaction', () => delay(DARK_MS)),
  },
  {
    name: 'deadlocks',
    title: 'Somebody takes locks the other way round, so that transactions end in deadlocks',
    shape: 'one',
    fault: ({ postgres }) =>
      provokeDeadlocks(postgres, ['interactions.comment', 'interactions.counter_delta'], DARK_MS),
  },
];
