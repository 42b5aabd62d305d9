import { requireViewer } from '@nexus/contracts/agreement';
import type { Db } from '@nexus/kit/database';
import { conflict, notFound } from '@nexus/kit/errors';
import { once, readClaim } from '@nexus/kit/idempotency';
import { newId } from '@nexus/kit/new-id';
import { readText } from '@nexus/kit/text';
import { transact } from '@nexus/kit/transact';
import { takeTurn } from '@nexus/kit/turn';
import type { Context } from '../context.ts';
import type { BookmarkCollectionRow } from '../tables/bookmarks.ts';
import { idempotency } from '../tables/once.ts';
import {
  deleteCollection,
  findCollectionNamed,
  findCollectionsOf,
  findOwnCollections,
  insertCollection,
  renameCollection,
} from './collection.store.ts';

const MAX_COLLECTIONS = 100;
const MAX_NAME_LENGTH = 50;
const PATH = 'input.collectionId';

type Asked = { collectionId: string | undefined; name: string };

/** Makes a collection of the viewer's, once for a key, or gives one of theirs another name. */
export async function upsertBookmarkCollection(
  context: Context,
  asked: Asked,
  key?: string | null,
): Promise<BookmarkCollectionRow> {
  const viewer = requireViewer(context);
  const operation = 'upsertBookmarkCollection';
  const claim = readClaim(context, { table: idempotency, operation, actorId: viewer.id, key, body: asked });
  const name = readName(asked.name);
  return await transact(context, (tx) =>
    once(tx, claim, {
      work: () => keepCollection(tx, { ...asked, name, userId: viewer.id }),
      idsOf: ({ id }) => ({ collectionId: id }),
      recall: async ({ collectionId }) => {
        const [collection] = await findOwnCollections(tx, [collectionId], viewer.id);
        if (!collection) throw notFound('The collection', PATH);
        return collection;
      },
    }),
  );
}

/** Names are told apart in any case, so those of one person change one at a time. */
async function keepCollection(tx: Db, asked: Asked & { userId: string }): Promise<BookmarkCollectionRow> {
  const { collectionId, userId, name } = asked;
  await takeTurn(tx, `collections of ${userId}`);
  const own = await findCollectionsOf(tx, userId);
  if (collectionId !== undefined && !own.some(({ id }) => id === collectionId)) throw notFound('The collection', PATH);
  const namesake = await findCollectionNamed(tx, userId, name);
  if (namesake && namesake.id !== collectionId) throw conflict('You have a collection of that name.', 'input.name');
  if (collectionId === undefined) {
    if (own.length >= MAX_COLLECTIONS) throw conflict(`Keep at most ${MAX_COLLECTIONS} collections.`, 'input');
    return await insertCollection(tx, { id: newId(), userId, name });
  }
  const renamed = await renameCollection(tx, { id: collectionId, userId }, name);
  if (!renamed) throw notFound('The collection', PATH);
  return renamed;
}

/** Deletes one of the viewer's collections; what was in it stays bookmarked. */
export async function deleteBookmarkCollection(context: Context, collectionId: string): Promise<void> {
  const viewer = requireViewer(context);
  await transact(context, async (tx) => {
    const deleted = await deleteCollection(tx, { id: collectionId, userId: viewer.id });
    if (!deleted) throw notFound('The collection', PATH);
  });
}

const readName = (raw: string): string =>
  readText(raw.replaceAll(/\s+/gu, ' '), { path: 'input.name', what: 'A name', max: MAX_NAME_LENGTH });
