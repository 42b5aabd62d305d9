import { invalid, notFound } from '@nexus/kit/errors';
import { newId } from '@nexus/kit/new-id';
import { transact } from '@nexus/kit/transact';
import type { Context } from '../context.ts';
import { listOf } from '../events.ts';
import { tellOfDeletedList } from '../hot/hot.service.ts';
import { lockUser } from '../profile/handle.store.ts';
import { requireLiveSession } from '../session/live-session.ts';
import type { ListRow } from '../tables/graph.ts';
import { personBehind } from '../viewer/viewer.service.ts';
import {
  countLists,
  findListsOf,
  insertList,
  type ListText,
  lockOwnList,
  markListDeleted,
  type SeenList,
  updateList,
} from './list.store.ts';
import { emptyNow } from './list-emptying.service.ts';
import { readListText } from './list-text.ts';

const MAX_LISTS = 50;

type ListInput = { listId: string | undefined; name: string; description?: string | null; isPrivate: boolean };

/** All lists of the viewer, the newest first. */
export function listsOfViewer({ db }: Context, viewerId: string): Promise<SeenList[]> {
  return findListsOf(db, viewerId);
}

/** Makes a list of the viewer's, or gives one of theirs another name, description and privacy. */
export async function upsertList(context: Context, { listId, ...input }: ListInput): Promise<SeenList> {
  const viewer = await requireLiveSession(context);
  const text = readListText(input);
  const list = await (listId === undefined
    ? createList(context, viewer.id, text)
    : changeList(context, { listId, ownerId: viewer.id, text }));
  return { ...list, owner: await personBehind(context, viewer.id) };
}

function createList(context: Context, ownerId: string, text: ListText): Promise<ListRow> {
  return transact(context, async (tx, tell) => {
    // So that two at once are counted one after the other.
    await lockUser(tx, ownerId);
    if ((await countLists(tx, ownerId)) >= MAX_LISTS) throw invalid('input', `Keep at most ${MAX_LISTS} lists.`);
    const list = await insertList(tx, { id: newId(), ownerId, ...text });
    await tell('users.list.changed.v1', listOf(list));
    return list;
  });
}

type Change = { listId: string; ownerId: string; text: ListText };

function changeList(context: Context, { listId, ownerId, text }: Change): Promise<ListRow> {
  return transact(context, async (tx, tell) => {
    const before = await lockOwnList(tx, ownerId, listId);
    const after = before && (await updateList(tx, listId, text));
    if (!after) throw notFound('The list', 'input.listId');
    await tell('users.list.changed.v1', listOf(after));
    return after;
  });
}

/** Deletes one of the viewer's lists: it is gone at once, also for the people on it, who leave it soon after. */
export async function deleteList(context: Context, listId: string): Promise<void> {
  const viewer = await requireLiveSession(context);
  await transact(context, async (tx, tell) => {
    const list = await lockOwnList(tx, viewer.id, listId);
    const deleted = list && (await markListDeleted(tx, listId));
    if (!deleted) throw notFound('The list', 'input.listId');
    await tell('users.list.changed.v1', listOf(deleted));
  });
  await tellOfDeletedList(context, listId);
  await emptyNow(context, listId);
}
