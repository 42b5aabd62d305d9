import { readFileSync } from 'node:fs';
import { readdir, readFile, readlink, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { commandOf, waitUntilGone } from '../child-process.ts';

/** The parent process of a running PostgreSQL. */
export type Postmaster = { pid: number; port: number };

const PID_FILE = 'postmaster.pid';
const PATIENCE_MS = 60_000;

/**
 * The server that serves this cluster, whoever started it; waits while it starts or stops, a minute at most.
 * The lines of postmaster.pid are fixed (utils/pidfile.h of PostgreSQL): the 1st is the pid, the 4th the port, the 8th
 * the state.
 */
export async function findPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const file = join(cluster, PID_FILE);
  for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await delay(20)) {
    const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n');
    const pid = Number(lines[0]);
    if (!(pid > 0)) return undefined;
    const command = await commandOf(pid);
    if (command === undefined || !serves(command, cluster)) {
      await removeStaleFile(cluster, pid);
      return undefined;
    }
    if (lines[7]?.trim() === 'ready') return { pid, port: Number(lines[3]) };
  }
  return undefined;
}

/** Stops a server as its own `fast` mode does: clients are cut off, everything acknowledged is on disk. */
export async function stopPostmaster(cluster: string, { pid }: Postmaster): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', PATIENCE_MS],
    ['SIGQUIT', 10_000],
  ] as const) {
    const command = await commandOf(pid);
    if (command === undefined || !serves(command, cluster)) return;
    process.kill(pid, signal);
    if (await waitUntilGone(pid, patience)) return;
  }
}

/** The same without waiting, for the last moment of a process. */
export function interruptPostmaster(cluster: string, { pid }: Postmaster): void {
  try {
    if (readFileSync(join(cluster, PID_FILE), 'utf8').startsWith(`${pid}\n`)) process.kill(pid, 'SIGINT');
  } catch {
    // It has ended already.
  }
}

function serves(command: string, cluster: string): boolean {
  return `${command} `.includes(` -D ${cluster} `);
}

// PostgreSQL clears away the file of a dead process itself, but refuses to start while its number is in use: by another
// program since a reboot, or by its own remains where the first process of a container does not reap orphans.
async function removeStaleFile(cluster: string, pid: number): Promise<void> {
  if (process.platform === 'win32' || !isInUse(pid) || (await hasWorkers(cluster))) return;
  await rm(join(cluster, PID_FILE), { force: true });
}

function isInUse(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

// A busy worker may outlive its killed server for a while and still write. Each works in the data directory.
async function hasWorkers(cluster: string): Promise<boolean> {
  const entries = await readdir('/proc').catch(() => []);
  const folders = await Promise.all(entries.map((name) => readlink(`/proc/${name}/cwd`).catch(() => '')));
  return folders.includes(cluster);
}
