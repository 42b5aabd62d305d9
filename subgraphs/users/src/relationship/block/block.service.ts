import type { Context } from '../../context.ts';
import { countFollow } from '../../count/follow-count.store.ts';
import { membershipOf } from '../../events.ts';
import { endMembershipsBetween } from '../../list/list-member.store.ts';
import type { UserRow } from '../../tables/users.ts';
import { stopFollowing } from '../follow/follow.service.ts';
import { deleteRequest } from '../follow/follow-request.store.ts';
import { changePair } from '../pair.service.ts';
import { endBlock, upsertBlock } from './block.store.ts';

/**
 * Hides the viewer and a person from each other: no follow, no request and no place on a list of the other is left.
 * Nothing if they are blocked already. Of two people who block each other at once, one does.
 */
export function blockUser(context: Context, userId: string): Promise<UserRow> {
  return changePair(context, { userId, verb: 'block', evenBlocked: true }, async ({ tx, tell, viewer, target }) => {
    const own = { sourceId: viewer.id, targetId: target.id };
    const theirs = { sourceId: target.id, targetId: viewer.id };
    const block = await upsertBlock(tx, own);
    if (!block) return [];
    if (block.wasCounted) await countFollow(tx, block, -1);
    await deleteRequest(tx, own);
    await deleteRequest(tx, theirs);
    for (const membership of await endMembershipsBetween(tx, viewer.id, target.id)) {
      await tell('users.list_member.changed.v1', membershipOf(membership));
    }
    return [block, await stopFollowing(tx, theirs)];
  });
}

/** What who blocked somebody is shown of them: who they are, and not with whom they are. */
export const withoutGraph = <Person extends UserRow>(blocked: Person): Person => ({
  ...blocked,
  hidesFollowGraph: true,
});

/** Ends the viewer's block of a person; nothing of what it ended comes back. */
export async function unblockUser(context: Context, userId: string): Promise<UserRow> {
  const asked = { userId, verb: 'unblock', evenBlocked: true };
  const person = await changePair(context, asked, async ({ tx, viewer, target }) => [
    await endBlock(tx, { sourceId: viewer.id, targetId: target.id }),
  ]);
  // Read anew: as they were found, they were blocked.
  return (await context.loaders.user.load(userId)) ?? person;
}
