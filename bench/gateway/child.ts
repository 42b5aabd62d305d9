import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';

/** The core of the gateway that is measured, and the one of everything else. */
export type Core = 0 | 1;

const canPin = existsSync('/usr/bin/taskset') && availableParallelism() > 1;
const STOP_MS = 3_000;
/** The kernel counts processor time in hundredths of a second. */
const TICK_MS = 10;

/** A Node process that ends with the scope; what it writes comes out only if it fails. */
export type Child = AsyncDisposable & { pid: number; process: ChildProcess; output(): string };

type Start = {
  script: string;
  args?: string[];
  /** Options of Node. */
  options?: readonly string[];
  core: Core | undefined;
  profileFolder?: string | undefined;
};

/** Starts a script on a core of its own, where the machine can pin it; on any without one. */
export function startChild({ script, args = [], options = [], core, profileFolder }: Start): Child {
  const profile = profileFolder === undefined ? [] : ['--cpu-prof', '--cpu-prof-dir', profileFolder];
  const command = [process.execPath, ...options, ...profile, script, ...args];
  const [file = '', ...rest] = canPin && core !== undefined ? ['taskset', '-c', `${core}`, ...command] : command;
  const child = spawn(file, rest, {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, NODE_ENV: 'production', APOLLO_TELEMETRY_DISABLED: '1' },
  });
  let output = '';
  const keep = (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-10_000);
  };
  // Also when the bench is interrupted: whatever a gateway does with signals, it does not outlive us.
  process.once('exit', () => child.kill('SIGKILL'));
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return { pid: child.pid ?? 0, process: child, output: () => output, [Symbol.asyncDispose]: () => stop(child) };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const overdue = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await ended;
  clearTimeout(overdue);
}

/** The next message a child sends. */
export function nextMessage<Message>({ process: child, output }: Child): Promise<Message> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(new Error(`A process of the bench ended early.\n${output()}`));
    child.once('exit', fail);
    child.once('message', (message: Message) => {
      child.off('exit', fail);
      resolve(message);
    });
  });
}

/** Waits until a child's GraphQL endpoint answers. */
export async function waitForAnswer(child: Child, url: string): Promise<void> {
  const body = JSON.stringify({ query: '{ __typename }' });
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (child.process.exitCode !== null) break;
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(url, { method: 'POST', headers, body }).catch(() => undefined);
    await response?.body?.cancel();
    if (response?.ok) return;
    await delay(100);
  }
  throw new Error(`Nothing answers at ${url}.\n${child.output()}`);
}

/** Processor time used so far in milliseconds: of all threads, and of the main one, which bounds the throughput. */
export function cpuOf(pid: number): { all: number; main: number } {
  return { all: ticksIn(`/proc/${pid}/stat`) * TICK_MS, main: ticksIn(`/proc/${pid}/task/${pid}/stat`) * TICK_MS };
}

/** User and system time; the fields are counted from the end of the name, which may hold spaces. */
function ticksIn(file: string): number {
  const stat = readFileSync(file, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return Number(fields[11]) + Number(fields[12]);
}

/** Resident memory in MiB. */
export function memoryOf(pid: number): number {
  const kib = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kib) / 1_024;
}

/** Whether each process can be measured: Linux alone keeps its figures in files. */
export const canMeasure = (): boolean => existsSync('/proc/self/stat') && readdirSync('/proc/self/task').length > 0;

/** Keeps the process that makes the load, and its subgraphs, off the gateway's core. */
export function pinMyself(core: Core): void {
  if (canPin) spawnSync('taskset', ['-acp', `${core}`, `${process.pid}`]);
}
