import { setTimeout as delay } from 'node:timers/promises';
import postgres from 'postgres';
import { codeOf } from '../reasons.ts';
import { StartupError } from '../startup-error.ts';
import { readPassword } from './cluster.ts';
import { SUPERUSER } from './initdb.ts';
import type { Postmaster } from './postmaster.ts';
import type { Site } from './site.ts';

/** One connection of the superuser, and the URL of the product's database. */
export type Superuser = { sql: postgres.Sql; url: string };

const DATABASE = 'nexus';

/** Any number that nobody else takes as an advisory lock in the database `postgres`. */
const OWNER_LOCK = 5_427_001;

/** Connects to a server that is ready; undefined when it went away meanwhile. */
export async function connectSuperuser(site: Site, { port }: Postmaster): Promise<Superuser | undefined> {
  const password = await readPassword(site.cluster);
  const address = { host: '127.0.0.1', port, user: SUPERUSER, password };
  const sql = postgres({
    ...address,
    database: 'postgres',
    max: 1,
    max_lifetime: null,
    connect_timeout: 10,
    onnotice: () => undefined,
  });
  try {
    await sql`select 1`;
    return { sql, url: `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${DATABASE}` };
  } catch (error) {
    await sql.end({ timeout: 0 });
    if (codeOf(error) === '28P01')
      throw new StartupError(`The password file in ${site.cluster} is not that of its data.`);
    return undefined;
  }
}

/**
 * True when we are the one process that stops the server. The lock lives in our connection, so a killed process
 * loses it with its life: no file can go stale, no process id be mistaken.
 */
export async function takeOwnership({ sql }: Superuser): Promise<boolean> {
  // On a busy machine the server needs a moment to notice that the killed owner is gone.
  for (const deadline = Date.now() + 500; Date.now() < deadline; await delay(50)) {
    const [row] = await sql<{ taken: boolean }[]>`select pg_try_advisory_lock(${OWNER_LOCK}) as taken`;
    if (row?.taken === true) return true;
  }
  return false;
}

/** Creates the product's database unless it is there. */
export async function ensureDatabase({ sql }: Superuser): Promise<void> {
  const [found] = await sql`select 1 from pg_database where datname = ${DATABASE}`;
  if (found !== undefined) return;
  await sql`create database ${sql(DATABASE)}`.catch((error) => {
    // Another process was faster: one code when it had finished, the other when it had not.
    if (!['42P04', '23505'].includes(codeOf(error) ?? '')) throw error;
  });
}
