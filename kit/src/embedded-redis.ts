import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { commandOf, waitUntilGone } from './child-process.ts';
import { type Launched, launch } from './embedded-redis/launch.ts';
import { reasonOf } from './reasons.ts';
import { StartupError } from './startup-error.ts';

export type EmbeddedRedis = {
  url: string;
  /** Waits until the server has ended; a server that another process owns is left alone. */
  stop(): Promise<void>;
};

// Written for the next start: a killed owner leaves its server behind. The command tells the owner from a later
// process with the same number.
const serverSchema = z.object({
  pid: z.number(),
  port: z.number(),
  password: z.string(),
  owner: z.object({ pid: z.number(), command: z.string() }),
});

type Server = z.infer<typeof serverSchema>;

/**
 * Runs a private `redis-server` on 127.0.0.1 and a free port, keeping no data; undefined when none is installed.
 * In `directory` it writes `redis.log` and `redis.json`. A server that a killed process left behind is ended, because
 * its cache may have missed a change; one that another live process owns is shared. Throws a StartupError.
 */
export async function startEmbeddedRedis({ directory }: { directory: string }): Promise<EmbeddedRedis | undefined> {
  const file = join(directory, 'redis.json');
  const left = await readServer(file);
  if (left && (await commandOf(left.owner.pid)) === left.owner.command && (await isRunning(left))) {
    return { url: urlOf(left), stop: async () => undefined };
  }
  if (left) await end(left);
  try {
    await mkdir(directory, { recursive: true });
    const started = await launch(directory);
    return started && (await keep(file, started));
  } catch (error) {
    if (error instanceof StartupError) throw error;
    throw new StartupError(`Redis did not start in ${directory}: ${reasonOf(error)}.`);
  }
}

async function keep(file: string, { child, ...address }: Launched): Promise<EmbeddedRedis> {
  // A process that ends without stop() takes the server along; nobody waits for it then.
  const leave = () => child.kill();
  process.once('exit', leave);
  const server = { ...address, owner: { pid: process.pid, command: (await commandOf(process.pid)) ?? '' } };
  await writeFile(file, JSON.stringify(server), { mode: 0o600 });
  let stopping: Promise<void> | undefined;
  const stop = async () => {
    process.off('exit', leave);
    await end(server);
    await rm(file, { force: true });
  };
  return {
    url: urlOf(server),
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}

async function readServer(file: string): Promise<Server | undefined> {
  try {
    return serverSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    // Never started, or killed while it wrote: there is nothing to share or to end.
    return undefined;
  }
}

const urlOf = ({ port, password }: Server) => `redis://:${password}@127.0.0.1:${port}/0`;

// Redis shows its address as its command line, which tells it from a later process with the same number.
async function isRunning({ pid, port }: Server): Promise<boolean> {
  return (await commandOf(pid))?.includes(`redis-server 127.0.0.1:${port}`) === true;
}

async function end(server: Server): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    if (!(await isRunning(server))) return;
    process.kill(server.pid, signal);
    if (await waitUntilGone(server.pid, 5_000)) return;
  }
}
