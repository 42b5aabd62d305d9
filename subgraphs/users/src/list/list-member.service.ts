import { conflict, notFound } from '@nexus/kit/errors';
import { readPage } from '@nexus/kit/pagination';
import { transact } from '@nexus/kit/transact';
import type { Context } from '../context.ts';
import { membershipOf } from '../events.ts';
import { findTarget, lockPair } from '../relationship/pair.store.ts';
import { requireLiveSession } from '../session/live-session.ts';
import { toUserList, type UserList } from '../user/user-list.ts';
import { personBehind } from '../viewer/viewer.service.ts';
import { lockOwnList, type SeenList } from './list.store.ts';
import { countPlaces, endMembership, upsertMember } from './list-member.store.ts';

const MAX_MEMBERS = 500;

type Place = { listId: string; userId: string };

/** A page of the people on a list whom the viewer sees, the latest first. */
export async function listMembersOf(
  context: Context,
  listId: string,
  asked: { first?: number | null; after?: string | null },
): Promise<UserList> {
  const page = readPage(asked);
  const rows = await context.loaders.listMembers(page).load(listId);
  return { ...toUserList(rows, page), countAll: () => countMembersOf(context, listId) };
}

/** How many people whom the viewer sees are on a list. */
export async function countMembersOf({ loaders }: Context, listId: string): Promise<number> {
  return (await loaders.memberCount.load(listId))?.value ?? 0;
}

/** Puts a person on one of the viewer's lists or takes them off it, and tells the neighbours; nothing if it is so. */
export async function setListMembership(
  context: Context,
  { isMember, ...place }: Place & { isMember: boolean },
): Promise<SeenList> {
  const viewer = await requireLiveSession(context);
  const list = await transact(context, async (tx, tell) => {
    await lockPair(tx, viewer.id, place.userId);
    const target = await findTarget(tx, viewer.id, place.userId);
    const own = await lockOwnList(tx, viewer.id, place.listId);
    if (!own) throw notFound('The list', 'input.listId');
    // Whoever is out of sight can still be taken off.
    if (isMember && (!target || target.isBlocked)) throw notFound('The person', 'input.userId');
    const changed = isMember ? await upsertMember(tx, place) : await endMembership(tx, place);
    if (!changed) return own;
    if (isMember && (await countPlaces(tx, own.id)) > MAX_MEMBERS) {
      throw conflict(`A list has at most ${MAX_MEMBERS} people.`, 'input.userId');
    }
    await tell('users.list_member.changed.v1', membershipOf(changed));
    return own;
  });
  return { ...list, owner: await personBehind(context, viewer.id) };
}
