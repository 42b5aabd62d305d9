import { fileURLToPath } from 'node:url';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { sqlState } from './database.ts';
import type { EventCatalog } from './events/contract.ts';
import { BOSS_SCHEMA, installQueues } from './events/queues.ts';
import { explainDatabase } from './infrastructure.ts';
import { causeOf, reasonOf } from './reasons.ts';
import { deriveKey } from './secrets.ts';
import { StartupError } from './startup-error.ts';

/** One owner of a Postgres schema: its name is the schema's, its role may touch nothing else. */
export type SchemaOwner = {
  name: string;
  migrations: URL;
  /** Whether it may publish and hear events; default yes. */
  hasEvents?: boolean;
};

type Preparation = { adminUrl: string; secret: string; owners: readonly SchemaOwner[]; catalog: EventCatalog };

/** Any number that nothing else locks: the sum of the letters of a name would do as well. */
const MIGRATION_LOCK = 72_616_801;
const RECORDS = 'migrations';

/**
 * Brings a database to what the code expects: extensions, one role and schema per owner, migrations, queues, grants.
 * Safe to run from several processes at once (advisory lock) and again at every start.
 */
export async function prepareDatabase({ adminUrl, secret, owners, catalog }: Preparation): Promise<void> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => undefined });
  try {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await sql`create extension if not exists citext`;
    await sql`create extension if not exists pg_trgm`;
    for (const owner of owners) await prepareOwner(sql, owner, rolePassword(secret, owner.name));
    await installQueues(adminUrl, catalog);
    for (const { name, hasEvents = true } of owners) if (hasEvents) await grant(sql, BOSS_SCHEMA, name);
  } catch (error) {
    throw explainPreparation(error);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Makes sure, as each owner's own role, that the database knows the owner's last migration; else a StartupError. */
export async function requirePrepared({ adminUrl, secret, owners }: Preparation): Promise<void> {
  for (const owner of owners) {
    const url = roleUrl(adminUrl, secret, owner.name);
    if (await isPrepared(url, owner)) continue;
    const remedy = 'run npm run migrate, as a user who may create roles and schemas and with the same NEXUS_SECRET';
    throw new StartupError(`DATABASE_URL: the database is not prepared for ${owner.name}; ${remedy}.`);
  }
}

// No such role or its password is of another secret, no such table, not allowed to read it.
const UNPREPARED = ['28P01', '28000', '42P01', '42501'];

async function isPrepared(url: string, { name, migrations }: SchemaOwner): Promise<boolean> {
  const known = readMigrationFiles({ migrationsFolder: fileURLToPath(migrations) });
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => undefined });
  try {
    // Waits for a preparation that is under way.
    await sql`select pg_advisory_lock_shared(${MIGRATION_LOCK})`;
    const [applied] = await sql`select max(created_at) as latest from ${sql(RECORDS)}.${sql(name)}`;
    return known.every(({ folderMillis }) => folderMillis <= Number(applied?.latest));
  } catch (error) {
    if (UNPREPARED.includes(sqlState(error) ?? '')) return false;
    throw explainDatabase(url, error);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** The connection URL of an owner's own role, on the database of the admin's URL. */
export function roleUrl(adminUrl: string, secret: string, owner: string): string {
  const url = new URL(adminUrl);
  url.username = roleName(owner);
  url.password = rolePassword(secret, owner);
  return url.href;
}

const roleName = (owner: string) => `nexus_${owner}`;
const rolePassword = (secret: string, owner: string) =>
  Buffer.from(deriveKey(secret, `database role ${owner}`)).toString('base64url');

function explainPreparation(error: unknown): StartupError {
  return new StartupError(
    `The database cannot be prepared (${reasonOf(causeOf(error))}). It takes PostgreSQL 18, a user who may create roles, ` +
      'and data that no other version of Nexus has written.',
  );
}

async function prepareOwner(sql: postgres.Sql, { name, migrations }: SchemaOwner, password: string): Promise<void> {
  await createRole(sql, roleName(name), password);
  await sql.unsafe(`create schema if not exists ${name}`);
  await migrate(drizzle(sql), {
    migrationsFolder: fileURLToPath(migrations),
    migrationsSchema: RECORDS,
    migrationsTable: name,
  });
  await grant(sql, name, name);
  await sql.unsafe(`
    grant usage on schema ${RECORDS} to ${roleName(name)};
    grant select on ${RECORDS}.${name} to ${roleName(name)}`);
}

async function createRole(sql: postgres.Sql, role: string, password: string): Promise<void> {
  const [found] = await sql`select 1 from pg_roles where rolname = ${role}`;
  // The password is base64url of a derived key: nothing in it needs quoting.
  if (!found) await sql.unsafe(`create role ${role} login`);
  await sql.unsafe(`alter role ${role} password '${password}'`);
}

async function grant(sql: postgres.Sql, schema: string, owner: string): Promise<void> {
  const role = roleName(owner);
  await sql.unsafe(`
    grant usage on schema ${schema} to ${role};
    grant select, insert, update, delete on all tables in schema ${schema} to ${role};
    grant usage on all sequences in schema ${schema} to ${role};
    grant execute on all functions in schema ${schema} to ${role}`);
}
