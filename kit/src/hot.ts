import { createHotMemory } from './hot/memory.ts';
import { createHotRedis } from './hot/redis.ts';
import type { HotStore } from './hot/store.ts';
import type { Logger } from './log.ts';

type Options = { redisUrl: string | undefined; logger: Logger };

/** The hot changes of a deployment: in Redis, or without it in this process, for all services that run in it. */
export function openHotStore({ redisUrl, logger }: Options): HotStore {
  return redisUrl === undefined ? createHotMemory() : createHotRedis(redisUrl, logger);
}
