import type { Db } from '@nexus/kit/database';
import { requestRecounts } from '@nexus/kit/recount';
import { eq, sql } from 'drizzle-orm';
import { recounts } from '../tables/counts.ts';
import { type UserRow, users } from '../tables/users.ts';

type Discoverability = Pick<UserRow, 'isDiscoverable' | 'hidesFollowGraph'>;

/** Changes how much strangers find of a person: it has a version of its own. */
export async function updateDiscoverability(tx: Db, id: string, change: Discoverability): Promise<UserRow> {
  const [user] = await tx
    .update(users)
    .set({ ...change, discoverabilityVersion: sql`${users.discoverabilityVersion} + 1` })
    .where(eq(users.id, id))
    .returning();
  if (!user) throw new Error(`the account ${id} is gone while it is held`);
  return user;
}

/** Makes an account private, or public: then whoever waits to follow is let in soon. */
export async function updatePrivate(tx: Db, id: string, isPrivate: boolean): Promise<UserRow | undefined> {
  const [user] = await tx
    .update(users)
    .set({ isPrivate, version: sql`${users.version} + 1` })
    .where(eq(users.id, id))
    .returning();
  if (!isPrivate) await requestRecounts(tx, recounts, [{ subjectId: id, facts: 'REQUESTS' }]);
  return user;
}
