import type { Db } from '@nexus/kit/database';
import { eq, sql } from 'drizzle-orm';
import { type UserRow, users } from '../tables/users.ts';

export type ProfileChange = Partial<Pick<UserRow, 'displayName' | 'bio' | 'links'>>;

export async function updateUser(tx: Db, id: string, change: ProfileChange): Promise<UserRow | undefined> {
  const [user] = await tx
    .update(users)
    .set({ ...change, version: sql`${users.version} + 1` })
    .where(eq(users.id, id))
    .returning();
  return user;
}
