import type { Db } from '@nexus/kit/database';
import { and, inArray } from 'drizzle-orm';
import { type UserRow, users } from '../tables/users.ts';
import { canViewPerson } from '../visibility/visibility.store.ts';

/** Those of the people whom the viewer sees. */
export function findUsersByIds(db: Db, ids: readonly string[], viewerId: string | undefined): Promise<UserRow[]> {
  return db
    .select()
    .from(users)
    .where(and(inArray(users.id, [...ids]), canViewPerson(viewerId)));
}

/** The people themselves, whoever may see them. */
export function findPeople(db: Db, ids: readonly string[]): Promise<UserRow[]> {
  return db
    .select()
    .from(users)
    .where(inArray(users.id, [...ids]));
}
