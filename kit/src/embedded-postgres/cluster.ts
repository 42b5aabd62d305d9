import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commandOf } from '../child-process.ts';
import { StartupError } from '../startup-error.ts';
import { handOver } from './account.ts';
import { POSTGRES_MAJOR } from './binaries.ts';
import { explainFileError } from './explain.ts';
import { initdb } from './initdb.ts';
import type { Site } from './site.ts';

const PASSWORD_FILE = 'nexus.password';
const STAGING = 'postgres.new-';

/** Makes sure that `site.cluster` holds data this PostgreSQL can serve; creates it on the first start. */
export async function ensureCluster(site: Site, durable: boolean): Promise<void> {
  try {
    const version = await readVersion(site.cluster);
    if (version === undefined) return await createCluster(site, durable);
    if (version !== POSTGRES_MAJOR) {
      const written = `The data in ${site.cluster} was written by PostgreSQL ${version}, not ${POSTGRES_MAJOR}`;
      throw new StartupError(`${written}; move it away or set DATA_DIR.`);
    }
    await handOver(site.cluster, site.account);
  } catch (error) {
    throw explainFileError(error, site.directory);
  }
}

/** The superuser's password, written beside the data when they were created. */
export async function readPassword(cluster: string): Promise<string> {
  const file = join(cluster, PASSWORD_FILE);
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new StartupError(`The password file ${file} cannot be read; put it back, or set DATA_DIR to start anew.`);
  }
}

async function readVersion(cluster: string): Promise<string | undefined> {
  const files = await readdir(cluster).catch(noneIfMissing);
  if (files.length === 0) return undefined;
  if (files.includes('PG_VERSION')) return (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim();
  throw new StartupError(`${cluster} is not empty and holds no PostgreSQL data; move it away or set DATA_DIR.`);
}

// Made aside and renamed: a start that is killed halfway, or two at once, leave no half cluster.
async function createCluster(site: Site, durable: boolean): Promise<void> {
  await removeAbandoned(site.directory);
  const staging = await mkdtemp(join(site.directory, `${STAGING}${process.pid}-`));
  const target = join(staging, 'cluster');
  const passwordFile = join(staging, 'password');
  try {
    await writeFile(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
    await handOver(staging, site.account);
    await initdb(site, { target, passwordFile, durable });
    await rename(passwordFile, join(target, PASSWORD_FILE));
    await rename(target, site.cluster).catch(unlessAnotherWasFaster);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

async function removeAbandoned(directory: string): Promise<void> {
  for (const name of await readdir(directory)) {
    if (!name.startsWith(STAGING)) continue;
    const isInUse = (await commandOf(Number.parseInt(name.slice(STAGING.length), 10))) !== undefined;
    if (!isInUse) await rm(join(directory, name), { recursive: true, force: true });
  }
}

function noneIfMissing(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return [];
  throw error;
}

function unlessAnotherWasFaster(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
}
