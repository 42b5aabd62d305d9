import { type Count, changeCount, changeCounts, findCounts } from '@nexus/kit/counters';
import type { Db } from '@nexus/kit/database';
import type { Page } from '@nexus/kit/pagination';
import { and, desc, eq, getTableColumns, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { counting, type RelationshipRow, relationships, type UserRow, users } from '../tables.ts';

/** The two lists of a person; the counters have the same names. */
export type FollowList = 'followers' | 'following';
/** A person in a list of `ownerId`. */
export type FollowRow = UserRow & { ownerId: string; since: Date };
/** How the viewer and one other person stand to each other. */
export type Mutual = { userId: string; isFollowing: boolean; isFollowedBy: boolean; showShares: boolean | null };
export type Follow = { sourceId: string; targetId: string; showShares: boolean };

const SIDES = {
  followers: { owner: relationships.targetId, other: relationships.sourceId },
  following: { owner: relationships.sourceId, other: relationships.targetId },
};

/** One page of one list for each of many people, in one statement; the latest follow first. */
export function findFollows(
  db: Db,
  userIds: readonly string[],
  { list, page }: { list: FollowList; page: Page },
): Promise<FollowRow[]> {
  const { owner, other } = SIDES[list];
  // A follow that lasts has a beginning, says a check of the table.
  const since = sql<Date>`${relationships.followedAt}`.mapWith(relationships.followedAt).as('since');
  const onePage = db
    .select({ ...getTableColumns(users), ownerId: owner, since })
    .from(relationships)
    .innerJoin(users, eq(users.id, other))
    // Not as a parameter: a partial index is used only when the statement itself says what it leaves out.
    .where(and(eq(owner, sql`owner.id`), sql`${relationships.isFollowing}`, olderThan(page, other)))
    .orderBy(desc(relationships.followedAt), desc(other))
    .limit(page.first + 1)
    .as('one_page');

  return db
    .select(onePage._.selectedFields)
    .from(sql`unnest(${sql.param([...userIds])}::uuid[]) as owner(id)`)
    .innerJoinLateral(onePage, sql`true`)
    .orderBy(desc(onePage.since), desc(onePage.id));
}

function olderThan({ after }: Page, other: SQLWrapper): SQL | undefined {
  if (!after) return undefined;
  return sql`(${relationships.followedAt}, ${other}) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`;
}

/** How the viewer and each of many people stand to each other, in one statement. */
export async function findRelationships(db: Db, viewerId: string, userIds: readonly string[]): Promise<Mutual[]> {
  const rows = await db.execute<Mutual>(sql`
    select
      person.id as "userId",
      followed.source_id is not null as "isFollowing",
      follower.source_id is not null as "isFollowedBy",
      followed.show_shares as "showShares"
    from unnest(${sql.param([...userIds])}::uuid[]) as person(id)
    left join ${relationships} followed
      on followed.source_id = ${viewerId} and followed.target_id = person.id and followed.is_following
    left join ${relationships} follower
      on follower.source_id = person.id and follower.target_id = ${viewerId} and follower.is_following`);
  return [...rows];
}

/** How many people each of many follows, and is followed by. */
export function findFollowCounts(db: Db, userIds: readonly string[]): Promise<Count[]> {
  return findCounts(db, counting, userIds);
}

/** Makes one person follow another; undefined when they do so already, just like this. */
export async function upsertFollow(
  tx: Db,
  follow: Follow,
): Promise<(RelationshipRow & { wasFollowing: boolean }) | undefined> {
  const [row] = await tx
    .insert(relationships)
    .values({ ...follow, isFollowing: true, followedAt: sql`now()` })
    .onConflictDoUpdate({
      target: [relationships.sourceId, relationships.targetId],
      set: {
        isFollowing: true,
        followedAt: sql`coalesce(${relationships.followedAt}, now())`,
        showShares: follow.showShares,
        version: sql`${relationships.version} + 1`,
      },
      setWhere: sql`not ${relationships.isFollowing} or ${relationships.showShares} <> ${follow.showShares}`,
    })
    // `old` is the row before this statement (PostgreSQL 18); there is none when the edge is new.
    .returning({ ...getTableColumns(relationships), wasFollowing: sql<boolean>`coalesce(old.is_following, false)` });
  return row;
}

/** Ends a follow; undefined when there is none. */
export async function endFollow(tx: Db, sourceId: string, targetId: string): Promise<RelationshipRow | undefined> {
  const [row] = await tx
    .update(relationships)
    .set({ isFollowing: false, followedAt: null, version: sql`${relationships.version} + 1` })
    .where(
      and(
        eq(relationships.sourceId, sourceId),
        eq(relationships.targetId, targetId),
        sql`${relationships.isFollowing}`,
      ),
    )
    .returning();
  return row;
}

type Ends = { sourceId: string; targetId: string };

/** Counts a follow (1) or its end (-1) on both sides. */
export async function countFollow(tx: Db, edge: Ends, value: 1 | -1): Promise<void> {
  // Neither waits for a lock, so both can be on their way at once.
  await Promise.all(countsOf(edge, value).map((count) => changeCount(tx, counting, count)));
}

/** Counts many follows at once, each on both sides. */
export async function countManyFollows(tx: Db, edges: readonly Ends[]): Promise<void> {
  await changeCounts(
    tx,
    counting,
    edges.flatMap((edge) => countsOf(edge, 1)),
  );
}

const countsOf = ({ sourceId, targetId }: Ends, value: 1 | -1) => [
  { subjectId: sourceId, name: 'following' satisfies FollowList, value },
  { subjectId: targetId, name: 'followers' satisfies FollowList, value },
];
