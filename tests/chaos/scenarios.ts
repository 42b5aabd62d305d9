import { setTimeout as delay } from 'node:timers/promises';
import type { Scenario } from './scenario.ts';

/** Everything that is done to the product. */
export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'calm',
    title: 'Nothing happens',
    shape: 'one',
    fault: () => delay(1_000),
  },
  {
    name: 'postgres-crash',
    title: 'PostgreSQL is stopped immediately, and started again',
    shape: 'one',
    fault: async ({ postgres }) => {
      await postgres.crash('SIGQUIT');
      await delay(1_500);
      await postgres.start();
    },
  },
  {
    name: 'postgres-black-hole',
    title: 'The network to PostgreSQL swallows everything for four seconds',
    shape: 'one',
    fault: async ({ toPostgres }) => {
      toPostgres.turn('black hole');
      await delay(4_000);
      toPostgres.turn('fair');
    },
  },
  {
    name: 'process-kill',
    title: 'The whole of Nexus in one process gets kill -9, and is started again',
    shape: 'one',
    fault: async ({ nexus }) => {
      await nexus.service('nexus').kill();
      await delay(500);
      await nexus.service('nexus').start();
    },
  },
];
