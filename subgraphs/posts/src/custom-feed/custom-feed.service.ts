import { requireViewer } from '@nexus/contracts/agreement';
import type { Db } from '@nexus/kit/database';
import { conflict, notFound } from '@nexus/kit/errors';
import { newId } from '@nexus/kit/new-id';
import { transact } from '@nexus/kit/transact';
import { takeTurn } from '@nexus/kit/turn';
import type { Context } from '../context.ts';
import { readRankedPage, toRankedPage } from '../explore/ranked-page.ts';
import { type FeedItemPage, toFeedPage } from '../feed/feed-item.ts';
import { readFeedQuery } from '../feed/feed-query.ts';
import { findVisibleLists } from '../list/list.store.ts';
import type { CustomFeedRow } from '../tables/discovery.ts';
import { findRelationships } from '../visibility/relationship.store.ts';
import { countFeeds, deleteFeedRow, insertFeed, updateFeed } from './custom-feed.store.ts';
import type { FeedContent } from './feed-input.ts';

const MAX_FEEDS = 50;

type Upsert = { feedId: string | undefined; content: FeedContent };

/** Puts a feed of the viewer together, or changes one of theirs; NOT_FOUND for people and lists whom they do not see. */
export async function upsertFeed(context: Context, { feedId, content }: Upsert): Promise<CustomFeedRow> {
  const { id: ownerId } = requireViewer(context);
  return await transact(context, async (tx) => {
    await requireSeen(tx, content, ownerId);
    if (feedId === undefined) return await createFeed(tx, { ...content, ownerId });
    const changed = await updateFeed(tx, { id: feedId, ownerId }, content);
    if (!changed) throw notFound('The feed', 'input.feedId');
    return changed;
  });
}

async function createFeed(tx: Db, feed: FeedContent & { ownerId: string }): Promise<CustomFeedRow> {
  await takeTurn(tx, `feeds of ${feed.ownerId}`);
  if ((await countFeeds(tx, feed.ownerId)) >= MAX_FEEDS) {
    throw conflict(`You have ${MAX_FEEDS} feeds already: delete one first.`);
  }
  return await insertFeed(tx, { ...feed, id: newId(), createdAt: new Date() });
}

async function requireSeen(tx: Db, { authorIds, listIds }: FeedContent, viewerId: string): Promise<void> {
  const people = await findRelationships(tx, authorIds, viewerId);
  const seen = new Set(people.filter(({ canView }) => canView).map(({ id }) => id));
  const lists = new Set((await findVisibleLists(tx, listIds, viewerId)).map(({ id }) => id));
  for (const [index, id] of authorIds.entries()) {
    if (!seen.has(id)) throw notFound('The person', `input.authorIds.${index}`);
  }
  for (const [index, id] of listIds.entries()) {
    if (!lists.has(id)) throw notFound('The list', `input.listIds.${index}`);
  }
}

/** Forgets a feed of the viewer. */
export async function deleteFeed(context: Context, id: string): Promise<void> {
  const { id: ownerId } = requireViewer(context);
  await transact(context, async (tx) => {
    if (!(await deleteFeedRow(tx, { id, ownerId }))) throw notFound('The feed', 'input.feedId');
  });
}

type Asked = { first?: number | null; after?: string | null };

/** A page of a feed's posts, in the order that its owner chose. */
export async function itemsOf(context: Context, { id, sort }: CustomFeedRow, asked: Asked): Promise<FeedItemPage> {
  const { loaders } = context;
  if (sort === 'RANKED') {
    const page = readRankedPage(asked);
    const query = { viewerId: context.viewer?.id, page };
    return toRankedPage(await loaders.rankedFeed(query).load(id), page);
  }
  const query = readFeedQuery(asked, context);
  return toFeedPage(await loaders.customFeedItems(query).load(id), query.page);
}

/** Those of the people in a feed whom the viewer sees. */
export async function seenAuthors({ loaders }: Context, { authorIds }: CustomFeedRow): Promise<string[]> {
  const found = await Promise.all(authorIds.map((id) => loaders.relationship.load(id)));
  return found.filter((person) => person?.canView === true).map((person) => person?.id ?? '');
}

/** Those of the lists in a feed that the viewer sees. */
export async function seenLists({ loaders }: Context, { listIds }: CustomFeedRow): Promise<string[]> {
  const found = await Promise.all(listIds.map((id) => loaders.list.load(id)));
  return found.filter((list) => list !== null).map(({ id }) => id);
}
