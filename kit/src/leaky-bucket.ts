import type { Redis } from 'ioredis';
import type { Logger } from './log.ts';
import { connectRedis } from './redis.ts';

/** A budget of points that refills while it is not full. */
export type Budget = { maximum: number; pointsPerSecond: number };

/** Whether points were taken, and how many are left. */
export type Taken = { isTaken: boolean; available: number };

export type LeakyBucket = {
  /** Takes points from a key's budget, all or none; a negative number gives some back. */
  take(key: string, points: number): Promise<Taken>;
  close(): void;
};

type Level = { available: number; at: number };

const REMEMBERED_KEYS = 10_000;

/** Budgets are counted in Redis where there is one, and in this process where there is none or it is down. */
export function createLeakyBucket(budget: Budget, redisUrl: string | undefined, logger: Logger): LeakyBucket {
  const takeHere = createMemory(budget);
  if (redisUrl === undefined) return { take: async (key, points) => takeHere(key, points), close: () => undefined };
  const redis = connectRedis(redisUrl, logger);
  return {
    take: (key, points) => takeShared(redis, budget, { key, points }).catch(() => takeHere(key, points)),
    close: () => redis.disconnect(),
  };
}

function createMemory({ maximum, pointsPerSecond }: Budget): (key: string, points: number) => Taken {
  // In the order of their last use.
  const levels = new Map<string, Level>();
  return (key, points) => {
    const at = performance.now();
    const before = levels.get(key) ?? { available: maximum, at };
    const refilled = Math.min(maximum, before.available + ((at - before.at) / 1_000) * pointsPerSecond);
    const isTaken = refilled >= points;
    const available = isTaken ? Math.min(maximum, refilled - points) : refilled;
    levels.delete(key);
    levels.set(key, { available, at });
    if (levels.size > REMEMBERED_KEYS) levels.delete(levels.keys().next().value ?? key);
    return { isTaken, available };
  };
}

/** The same as `createMemory`, by the clock of Redis; a key is forgotten once its budget is full. */
const TAKE = `
local maximum, rate, points = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local clock = redis.call('TIME')
local now = clock[1] + clock[2] / 1000000
local level = redis.call('HMGET', KEYS[1], 'available', 'at')
local available = math.min(maximum, (tonumber(level[1]) or maximum) + (now - (tonumber(level[2]) or now)) * rate)
local taken = available >= points and 1 or 0
if taken == 1 then available = math.min(maximum, available - points) end
redis.call('HSET', KEYS[1], 'available', tostring(available), 'at', tostring(now))
redis.call('EXPIRE', KEYS[1], math.ceil((maximum - available) / rate) + 1)
return {taken, tostring(available)}`;

type Asked = { key: string; points: number };

async function takeShared(redis: Redis, { maximum, pointsPerSecond }: Budget, { key, points }: Asked): Promise<Taken> {
  const answer = await redis.eval(TAKE, 1, `points:${key}`, maximum, pointsPerSecond, points);
  const [taken, available] = answer as [number, string]; // what the script returns
  return { isTaken: taken === 1, available: Number(available) };
}
