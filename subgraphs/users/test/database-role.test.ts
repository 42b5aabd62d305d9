import { startTestSubgraph } from '@nexus/contracts/testing';
import { roleUrl } from '@nexus/kit/migrations';
import { TEST_SECRET } from '@nexus/kit/testing/database';
import postgres from 'postgres';
import { expect, test } from 'vitest';
import { usersSubgraph } from '../src/subgraph.ts';

const INSUFFICIENT_PRIVILEGE = '42501';

test.each([
  ['posts', 'users'],
  ['users', 'posts'],
])('the role of %s cannot read or write a single table of %s', async (role, owner) => {
  await using users = await startTestSubgraph(usersSubgraph);
  const admin = postgres(users.adminUrl, { max: 1 });
  const tables = await admin`select tablename from pg_tables where schemaname = ${owner}`;
  await admin.end();
  const sql = postgres(roleUrl(users.adminUrl, TEST_SECRET, role), { max: 1 });

  expect(tables.length).toBeGreaterThan(0);
  for (const { tablename } of tables) {
    const table = sql(`${owner}.${tablename}`);
    for (const statement of [sql`select 1 from ${table}`, sql`delete from ${table}`, sql`truncate ${table}`]) {
      await expect(statement).rejects.toMatchObject({ code: INSUFFICIENT_PRIVILEGE });
    }
  }
  await sql.end();
});
