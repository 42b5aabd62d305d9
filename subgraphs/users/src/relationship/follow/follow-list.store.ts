import { uuids } from '@nexus/kit/array-params';
import type { Db } from '@nexus/kit/database';
import { isBefore } from '@nexus/kit/keyset';
import type { Page } from '@nexus/kit/pagination';
import { and, desc, eq, getTableColumns, sql } from 'drizzle-orm';
import type { FollowList } from '../../count/follow-count.store.ts';
import { relationships } from '../../tables/graph.ts';
import { type UserRow, users } from '../../tables/users.ts';
import { canViewPerson } from '../../visibility/visibility.store.ts';
import { isAwake } from '../edge.store.ts';

/** A person in a list of `ownerId`. */
export type FollowRow = UserRow & { ownerId: string; since: Date };

type Wanted = { list: FollowList; page: Page; viewerId: string | undefined };

const SIDES = {
  followers: { owner: relationships.targetId, other: relationships.sourceId },
  following: { owner: relationships.sourceId, other: relationships.targetId },
};

/** One page of one list for each of many people, in one statement; the latest follow first. */
export function findFollows(
  db: Db,
  userIds: readonly string[],
  { list, page, viewerId }: Wanted,
): Promise<FollowRow[]> {
  const { owner, other } = SIDES[list];
  // A follow that lasts has a beginning, says a check of the table.
  const since = sql<Date>`${relationships.followedAt}`.mapWith(relationships.followedAt).as('since');
  const onePage = db
    .select({ ...getTableColumns(users), ownerId: owner, since })
    .from(relationships)
    .innerJoin(users, eq(users.id, other))
    .where(
      and(
        eq(owner, sql`owner.id`),
        isAwake(),
        canViewPerson(viewerId),
        isBefore([relationships.followedAt, other], page.after),
      ),
    )
    .orderBy(desc(relationships.followedAt), desc(other))
    .limit(page.first + 1)
    .as('one_page');

  return db
    .select(onePage._.selectedFields)
    .from(sql`unnest(${uuids(userIds)}) as owner(id)`)
    .innerJoinLateral(onePage, sql`true`)
    .orderBy(desc(onePage.since), desc(onePage.id));
}
