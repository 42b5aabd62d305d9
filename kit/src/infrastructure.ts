import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import postgres from 'postgres';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { startEmbeddedRedis } from './embedded-redis.ts';
import { codeOf, reasonOf } from './reasons.ts';
import { StartupError } from './startup-error.ts';

export type InfrastructureSettings = {
  databaseUrl: string | undefined;
  redisUrl: string | undefined;
  dataDir: string;
  secret: string | undefined;
  /** False: the database is prepared already, so its URL needs no user: each service signs in as its own role. */
  migrate: boolean;
};

export type Infrastructure = { databaseUrl: string; redisUrl: string | undefined; secret: string };

/**
 * The servers Nexus stands on: the given ones, or private ones of this process with their data in `dataDir`.
 * What it starts itself, it puts on the stack.
 */
export async function openInfrastructure(
  settings: InfrastructureSettings,
  resources: AsyncDisposableStack,
): Promise<Infrastructure> {
  const secret = await readSecret(settings);
  const { databaseUrl, redisUrl } = settings;
  if (databaseUrl !== undefined) {
    if (settings.migrate || new URL(databaseUrl).username !== '') await checkDatabase(databaseUrl);
    return { databaseUrl, redisUrl, secret };
  }
  const database = await startEmbeddedPostgres({ directory: settings.dataDir });
  resources.defer(() => database.stop());
  if (redisUrl !== undefined) return { databaseUrl: database.url, redisUrl, secret };
  const redis = await startEmbeddedRedis({ directory: settings.dataDir });
  if (redis) resources.defer(() => redis.stop());
  return { databaseUrl: database.url, redisUrl: redis?.url, secret };
}

/** The deployment's secret: the given one, or with an embedded database the one that stays with its data. */
export async function readSecret({ databaseUrl, dataDir, secret }: InfrastructureSettings): Promise<string> {
  if (secret !== undefined) return secret;
  if (databaseUrl !== undefined) {
    throw new StartupError('With DATABASE_URL also set NEXUS_SECRET (32 characters or more): all keys derive from it.');
  }
  await makeDataDir(dataDir);
  return await readOrCreateSecret(join(dataDir, 'secret'));
}

async function checkDatabase(databaseUrl: string): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1, connect_timeout: 5, onnotice: () => undefined });
  try {
    await sql`select 1`;
  } catch (error) {
    throw explainDatabase(databaseUrl, error);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** Says in one sentence why a database cannot be used; never repeats its password. */
export function explainDatabase(databaseUrl: string, error: unknown): StartupError {
  const { hostname, port, pathname, username } = new URL(databaseUrl);
  const code = codeOf(error) ?? '';
  const place = `${hostname}:${port || 5432}`;
  if (code === '28P01' || code === '28000') {
    return new StartupError(`DATABASE_URL: Postgres at ${place} refuses the user ${username} or its password.`);
  }
  if (code === '3D000') {
    return new StartupError(`DATABASE_URL: Postgres at ${place} has no database ${pathname.slice(1)}.`);
  }
  return new StartupError(`DATABASE_URL: no Postgres answers at ${place} (${code || 'unknown error'}).`);
}

async function makeDataDir(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true });
  } catch (error) {
    throw new StartupError(`DATA_DIR ${dataDir} cannot be created (${codeOf(error) ?? reasonOf(error)}).`);
  }
}

/** The secret of an embedded Nexus is made once and stays with its data, readable by its owner only. */
async function readOrCreateSecret(file: string): Promise<string> {
  try {
    await writeFile(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    const isThere = codeOf(error) === 'EEXIST';
    if (!isThere) throw new StartupError(`DATA_DIR is not writable: ${reasonOf(error)}.`);
  }
  return await readFile(file, 'utf8');
}
