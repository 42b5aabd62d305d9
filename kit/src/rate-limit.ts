import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { rateLimited } from './errors.ts';
import type { Logger } from './log.ts';
import { connectRedis } from './redis.ts';

/** At most `points` uses of a key within `seconds`. */
export type Allowance = { points: number; seconds: number };

/** Uses up one point of a key; RATE_LIMITED with the seconds to wait when there is none left. */
export type RateLimiter = { consume(key: string): Promise<void>; forget(key: string): Promise<void> };

export type RateLimiters = { create(name: string, allowance: Allowance): RateLimiter; close(): Promise<void> };

/** Limits are counted in Redis where there is one, and in this process where there is none or it is down. */
export function createRateLimiters(redisUrl: string | undefined, logger: Logger): RateLimiters {
  const redis = redisUrl === undefined ? undefined : connectRedis(redisUrl, logger);
  return {
    create: (name, { points, seconds }) => {
      const memory = new RateLimiterMemory({ keyPrefix: name, points, duration: seconds });
      if (!redis) return toLimiter(memory);
      const shared = { storeClient: redis, keyPrefix: name, points, duration: seconds, insuranceLimiter: memory };
      return toLimiter(new RateLimiterRedis(shared));
    },
    close: async () => redis?.disconnect(),
  };
}

function toLimiter(limiter: RateLimiterMemory | RateLimiterRedis): RateLimiter {
  return {
    consume: async (key) => {
      try {
        await limiter.consume(key);
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused;
        throw rateLimited(Math.ceil(refused.msBeforeNext / 1_000));
      }
    },
    forget: async (key) => {
      await limiter.delete(key);
    },
  };
}
