import type { Db } from '@nexus/kit/database';
import { and, getTableColumns, sql } from 'drizzle-orm';
import { type UserRow, users } from '../tables/users.ts';
import { canViewPerson } from '../visibility/visibility.store.ts';

/** A person found by handle (`distance` null) or by how alike the names are (0 the same, 1 nothing in common). */
export type FoundUser = UserRow & { distance: number | null };
export type Alike = { distance: number; id: string };
type Wanted<After> = { limit: number; after: After | undefined; viewerId: string | undefined };

// Both must be written as the indexes user_handle_prefix and user_names have them.
const handleKey = sql`lower(${users.handle}::text) collate "C"`;
const names = sql`(${users.handle}::text || ' ' || ${users.displayName})`;

/** In the bytewise order the last that begins with a prefix lies before the prefix and `{`, which follows on z. */
const beginsWith = (prefix: string) => sql`${handleKey} >= ${prefix} and ${handleKey} < ${`${prefix}{`}`;

/** Whom the viewer sees, but for those who do not want to be found; these do not even find themselves. */
const mayBeFound = (viewerId: string | undefined) => and(sql`${users.isDiscoverable}`, canViewPerson(viewerId));

/** People whose handle begins with `prefix` (in small letters), in the order of handles, after the handle `after`. */
export function findUsersByHandlePrefix(
  db: Db,
  prefix: string,
  { limit, after, viewerId }: Wanted<string>,
): Promise<FoundUser[]> {
  return db
    .select({ ...getTableColumns(users), distance: sql<null>`null` })
    .from(users)
    .where(
      and(beginsWith(prefix), mayBeFound(viewerId), after === undefined ? undefined : sql`${handleKey} > ${after}`),
    )
    .orderBy(handleKey)
    .limit(limit);
}

/** People with a word in their names like the query (pg_trgm: 0.6 or more) that the prefix does not find. */
export function findUsersAlike(db: Db, query: string, { limit, after, viewerId }: Wanted<Alike>): Promise<FoundUser[]> {
  const distance = sql<number>`${query} <<-> ${names}`;
  const isAfter = after && sql`(${distance}, ${users.id}) > (${after.distance}::real, ${after.id}::uuid)`;
  return db
    .select({ ...getTableColumns(users), distance })
    .from(users)
    .where(and(sql`${query} <% ${names}`, sql`not (${beginsWith(query.toLowerCase())})`, mayBeFound(viewerId), isAfter))
    .orderBy(distance, users.id)
    .limit(limit);
}
