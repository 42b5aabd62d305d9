import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { inject } from 'vitest';

declare module 'vitest' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface merges with vitest's own.
  interface ProvidedContext {
    postgresUrl: string;
  }
}

/** The database that holds every schema, migrated and empty: each test file starts from a copy of it. */
export const TEMPLATE = 'nexus_template';

/** The secret of every test: role passwords and assertion keys derive from it. */
export const TEST_SECRET = 'a secret for tests only, known to everybody';

export type TestDatabase = { adminUrl: string; drop(): Promise<void> };

/** A fresh database of the run's one Postgres: a copy of the template, or of `template1` for an empty one. */
export async function createTestDatabase(template = TEMPLATE): Promise<TestDatabase> {
  const server = inject('postgresUrl');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asAdmin(server, (sql) => sql.unsafe(`create database ${name} template ${template}`));
  const adminUrl = new URL(server);
  adminUrl.pathname = `/${name}`;
  return {
    adminUrl: adminUrl.href,
    drop: () => asAdmin(server, (sql) => sql.unsafe(`drop database ${name} with (force)`)),
  };
}

/** A template that whoever asks for it first in a run fills, all others wait for, and tests that change it copy. */
export async function filledTemplate(name: string, fill: (sql: postgres.Sql) => Promise<void>): Promise<string> {
  const template = `filled_${name}`;
  await asAdmin(inject('postgresUrl'), async (sql) => {
    await sql`select pg_advisory_lock(hashtext(${template}))`;
    if ((await sql`select from pg_database where datname = ${template}`).length > 0) return;
    const { adminUrl } = await createTestDatabase();
    await asAdmin(adminUrl, fill);
    await sql.unsafe(`alter database ${new URL(adminUrl).pathname.slice(1)} rename to ${template}`);
  });
  return template;
}

async function asAdmin(url: string, work: (sql: postgres.Sql) => PromiseLike<unknown>): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await work(sql);
  } finally {
    await sql.end();
  }
}
