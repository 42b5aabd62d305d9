import type { Db } from '@nexus/kit/database';
import { requestRecounts } from '@nexus/kit/recount';
import { eq, sql } from 'drizzle-orm';
import { recounts } from '../graph-tables.ts';
import { type UserRow, users } from '../tables.ts';

type QuietPrivacy = Pick<UserRow, 'isDiscoverable' | 'hidesFollowGraph'>;

/** Changes what nobody is told of: it needs no new version. */
export async function updateQuietPrivacy(tx: Db, id: string, change: QuietPrivacy): Promise<void> {
  await tx.update(users).set(change).where(eq(users.id, id));
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
