import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { freePort } from '../free-port.ts';
import { codeOf } from '../reasons.ts';
import { StartupError } from '../startup-error.ts';

type Address = { port: number; password: string };

export type Launched = Address & { pid: number; child: ChildProcess };

/** Starts a `redis-server` with its log in `directory` and waits until it answers; undefined when none is installed. */
export async function launch(directory: string): Promise<Launched | undefined> {
  const address = { port: await freePort(), password: randomBytes(24).toString('base64url') };
  const logFile = join(directory, 'redis.log');
  const child = await spawnServer(logFile, address);
  if (child?.pid === undefined) return undefined;
  if (await answers(child, address)) return { ...address, pid: child.pid, child };
  const lines = (await readFile(logFile, 'utf8')).trim().split('\n');
  throw new StartupError(`redis-server did not start: ${lines.at(-1)}`);
}

async function spawnServer(logFile: string, address: Address): Promise<ChildProcess | undefined> {
  const log = await open(logFile, 'w', 0o600);
  try {
    // Its own process group: Ctrl-C in the terminal reaches us alone, and we drain before we stop it.
    const child = spawn('redis-server', ['-'], { stdio: ['pipe', log.fd, log.fd], detached: true });
    await once(child, 'spawn');
    // On standard input, for the command line is open to everybody on the machine.
    child.stdin?.on('error', () => undefined).end(configuration(address));
    return child;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  } finally {
    await log.close();
  }
}

function configuration({ port, password }: Address): string {
  return [
    'bind 127.0.0.1',
    `port ${port}`,
    `requirepass ${password}`,
    'save ""',
    'appendonly no',
    // All of it can be lost at any moment, so the least used goes first.
    'maxmemory 256mb',
    'maxmemory-policy allkeys-lru',
    '',
  ].join('\n');
}

async function answers(child: ChildProcess, { port, password }: Address): Promise<boolean> {
  const client = new Redis({ host: '127.0.0.1', port, password, maxRetriesPerRequest: null, retryStrategy: () => 20 });
  client.on('error', () => undefined);
  const gaveUp = once(child, 'exit').then(() => false);
  const answered = client.ping().then(() => true);
  try {
    return await Promise.race([answered, gaveUp]);
  } finally {
    answered.catch(() => undefined);
    client.disconnect();
  }
}
