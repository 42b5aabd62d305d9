import type { Db } from '@nexus/kit/database';
import type { Context } from '../../context.ts';
import { countFollow } from '../../count/follow-count.store.ts';
import type { RelationshipRow } from '../../tables/graph.ts';
import type { UserRow } from '../../tables/users.ts';
import type { ChangedEdge, Ends } from '../edge.store.ts';
import { changePair } from '../pair.service.ts';
import { endFollow, type FollowWishes, isFollowing, upsertFollow } from './follow.store.ts';
import { deleteRequest, upsertRequest } from './follow-request.store.ts';

/** Makes the viewer follow a person, or ask to when their account is private; nothing if they do already, like this. */
export function followUser(context: Context, userId: string, wishes: FollowWishes): Promise<UserRow> {
  return changePair(context, { userId, verb: 'follow' }, async ({ tx, viewer, target }) => {
    const ends = { sourceId: viewer.id, targetId: target.id };
    if (target.isPrivate && !(await isFollowing(tx, ends))) {
      await upsertRequest(tx, { ...ends, ...wishes });
      return [];
    }
    return [await follow(tx, { ...ends, ...wishes })];
  });
}

/** Makes the viewer stop following a person, or asking to; nothing if they do neither. */
export function unfollowUser(context: Context, userId: string): Promise<UserRow> {
  return changePair(context, { userId, verb: 'unfollow', evenBlocked: true }, async ({ tx, viewer, target }) => {
    const ends = { sourceId: viewer.id, targetId: target.id };
    await deleteRequest(tx, ends);
    return [await stopFollowing(tx, ends)];
  });
}

/** Makes a person stop following the viewer; nothing if they do not. */
export function removeFollower(context: Context, userId: string): Promise<UserRow> {
  return changePair(context, { userId, verb: 'remove', evenBlocked: true }, async ({ tx, viewer, target }) => [
    await stopFollowing(tx, { sourceId: target.id, targetId: viewer.id }),
  ]);
}

/** Makes one person follow another, and counts it; the edge if that changed it. */
export async function follow(tx: Db, wanted: Ends & FollowWishes): Promise<RelationshipRow | undefined> {
  // A request from the time when the account was private is answered by this.
  await deleteRequest(tx, wanted);
  const edge = await upsertFollow(tx, wanted);
  if (edge && !edge.wasCounted) await countFollow(tx, edge, 1);
  return edge;
}

/** Ends a follow and counts it; the edge if there was one. */
export async function stopFollowing(tx: Db, ends: Ends): Promise<ChangedEdge | undefined> {
  const edge = await endFollow(tx, ends);
  if (edge?.wasCounted) await countFollow(tx, edge, -1);
  return edge;
}
