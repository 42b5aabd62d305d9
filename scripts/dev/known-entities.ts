import { encodeId, type IdKind } from '@nexus/contracts/ids';
import type postgres from 'postgres';
import type { KnownEntities } from './mock/entities.ts';
import type { Facts } from './mock/facts.ts';

/** Which of the data mocks know, and by which fields. */
const TABLES: Readonly<Record<string, { kind: IdKind; table: string; fields: Readonly<Record<string, string>> }>> = {
  User: { kind: 'user', table: 'users.user', fields: { handle: 'handle', displayName: 'display_name' } },
  Post: { kind: 'post', table: 'posts.post', fields: {} },
  Hashtag: { kind: 'hashtag', table: 'posts.hashtag', fields: { name: 'name' } },
  Comment: { kind: 'comment', table: 'interactions.comment', fields: {} },
};
const MOST = 60;

/** People and things of the data, so that mocks refer to what the subgraphs that really run know, too. */
export async function findKnownEntities(sql: postgres.Sql): Promise<KnownEntities> {
  const found = Object.entries(TABLES).map(async ([type, { kind, table, fields }]) => {
    // A database that is not filled, or not by us, has nothing to know.
    const rows = await sql`select * from ${sql(table)} order by id limit ${MOST}`.catch(() => []);
    return [type, rows.map((row) => factsOf(row, kind, fields))] as const;
  });
  return Object.fromEntries(await Promise.all(found));
}

function factsOf(row: postgres.Row, kind: IdKind, fields: Readonly<Record<string, string>>): Facts {
  const told = Object.entries(fields).map(([field, column]) => [field, row[column]]);
  return { id: encodeId(kind, String(row.id)), ...Object.fromEntries(told) };
}
