import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { expect, test } from 'vitest';
import { startEmbeddedRedis } from '../src/embedded-redis.ts';
import type { HotStore } from '../src/hot/store.ts';
import { openHotStore } from '../src/hot.ts';
import { createLogger } from '../src/log.ts';

const logger = createLogger('hot', 'silent');
const nothing = async () => [];
const valuesOf = async (hot: HotStore, key: string, after = 0) =>
  (await hot.read([{ key, after }]))?.[0]?.map(({ value }) => value);

/** Both ways of keeping hot changes: a private Redis, and this process. */
async function withRedis() {
  const directory = await mkdtemp(join(tmpdir(), 'nexus-hot-'));
  const server = await startEmbeddedRedis({ directory });
  if (!server) throw new Error('this test needs redis-server');
  const admin = new Redis(server.url);
  admin.on('error', () => undefined);
  const hot = openHotStore({ redisUrl: server.url, logger });
  // Until it is connected it answers nothing.
  await expect.poll(() => hot.refill(nothing).then(() => hot.read([]))).toEqual([]);
  return {
    hot,
    admin,
    url: server.url,
    stop: () => server.stop(),
    [Symbol.asyncDispose]: async () => {
      hot.close();
      admin.disconnect();
      await server.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function tellsWhatChanged(hot: HotStore): Promise<void> {
  await hot.put([
    { key: 'one', value: 'a' },
    { key: 'other', value: 'b' },
    { key: 'one', value: 'c' },
  ]);

  const [one = [], other = [], third] = (await hot.read([{ key: 'one' }, { key: 'other' }, { key: 'third' }])) ?? [];
  expect([one, other, third].map((entries) => entries?.map(({ value }) => value))).toEqual([['a', 'c'], ['b'], []]);
  const [first, last] = one.map(({ position }) => position);
  expect(last).toBeGreaterThan(first ?? Number.POSITIVE_INFINITY);
  expect(await valuesOf(hot, 'one', first)).toEqual(['c']);
  expect(await valuesOf(hot, 'one', last)).toEqual([]);
}

test('in one process, what changed is told by key, in order, and from a position on', async () => {
  const hot = openHotStore({ redisUrl: undefined, logger });
  await hot.refill(nothing);

  await tellsWhatChanged(hot);
});

test('in Redis, what changed is told by key, in order, and from a position on', async () => {
  await using redis = await withRedis();

  await tellsWhatChanged(redis.hot);
  const other = openHotStore({ redisUrl: redis.url, logger });
  await expect.poll(() => valuesOf(other, 'one')).toEqual(['a', 'c']);
  other.close();
});

test('until its owner has filled it, nothing is known', async () => {
  const hot = openHotStore({ redisUrl: undefined, logger });
  await hot.put([{ key: 'one', value: 'late' }]);
  expect(await hot.read([{ key: 'one' }])).toBeUndefined();

  await hot.refill(async () => [{ key: 'one', value: 'early' }]);

  expect(await valuesOf(hot, 'one')).toEqual(['late', 'early']);
});

test('after a flush nothing is known until it is filled again', async () => {
  await using redis = await withRedis();
  await redis.hot.put([{ key: 'one', value: 'lost' }]);
  await redis.admin.flushall();
  expect(await redis.hot.read([{ key: 'one' }])).toBeUndefined();

  await redis.hot.refill(async () => [{ key: 'one', value: 'found again' }]);

  expect(await valuesOf(redis.hot, 'one')).toEqual(['found again']);
});

test('a flush between finding and filling leaves it unknown', async () => {
  await using redis = await withRedis();
  await redis.admin.flushall();

  await redis.hot.refill(async () => {
    await redis.admin.flushall();
    return [];
  });

  expect(await redis.hot.read([])).toBeUndefined();
});

test('a change that did not reach Redis is filled in later', async () => {
  await using redis = await withRedis();
  await redis.admin.client('PAUSE', 300, 'ALL');
  await redis.hot.put([{ key: 'one', value: 'lost' }]);
  await redis.admin.ping();

  await redis.hot.refill(async () => [{ key: 'one', value: 'found again' }]);

  expect(await valuesOf(redis.hot, 'one')).toContain('found again');
});

test('without Redis nothing is known, and nothing fails', async () => {
  await using redis = await withRedis();
  await redis.stop();

  await redis.hot.put([{ key: 'one', value: 'lost' }]);
  await redis.hot.refill(nothing);

  expect(await redis.hot.read([{ key: 'one' }])).toBeUndefined();
});
