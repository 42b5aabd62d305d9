import { chmod, mkdtemp, readdir, readFile, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const PATIENCE_MS = 20_000;

/**
 * Everything temporary is in one folder of the run. It is gone afterwards, and whoever still has to do with it then was
 * left behind by a test: that fails the run.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'nexus-run-'));
  // PostgreSQL runs as another user where we are root.
  await chmod(folder, 0o711);
  process.env.TMPDIR = folder;
  return async () => {
    const left = await whoStays(folder);
    // Workers on their way out may still put something there.
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    if (left.length > 0) throw new Error(`The tests have left processes behind:\n${left.join('\n')}`);
  };
}

/** The processes that are still there when those on their way out have left. */
async function whoStays(folder: string): Promise<string[]> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const found = await processesOf(folder);
    if (found.length === 0 || Date.now() > until) return found;
    await delay(100);
  }
}

/**
 * Number and command of the processes that have a folder in what they are told, work in or write to. Our own children are
 * vitest's.
 */
async function processesOf(folder: string): Promise<string[]> {
  const numbers = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  const found = numbers.map(async (number) => {
    const read = (file: string) => readFile(`/proc/${number}/${file}`, 'utf8').catch(() => '');
    const follow = (link: string) => readlink(`/proc/${number}/${link}`).catch(() => '');
    const [, parent] = (await read('stat')).split(') ').at(-1)?.split(' ') ?? [];
    if (Number(parent) === process.pid) return [];
    const command = await read('cmdline');
    const traces = [command, await read('environ'), await follow('cwd'), await follow('fd/1')];
    return traces.some((trace) => trace.includes(folder)) ? [`${number} ${command.replaceAll('\0', ' ')}`] : [];
  });
  return (await Promise.all(found)).flat();
}
