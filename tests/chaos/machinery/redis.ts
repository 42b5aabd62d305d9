import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '@nexus/kit/free-port';
import { Redis as Client } from 'ioredis';

/** A Redis of our own that may be killed; it comes back empty on the same port. */
export type Redis = { port: number; flush(): Promise<void>; kill(): Promise<void>; start(): Promise<void> };

/** Starts it; undefined where none is installed. */
export async function startRedis(): Promise<Redis | undefined> {
  const port = await freePort();
  let child = await launch(port);
  if (!child) return undefined;
  return {
    port,
    flush: async () => {
      const client = new Client({ port, host: '127.0.0.1' });
      await client.flushall();
      client.disconnect();
    },
    kill: async () => {
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'close');
    },
    start: async () => {
      child = await launch(port);
    },
  };
}

async function launch(port: number): Promise<ChildProcess | undefined> {
  const options = ['--bind', '127.0.0.1', '--port', String(port), '--save', '', '--appendonly', 'no'];
  const child = spawn('redis-server', options, { stdio: 'ignore' });
  const started = await once(child, 'spawn').then(
    () => true,
    () => false,
  );
  if (!started) return undefined;
  process.once('exit', () => child.kill('SIGKILL'));
  await answers(port);
  return child;
}

async function answers(port: number): Promise<void> {
  const client = new Client({ port, host: '127.0.0.1', maxRetriesPerRequest: null, retryStrategy: () => 20 });
  client.on('error', () => undefined);
  try {
    await Promise.race([client.ping(), delay(10_000).then(() => Promise.reject(new Error('Redis does not start')))]);
  } finally {
    client.disconnect();
  }
}
