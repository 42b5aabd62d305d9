import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import type { EventCatalog } from './events/contract.ts';
import { BOSS_SCHEMA, installQueues } from './events/queues.ts';
import { deriveKey } from './secrets.ts';

/** One owner of a Postgres schema: its name is the schema's, its role may touch nothing else. */
export type SchemaOwner = { name: string; migrations: URL };

type Preparation = { adminUrl: string; secret: string; owners: readonly SchemaOwner[]; catalog: EventCatalog };

/** Any number that nothing else locks: the sum of the letters of a name would do as well. */
const MIGRATION_LOCK = 72_616_801;

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
    for (const owner of owners) await grant(sql, BOSS_SCHEMA, owner.name);
  } finally {
    await sql.end({ timeout: 5 });
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

async function prepareOwner(sql: postgres.Sql, { name, migrations }: SchemaOwner, password: string): Promise<void> {
  await createRole(sql, roleName(name), password);
  await sql.unsafe(`create schema if not exists ${name}`);
  await migrate(drizzle(sql), {
    migrationsFolder: fileURLToPath(migrations),
    migrationsSchema: 'migrations',
    migrationsTable: name,
  });
  await grant(sql, name, name);
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
