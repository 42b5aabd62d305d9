import type { Db } from '@nexus/kit/database';
import { eq, type SQL, sql } from 'drizzle-orm';
import type { Ends } from '../relationship/edge.store.ts';
import { relationships } from '../tables/graph.ts';
import { type UserRow, users } from '../tables/users.ts';

/** A person as they are now: whoever changes their state or privacy asks for a recount, and so waits for this one. */
export async function findPerson(tx: Db, id: string): Promise<UserRow | undefined> {
  const [person] = await tx.select().from(users).where(eq(users.id, id));
  return person;
}

/** The follows of a person, either way, that do not say yet what their state means for them. */
function wrongFollows({ id, state }: UserRow, side: 'source' | 'target'): SQL {
  const own = side === 'source' ? sql`edge.source_id` : sql`edge.target_id`;
  const other = side === 'source' ? sql`edge.target_id` : sql`edge.source_id`;
  const isWrong =
    state === 'ACTIVE'
      ? sql`edge.is_dormant and exists (select from ${users} other where other.id = ${other} and other.state = 'ACTIVE')`
      : sql`edge.is_following and not edge.is_dormant`;
  return sql`select edge.source_id, edge.target_id from ${relationships} edge where ${own} = ${id} and ${isWrong}`;
}

/** Lets up to `limit` follows of a person sleep, or wakes them, as their state demands; passes over locked ones. */
export async function turnFollows(tx: Db, person: UserRow, limit: number): Promise<Ends[]> {
  const isDormant = person.state !== 'ACTIVE';
  const turned: Ends[] = [];
  for (const side of ['source', 'target'] as const) {
    const rows = await tx.execute<Ends>(sql`
      update ${relationships} turned set is_dormant = ${isDormant}
      from (${wrongFollows(person, side)} limit ${limit} for update of edge skip locked) wrong
      where turned.source_id = wrong.source_id and turned.target_id = wrong.target_id
      returning turned.source_id as "sourceId", turned.target_id as "targetId"`);
    turned.push(...rows);
  }
  return turned;
}

/** Whether any follow of a person is still to be turned. */
export async function hasMiscounted(tx: Db, person: UserRow): Promise<boolean> {
  const [row] = await tx.execute<{ has: boolean }>(
    sql`select exists (${wrongFollows(person, 'source')}) or exists (${wrongFollows(person, 'target')}) as has`,
  );
  return row?.has === true;
}
