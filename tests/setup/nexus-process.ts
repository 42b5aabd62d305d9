import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isFree } from '@nexus/kit/free-port';

const START = fileURLToPath(new URL('../../scripts/start.ts', import.meta.url));

export type NexusProcess = {
  pid: number;
  gateway: string;
  output(): string;
  /** Sends a signal and waits for the process to be gone; gives its exit code (null when it was killed). */
  end(signal: NodeJS.Signals): Promise<number | null>;
};

/** A folder for `DATA_DIR` that is gone after the test. */
export async function dataDirectory(): Promise<{ path: string } & AsyncDisposable> {
  const path = await mkdtemp(join(tmpdir(), 'nexus-start-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

/** `npm start` as a process of its own, until its banner shows. */
export async function startNexus(env: Record<string, string>): Promise<NexusProcess> {
  const port = await freePortBlock();
  const { child, output, exited } = spawnStart({ PORT: String(port), ...env });
  await Promise.race([
    waitFor(() => output().includes('Nexus is running.') && output().includes('Ctrl-C')),
    exited.then((code) => Promise.reject(new Error(`Nexus ended with ${code}: ${output()}`))),
  ]);
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    return await exited;
  };
  return { pid: child.pid ?? 0, gateway: `http://127.0.0.1:${port}`, output, end };
}

/** A start that is expected to fail: its exit code and what it said. */
export async function failToStart(env: Record<string, string>): Promise<{ code: number | null; output: string }> {
  const { output, exited } = spawnStart({ PORT: String(await freePortBlock()), ...env });
  const code = await exited;
  return { code, output: output() };
}

function spawnStart(env: Record<string, string>) {
  const inherited = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', NODE_ENV: 'test' };
  const child: ChildProcess = spawn(process.execPath, [START], { env: { ...inherited, ...env }, stdio: 'pipe' });
  let said = '';
  const hear = (chunk: Buffer) => {
    said += chunk;
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  const exited = once(child, 'close').then(([code]) => code as number | null);
  return { child, output: () => said, exited };
}

async function waitFor(condition: () => boolean): Promise<void> {
  const until = Date.now() + 60_000;
  while (!condition()) {
    if (Date.now() > until) throw new Error('waited for a minute in vain');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/**
 * A port with three free ones behind it: the gateway and its subgraphs. Below the range from which the system gives
 * ports to everybody who asks for any, so that nobody takes one before we do.
 */
export async function freePortBlock(): Promise<number> {
  for (;;) {
    const first = 10_000 + 4 * Math.floor(5_000 * Math.random());
    const areFree = await Promise.all([0, 1, 2, 3].map((offset) => isFree(first + offset)));
    if (areFree.every(Boolean)) return first;
  }
}
