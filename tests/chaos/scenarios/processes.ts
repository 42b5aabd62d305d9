import { setTimeout as delay } from 'node:timers/promises';
import { deliverAgain, holdTable, someoneWaitsFor } from '../machinery/locks.ts';
import type { Nexus } from '../machinery/nexus.ts';
import type { Scenario } from '../scenario.ts';

const AWAY_MS = 500;

/** Kills a process and starts it again. */
async function restart(nexus: Nexus, name: string): Promise<void> {
  await nexus.service(name).kill();
  await delay(AWAY_MS);
  await nexus.service(name).start();
}

/** What happens to the processes of the product itself. */
export const PROCESS_SCENARIOS: readonly Scenario[] = [
  {
    name: 'calm',
    title: 'Nothing happens',
    shape: 'one',
    fault: () => delay(AWAY_MS),
  },
  {
    name: 'redelivery',
    title: 'Every event that was handled is delivered once more',
    shape: 'one',
    fault: async ({ postgres }) => {
      await deliverAgain(postgres);
      await delay(2_000);
    },
  },
  {
    name: 'worker-kill',
    title: 'The process is killed while its workers are in the middle of events',
    shape: 'one',
    fault: async ({ nexus, postgres }) => {
      await holdTable(postgres, 'posts.share_ref', async () => {
        await someoneWaitsFor(postgres, 'posts.share_ref');
        await nexus.service('nexus').kill();
      });
      await nexus.service('nexus').start();
    },
  },
  {
    name: 'process-kill',
    title: 'The whole of Nexus in one process gets kill -9, and is started again',
    shape: 'one',
    fault: ({ nexus }) => restart(nexus, 'nexus'),
  },
  {
    name: 'subgraph-kill',
    title: 'posts, then interactions get kill -9, and are started again',
    shape: 'four',
    fault: async ({ nexus }) => {
      await restart(nexus, 'posts');
      await restart(nexus, 'interactions');
    },
  },
  {
    name: 'users-kill',
    title: 'users, who alone knows the keys of access tokens, gets kill -9',
    shape: 'four',
    fault: ({ nexus }) => restart(nexus, 'users'),
  },
  {
    name: 'subgraph-freeze',
    title: 'interactions stands still for seven seconds',
    shape: 'four',
    fault: async ({ nexus }) => {
      nexus.service('interactions').freeze(true);
      // Longer than a mutation may take: those that wait for it have to be answered before it moves again.
      await delay(7_000);
      nexus.service('interactions').freeze(false);
    },
  },
  {
    name: 'gateway-kill',
    title: 'The gateway gets kill -9, and is started again',
    shape: 'four',
    fault: ({ nexus }) => restart(nexus, 'gateway'),
  },
];
