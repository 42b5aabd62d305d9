import type { Db } from '@nexus/kit/database';
import { inArray } from 'drizzle-orm';
import { type UserRow, users } from '../tables.ts';

export function findUsersByIds(db: Db, ids: readonly string[]): Promise<UserRow[]> {
  return db
    .select()
    .from(users)
    .where(inArray(users.id, [...ids]));
}
