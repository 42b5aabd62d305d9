import { invalid, notFound } from '@nexus/kit/errors';
import { encodePosition, readPage, toConnection } from '@nexus/kit/pagination';
import { transact } from '@nexus/kit/transact';
import type { Context } from '../context.ts';
import { edgeOf } from '../events.ts';
import { requireLiveSession } from '../session/live-session.ts';
import type { UserRow } from '../tables.ts';
import type { UserList } from '../user/user-list.ts';
import { countFollow, endFollow, type FollowList, type Mutual, upsertFollow } from './follow.store.ts';

type OnePage = { list: FollowList; first?: number | null; after?: string | null };

/** A page of whom a person follows or is followed by, the latest first. */
export async function listFollows(context: Context, userId: string, { list, ...asked }: OnePage): Promise<UserList> {
  const page = readPage(asked);
  const rows = await context.loaders.follows({ list, page }).load(userId);
  const connection = toConnection(rows, page, (row) => ({
    cursor: encodePosition({ at: row.since, id: row.id }),
    node: row,
    since: row.since,
  }));
  return { ...connection, countAll: () => countFollows(context, userId, list) };
}

/** How many people a person follows or is followed by. */
export async function countFollows({ loaders }: Context, userId: string, list: FollowList): Promise<number> {
  const counts = await loaders.followCounts.load(userId);
  return counts.find(({ name }) => name === list)?.value ?? 0;
}

/** How a person and the viewer stand to each other; null for nobody and for oneself. */
export async function relationshipWith({ viewer, loaders }: Context, userId: string): Promise<Mutual | null> {
  return viewer && viewer.id !== userId ? await loaders.relationship.load(userId) : null;
}

/** Makes the viewer follow a person, counts it on both sides and tells the neighbours; nothing if they do already. */
export async function followUser(
  context: Context,
  userId: string,
  { showShares }: { showShares: boolean },
): Promise<UserRow> {
  const { viewer, target } = await readEdge(context, userId);
  await transact(context, async (tx, tell) => {
    const edge = await upsertFollow(tx, { sourceId: viewer.id, targetId: target.id, showShares });
    if (!edge) return;
    if (!edge.wasFollowing) await countFollow(tx, edge, 1);
    await tell('users.relationship.changed.v1', edgeOf(edge));
  });
  return target;
}

/** Makes the viewer stop following a person, counts it and tells the neighbours; nothing if they do not follow. */
export async function unfollowUser(context: Context, userId: string): Promise<UserRow> {
  const { viewer, target } = await readEdge(context, userId);
  await transact(context, async (tx, tell) => {
    const edge = await endFollow(tx, viewer.id, target.id);
    if (!edge) return;
    await countFollow(tx, edge, -1);
    await tell('users.relationship.changed.v1', edgeOf(edge));
  });
  return target;
}

async function readEdge(context: Context, userId: string) {
  const viewer = await requireLiveSession(context);
  if (userId === viewer.id) throw invalid('input.userId', 'You cannot follow yourself.');
  const target = await context.loaders.user.load(userId);
  if (!target) throw notFound('The person', 'input.userId');
  return { viewer, target };
}
