import { setTimeout as delay } from 'node:timers/promises';
import type { Scenario } from '../scenario.ts';
import { crashPostgres } from './postgres.ts';

/** What happens to Redis, which only makes things fast. */
export const REDIS_SCENARIOS: readonly Scenario[] = [
  {
    name: 'redis-flush',
    title: 'Redis is emptied five times',
    shape: 'one',
    needsRedis: true,
    fault: async ({ redis }) => {
      for (let time = 0; time < 5; time += 1) {
        await redis?.flush();
        await delay(400);
      }
    },
  },
  {
    name: 'redis-kill',
    title: 'Redis gets kill -9, and is started again two seconds later, empty',
    shape: 'one',
    needsRedis: true,
    fault: async ({ redis }) => {
      await redis?.kill();
      await delay(2_000);
      await redis?.start();
    },
  },
  {
    name: 'redis-black-hole',
    title: 'The network to Redis swallows everything for three seconds',
    shape: 'one',
    needsRedis: true,
    fault: async ({ toRedis }) => {
      toRedis?.turn('black hole');
      await delay(3_000);
      toRedis?.turn('fair');
    },
  },
  {
    name: 'redis-and-postgres',
    title: 'Redis gets kill -9 while PostgreSQL is stopped immediately',
    shape: 'one',
    needsRedis: true,
    fault: async (stand) => {
      await stand.redis?.kill();
      await crashPostgres(stand, 'SIGQUIT');
      await stand.redis?.start();
    },
  },
];
