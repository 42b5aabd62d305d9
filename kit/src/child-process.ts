import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';

/** The command line of a running process; undefined once it has ended, on Windows always. */
export async function commandOf(pid: number): Promise<string | undefined> {
  const line = process.platform === 'linux' ? await readProcFile(pid) : await askPs(pid);
  return line.trim() === '' ? undefined : line.trim();
}

// The file of a zombie is empty: a process that only waits to be reaped counts as ended.
async function readProcFile(pid: number): Promise<string> {
  const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return line.replaceAll('\0', ' ');
}

async function askPs(pid: number): Promise<string> {
  const answer = await promisify(execFile)('ps', ['-ww', '-o', 'command=', '-p', `${pid}`]).catch(() => undefined);
  return answer?.stdout ?? '';
}

/** Waits for the end of any process, our child or not; false when it still runs after `timeoutMs`. */
export async function waitUntilGone(pid: number, timeoutMs: number): Promise<boolean> {
  const deadline = Date.now() + timeoutMs;
  while ((await commandOf(pid)) !== undefined) {
    if (Date.now() > deadline) return false;
    await delay(20);
  }
  return true;
}
