import type { Db } from '@nexus/kit/database';
import { and, count, desc, eq, inArray, or, type SQL } from 'drizzle-orm';
import { type CustomFeedRow, customFeeds } from '../tables/discovery.ts';
import { canViewPerson } from '../visibility/visibility.store.ts';
import type { FeedContent } from './feed-input.ts';

/** Owners see all of their feeds; others the public ones of people they see. */
function canViewFeed(viewerId: string | undefined): SQL | undefined {
  const isPublic = and(eq(customFeeds.isPublic, true), canViewPerson(customFeeds.ownerId, viewerId));
  return viewerId === undefined ? isPublic : or(eq(customFeeds.ownerId, viewerId), isPublic);
}

/** Those of the given feeds that the viewer sees. */
export function findVisibleFeeds(
  db: Db,
  ids: readonly string[],
  viewerId: string | undefined,
): Promise<CustomFeedRow[]> {
  return db
    .select()
    .from(customFeeds)
    .where(and(inArray(customFeeds.id, [...ids]), canViewFeed(viewerId)));
}

/** All feeds that somebody put together, the latest first. */
export async function findFeedsOf(db: Db, ownerId: string): Promise<CustomFeedRow[]> {
  return await db.select().from(customFeeds).where(eq(customFeeds.ownerId, ownerId)).orderBy(desc(customFeeds.id));
}

export async function countFeeds(tx: Db, ownerId: string): Promise<number> {
  const [found] = await tx.select({ value: count() }).from(customFeeds).where(eq(customFeeds.ownerId, ownerId));
  return found?.value ?? 0;
}

export async function insertFeed(tx: Db, feed: CustomFeedRow): Promise<CustomFeedRow> {
  await tx.insert(customFeeds).values(feed);
  return feed;
}

type OwnFeed = { id: string; ownerId: string };

const isOwn = ({ id, ownerId }: OwnFeed) => and(eq(customFeeds.id, id), eq(customFeeds.ownerId, ownerId));

/** Changes a feed of somebody; undefined when they have none of that id. */
export async function updateFeed(tx: Db, own: OwnFeed, content: FeedContent): Promise<CustomFeedRow | undefined> {
  const [feed] = await tx.update(customFeeds).set(content).where(isOwn(own)).returning();
  return feed;
}

/** Whether somebody had that feed. */
export async function deleteFeedRow(tx: Db, own: OwnFeed): Promise<boolean> {
  const gone = await tx.delete(customFeeds).where(isOwn(own)).returning({ id: customFeeds.id });
  return gone.length > 0;
}
