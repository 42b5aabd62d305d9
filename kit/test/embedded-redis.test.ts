import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { commandOf } from '../src/child-process.ts';
import { startEmbeddedRedis } from '../src/embedded-redis.ts';

const isInstalled = spawnSync('redis-server', ['--version']).status === 0;
const title = isInstalled ? '' : ' (not tried: redis-server is not installed)';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'nexus redis '));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

test.runIf(isInstalled)(`answers with its password only and ends at stop${title}`, async () => {
  const redis = await start();
  await using client = open(redis.url);
  await using stranger = open(redis.url.replace(/:[^/].*@/, ''));

  expect(await client.ping()).toBe('PONG');
  await expect(stranger.ping()).rejects.toThrow();
  const pid = await pidOf();
  await Promise.all([redis.stop(), redis.stop()]);
  expect(await commandOf(pid)).toBeUndefined();
});

test.runIf(isInstalled)(`is shared while its owner lives${title}`, async () => {
  const owner = await start();
  const guest = await start();

  expect(guest.url).toBe(owner.url);
  await guest.stop();
  await using client = open(owner.url);
  expect(await client.ping()).toBe('PONG');
  await owner.stop();
});

test.runIf(isInstalled)(`of a killed process is ended by the next start${title}`, async () => {
  const script = fileURLToPath(new URL('start-and-die.ts', import.meta.url));
  await once(spawn(process.execPath, [script, 'redis', directory]), 'exit');
  const orphan = await pidOf();
  expect(await commandOf(orphan)).toMatch(/^redis-server 127/);

  const redis = await start();
  expect(await commandOf(orphan)).toBeUndefined();
  await redis.stop();
});

test('where none is installed there is none, and no complaint', async () => {
  vi.stubEnv('PATH', directory);
  onTestFinished(() => void vi.unstubAllEnvs());

  expect(await startEmbeddedRedis({ directory })).toBeUndefined();
});

async function start() {
  const redis = await startEmbeddedRedis({ directory });
  if (redis === undefined) throw new Error('redis-server was there a moment ago');
  onTestFinished(redis.stop);
  return redis;
}

async function pidOf(): Promise<number> {
  return JSON.parse(await readFile(join(directory, 'redis.json'), 'utf8')).pid;
}

function open(url: string): Redis & AsyncDisposable {
  const client = new Redis(url, { retryStrategy: () => null });
  client.on('error', () => undefined);
  return Object.assign(client, { [Symbol.asyncDispose]: async () => client.disconnect() });
}
