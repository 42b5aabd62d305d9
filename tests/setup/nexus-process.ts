import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { waitUntilGone } from '@nexus/kit/child-process';
import { endWithTest } from '@nexus/kit/testing/child-process';
import { createTestDatabase, TEST_SECRET } from '@nexus/kit/testing/database';
import { onTestFinished } from 'vitest';
import { childEnvironment } from './child-environment.ts';
import { freePortBlock } from './free-port-block.ts';

const START = fileURLToPath(new URL('../../scripts/start.ts', import.meta.url));

export type NexusProcess = {
  pid: number;
  gateway: string;
  output(): string;
  /** Sends a signal and waits for the process to be gone; gives its exit code (null when it was killed). */
  end(signal: NodeJS.Signals): Promise<number | null>;
};

/** What starts Nexus on a database of its own, empty, in the run's Postgres; it is gone after the test. */
export async function onTestDatabase() {
  const { adminUrl, drop } = await createTestDatabase();
  onTestFinished(drop);
  return { DATABASE_URL: adminUrl, NEXUS_SECRET: TEST_SECRET, DEMO_DATA: 'off' };
}

/** A folder for `DATA_DIR` that is gone after the test, with all servers in it. */
export async function dataDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'nexus-start-'));
  onTestFinished(async () => {
    await endServers(directory);
    await rm(directory, { recursive: true, force: true });
  });
  return directory;
}

/** A process that was killed leaves its servers to the next start; after the last one they end here. */
async function endServers(directory: string): Promise<void> {
  const read = (file: string) => readFile(join(directory, file), 'utf8').catch(() => '');
  const [postmaster = ''] = (await read('postgres/postmaster.pid')).split('\n');
  const redis = (await read('redis.json')) || '{}';
  for (const pid of [Number(postmaster), Number(JSON.parse(redis).pid ?? 0)].filter((known) => known > 0)) {
    if (await waitUntilGone(pid, 0)) continue;
    process.kill(pid, 'SIGINT');
    await waitUntilGone(pid, 10_000);
  }
}

/** `npm start` as a process of its own, waited for until its banner shows; it leaves with the test. */
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
  const child = spawn(process.execPath, [START], { env: { ...childEnvironment(), ...env } });
  endWithTest(child);
  let said = '';
  const hear = (chunk: Buffer) => {
    said += chunk;
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
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
