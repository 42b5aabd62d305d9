import { upsertListMembers } from '@nexus/contracts/projections/list-member';
import { upsertListRefs } from '@nexus/contracts/projections/list-ref';
import { upsertRelEdges } from '@nexus/contracts/projections/rel-edge';
import { upsertNewer } from '@nexus/contracts/projections/upsert-newer';
import { upsertUserRefs } from '@nexus/contracts/projections/user-ref';
import { moderate as moderateComments } from '@nexus/interactions/moderation/moderation.store';
import { upsertPostRefs } from '@nexus/interactions/post/post.store';
import { toEvent } from '@nexus/interactions/share/share.service';
import { engagements } from '@nexus/interactions/tables/analytics';
import { shares } from '@nexus/interactions/tables/facts';
import * as interactions from '@nexus/interactions/tables/projections';
import { uuids } from '@nexus/kit/array-params';
import type { Db } from '@nexus/kit/database';
import { upsertDiscoverability } from '@nexus/posts/discoverability/discoverability.store';
import { upsertEngagement } from '@nexus/posts/engagement/engagement.store';
import { followShare } from '@nexus/posts/feed/share.service';
import { moderate as moderatePosts } from '@nexus/posts/moderation/moderation.service';
import { snapshotOf as postSnapshotOf } from '@nexus/posts/post/post-snapshot';
import { feedItems, posts as ownPosts } from '@nexus/posts/tables/posts';
import * as posts from '@nexus/posts/tables/projections';
import { discoverabilityOf, edgeOf, listOf, membershipOf, moderationOf, snapshotOf } from '@nexus/users/events';
import { labelPreferences, listMembers, lists, mutedWords, relationships } from '@nexus/users/tables/graph';
import { moderations } from '@nexus/users/tables/moderation';
import { users } from '@nexus/users/tables/users';
import { type AnyColumn, type SQL, sql } from 'drizzle-orm';
import type { Copy, ProjectionName } from './sources.ts';

const COPIED = { posts, interactions };
const MODERATE = { posts: moderatePosts, interactions: moderateComments };

type Key = readonly string[];
type TakeOver = (tx: Db, schema: Copy['schema'], keys: readonly Key[]) => Promise<void>;

/** How a copy hears of the owner's rows with certain keys: as it hears of every change. */
export const TAKE_OVER: Record<ProjectionName, TakeOver> = {
  user_ref: async (tx, schema, keys) => {
    const rows = await tx.select().from(users).where(isOneOf(keys, users.id));
    await upsertUserRefs(tx, COPIED[schema].userRefs, rows.map(snapshotOf));
  },
  rel_edge: async (tx, schema, keys) => {
    const { sourceId, targetId } = relationships;
    const rows = await tx
      .select()
      .from(relationships)
      .where(isOneOf(keys, sourceId, targetId));
    await upsertRelEdges(tx, COPIED[schema].relEdges, rows.map(edgeOf));
  },
  list_member: async (tx, schema, keys) => {
    const rows = await tx
      .select()
      .from(listMembers)
      .where(isOneOf(keys, listMembers.listId, listMembers.userId));
    await upsertListMembers(tx, COPIED[schema].listMembers, rows.map(membershipOf));
  },
  list_ref: async (tx, _, keys) => {
    const rows = await tx.select().from(lists).where(isOneOf(keys, lists.id));
    await upsertListRefs(tx, posts.listRefs, rows.map(listOf));
  },
  muted_words: async (tx, _, keys) => {
    const rows = await tx.select().from(mutedWords).where(isOneOf(keys, mutedWords.userId));
    await upsertNewer(tx, posts.mutedWords, { rows, key: ['userId'] });
  },
  label_preferences: async (tx, _, keys) => {
    const rows = await tx.select().from(labelPreferences).where(isOneOf(keys, labelPreferences.userId));
    await upsertNewer(tx, posts.labelPreferences, { rows, key: ['userId'] });
  },
  moderation_ref: async (tx, schema, keys) => {
    const rows = await tx.select().from(moderations).where(isOneOf(keys, moderations.subjectId));
    await MODERATE[schema](tx, rows.map(moderationOf));
  },
  post_ref: async (tx, _, keys) => {
    const rows = await tx.select().from(ownPosts).where(isOneOf(keys, ownPosts.id));
    await upsertPostRefs(tx, rows.map(postSnapshotOf));
  },
  share_ref: async (tx, _, keys) => {
    const rows = await tx
      .select()
      .from(shares)
      .where(isOneOf(keys, shares.postId, shares.actorId));
    // Items without a share would stand in the way of those that come.
    await tx.execute(sql`
      delete from ${feedItems} where kind = 'SHARE' and id = any(${uuids(rows.map(({ id }) => id))})
        and not exists (select from ${posts.shareRefs} where ${posts.shareRefs.shareId} = ${feedItems.id})`);
    for (const row of rows) await followShare(tx, toEvent(row));
  },
  engagement: async (tx, _, keys) => {
    const none = { reactors: 0, commenters: 0, sharers: 0, version: 0 };
    const rows = await tx.select().from(engagements).where(isOneOf(keys, engagements.postId));
    const known = new Map(rows.map((row) => [row.postId, row]));
    for (const [postId = ''] of keys) await upsertEngagement(tx, { ...none, ...known.get(postId), postId });
  },
  discoverability: async (tx, _, keys) => {
    const rows = await tx.select().from(users).where(isOneOf(keys, users.id));
    await upsertDiscoverability(tx, rows.map(discoverabilityOf));
  },
};

function isOneOf(keys: readonly Key[], ...columns: readonly AnyColumn[]): SQL {
  if (keys.length === 0) return sql`false`;
  const rows = keys.map((key) => sql`(${list(key.map((value) => sql`${value}::uuid`))})`);
  return sql`(${list(columns.map((column) => sql`${column}`))}) in (${list(rows)})`;
}

const list = (items: readonly SQL[]): SQL => sql.join([...items], sql`, `);
