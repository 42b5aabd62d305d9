import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startEmbeddedRedis } from '../src/embedded-redis.ts';
import { createLeakyBucket, type LeakyBucket } from '../src/leaky-bucket.ts';
import { createLogger } from '../src/log.ts';

const isInstalled = spawnSync('redis-server', ['--version']).status === 0;
const title = isInstalled ? '' : ' (not tried: redis-server is not installed)';
const logger = createLogger('kit', 'silent');

test('a budget is one key, refills, and is never more than full', async () => {
  const bucket = createLeakyBucket({ maximum: 100, pointsPerSecond: 1_000_000 }, undefined, logger);

  const taken = await bucket.take('anna', 100);
  const other = await bucket.take('ben', 30);
  const back = await bucket.take('ben', -1_000);

  expect([taken, other, back]).toEqual([
    { isTaken: true, available: 0 },
    { isTaken: true, available: expect.closeTo(70, -1) },
    { isTaken: true, available: 100 },
  ]);
  await expect.poll(() => bucket.take('anna', 100)).toEqual({ isTaken: true, available: 0 });
});

test.runIf(isInstalled)(`processes share budgets through Redis, and count alone once it is gone${title}`, async () => {
  const redis = await startRedis();
  const budget = { maximum: 100, pointsPerSecond: 0.001 };
  const here = open(budget, redis.url);
  const there = open(budget, redis.url);
  // Until they are connected, each counts alone.
  const areShared = async () => (await here.take('ben', 1)) && (await there.take('ben', 0)).available < 100;
  await expect.poll(areShared).toBe(true);

  const first = await here.take('anna', 60);
  const second = await there.take('anna', 60);
  await there.take('anna', -30);
  const third = await here.take('anna', 60);
  await redis.stop();
  const alone = await there.take('anna', 60);

  expect([first, second, third, alone].map(({ isTaken }) => isTaken)).toEqual([true, false, true, true]);
  expect(third.available).toBeCloseTo(10, 1);
});

async function startRedis() {
  const directory = await mkdtemp(join(tmpdir(), 'nexus-redis-'));
  const redis = await startEmbeddedRedis({ directory });
  if (redis === undefined) throw new Error('redis-server was there a moment ago');
  onTestFinished(async () => {
    await redis.stop();
    await rm(directory, { recursive: true });
  });
  return redis;
}

function open(budget: Parameters<typeof createLeakyBucket>[0], redisUrl: string): LeakyBucket {
  const bucket = createLeakyBucket(budget, redisUrl, logger);
  onTestFinished(() => bucket.close());
  return bucket;
}
