import { Redis } from 'ioredis';
import type { Logger } from './log.ts';

/**
 * On the request path Redis answers within 100 ms or counts as down: it only makes things fast. The log says when it is
 * out of reach, and what follows from that.
 */
export function connectRedis(
  url: string,
  logger: Logger,
  consequence = 'each process counts limits for itself',
): Redis {
  const redis = new Redis(url, { commandTimeout: 100, maxRetriesPerRequest: 1, enableOfflineQueue: false });
  let isLost = false;
  redis.on('error', (error) => {
    if (!isLost) logger.warn({ err: error }, `Redis is out of reach: ${consequence}`);
    isLost = true;
  });
  redis.on('ready', () => {
    if (isLost) logger.warn('Redis is back');
    isLost = false;
  });
  return redis;
}
