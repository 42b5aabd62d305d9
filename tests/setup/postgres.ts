import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { events } from '@nexus/contracts/events';
import { startEmbeddedPostgres } from '@nexus/kit/embedded-postgres';
import { prepareDatabase } from '@nexus/kit/migrations';
import { TEMPLATE, TEST_SECRET } from '@nexus/kit/testing/database';
import { noteAlterations } from '@nexus/kit/testing/empty-database';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { schemaOwners } from '../../scripts/schema-owners.ts';

/**
 * Crashes of the machine are not under test here, so the run's one Postgres does not wait for its disk. Nor does it look
 * after tables by itself: they do not live long, and a plan would depend on the moment it did.
 */
const FAST = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  max_connections: '600',
  autovacuum: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '4GB',
  // Everything stays in memory, where those who ask read it themselves.
  shared_buffers: '512MB',
  io_method: 'sync',
};

/** One Postgres for the whole run, with a template database that every test file copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const directory = await mkdtemp(join(tmpdir(), 'nexus-test-'));
  const server = await startEmbeddedPostgres({ directory, settings: FAST });
  const sql = postgres(server.url, { max: 1 });
  await sql.unsafe(`create database ${TEMPLATE}`);
  await sql.end();

  const adminUrl = new URL(server.url);
  adminUrl.pathname = `/${TEMPLATE}`;
  await prepareDatabase({ adminUrl: adminUrl.href, secret: TEST_SECRET, owners: schemaOwners, catalog: events });
  await noteAlterations(adminUrl.href);
  project.provide('postgresUrl', server.url);

  return async () => {
    await server.stop();
    await rm(directory, { recursive: true, force: true });
  };
}
