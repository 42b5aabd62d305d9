import type { Db } from '@nexus/kit/database';
import { isBefore } from '@nexus/kit/keyset';
import type { Page } from '@nexus/kit/pagination';
import { and, count, desc, eq, getTableColumns, sql } from 'drizzle-orm';
import { relationships } from '../tables/graph.ts';
import { type UserRow, users } from '../tables/users.ts';
import { canViewPerson, isInUse } from '../visibility/visibility.store.ts';

/** The ways in which somebody sets people aside. */
export type Aside = 'blocked' | 'muted';
export type SetAside = UserRow & { since: Date };

// Written out, not as parameters: a partial index is used only when the statement itself says what it leaves out.
const ASIDE = {
  blocked: { at: relationships.blockedAt, isSo: () => and(sql`${relationships.isBlocking}`, isInUse) },
  muted: {
    at: relationships.mutedAt,
    isSo: (viewerId: string) =>
      and(
        sql`${relationships.isMuting}`,
        sql`(${relationships.mutedUntil} is null or ${relationships.mutedUntil} > now())`,
        canViewPerson(viewerId),
      ),
  },
};

/** One page of the people whom somebody has set aside, the latest first; a mute that is over is none. */
export function findSetAside(
  db: Db,
  viewerId: string,
  { aside, page }: { aside: Aside; page: Page },
): Promise<SetAside[]> {
  const { at } = ASIDE[aside];
  const since = sql<Date>`${at}`.mapWith(at).as('since');
  return db
    .select({ ...getTableColumns(users), since })
    .from(relationships)
    .innerJoin(users, eq(users.id, relationships.targetId))
    .where(and(isSetAside(viewerId, aside), isBefore([at, relationships.targetId], page.after)))
    .orderBy(desc(at), desc(relationships.targetId))
    .limit(page.first + 1);
}

/** How many people somebody has set aside. */
export async function countSetAside(db: Db, viewerId: string, aside: Aside): Promise<number> {
  const [row] = await db
    .select({ value: count() })
    .from(relationships)
    .innerJoin(users, eq(users.id, relationships.targetId))
    .where(isSetAside(viewerId, aside));
  return row?.value ?? 0;
}

const isSetAside = (viewerId: string, aside: Aside) =>
  and(eq(relationships.sourceId, viewerId), ASIDE[aside].isSo(viewerId));
