import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '@nexus/kit/free-port';

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
      await tell(port, 'FLUSHALL');
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
  const child = spawn('redis-server', options, { cwd: tmpdir(), stdio: 'ignore' });
  const isSpawned = await once(child, 'spawn').then(
    () => true,
    () => false,
  );
  if (!isSpawned) return undefined;
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('close', () => process.off('exit', kill));
  await answers(port);
  return child;
}

async function answers(port: number): Promise<void> {
  for (const until = Date.now() + 10_000; Date.now() < until; await delay(20)) {
    const answer = await tell(port, 'PING').catch(() => '');
    if (answer.startsWith('+PONG')) return;
  }
  throw new Error('Redis does not start');
}

/** One command of Redis' inline protocol, and the first of its answer. */
async function tell(port: number, command: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  try {
    socket.write(`${command}\r\n`);
    const [answer] = await once(socket, 'data');
    return String(answer);
  } finally {
    socket.destroy();
  }
}
