import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type FileHandle, open, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort, isFree } from '../free-port.ts';
import { runAs } from './account.ts';
import { explainFileError, explainSpawnError } from './explain.ts';
import { CLEAN_ENVIRONMENT } from './initdb.ts';
import { findPostmaster } from './postmaster.ts';
import type { Site } from './site.ts';

const LOG_LIMIT_BYTES = 10_000_000;

const DEFAULTS = {
  listen_addresses: '127.0.0.1',
  // Paths of sockets have at most 107 bytes; a data directory may lie deeper.
  unix_socket_directories: '',
  max_connections: '200',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

/**
 * Starts a server on the port it had last, or on a free one; undefined when it is ready, otherwise what it logged before
 * it gave up. On the old port, services that were connected find it again.
 */
export async function launch(site: Site, settings: Record<string, string>): Promise<string | undefined> {
  const log = await openLog(site);
  const { size } = await log.stat();
  try {
    const port = await choosePort(site);
    const child = await spawnServer(site, { ...DEFAULTS, ...settings, port: `${port}` }, log.fd);
    while (child.exitCode === null && child.signalCode === null) {
      if ((await findPostmaster(site.cluster))?.pid === child.pid) return undefined;
      await delay(20);
    }
  } finally {
    await log.close();
  }
  return (await readFile(site.log)).subarray(size).toString();
}

async function choosePort({ directory }: Site): Promise<number> {
  const file = join(directory, 'postgres.port');
  const last = Number(await readFile(file, 'utf8').catch(() => ''));
  const port = last > 0 && (await isFree(last)) ? last : await freePort();
  await writeFile(file, `${port}\n`);
  return port;
}

async function openLog({ directory, log }: Site): Promise<FileHandle> {
  try {
    const isLong = await stat(log).then(
      ({ size }) => size > LOG_LIMIT_BYTES,
      () => false,
    );
    if (isLong) await rename(log, `${log}.old`);
    return await open(log, 'a', 0o600);
  } catch (error) {
    throw explainFileError(error, directory);
  }
}

async function spawnServer(site: Site, settings: Record<string, string>, log: number): Promise<ChildProcess> {
  const program = site.binaries.postgres;
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const { file, args, ids } = await runAs(site.account, site.cluster, [program, '-D', site.cluster, ...options]);
  const child = spawn(file, args, {
    ...ids,
    cwd: dirname(program),
    env: CLEAN_ENVIRONMENT,
    stdio: ['ignore', log, log],
    // Its own process group: Ctrl-C in the terminal reaches us alone, and we drain before we stop it.
    detached: true,
  });
  try {
    await once(child, 'spawn');
  } catch (error) {
    throw explainSpawnError(error, site.directory);
  }
  return child;
}
