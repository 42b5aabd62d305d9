import { requireViewer } from '@nexus/contracts/agreement';
import type { Viewer } from '@nexus/contracts/viewer';
import type { Db } from '@nexus/kit/database';
import { notFound } from '@nexus/kit/errors';
import { newId } from '@nexus/kit/new-id';
import { transact } from '@nexus/kit/transact';
import type { Context } from '../context.ts';
import { count } from '../count/count.store.ts';
import { countOf } from '../count/count.ts';
import { noteWriter } from '../count/writer.service.ts';
import { lockVisiblePost, type ShownPost } from '../post/post.store.ts';
import { hearOfPost } from '../post/unknown-post.service.ts';
import type { BookmarkRow } from '../tables/bookmarks.ts';
import { deleteBookmark, findBookmarksOfUser, type Place, upsertBookmark } from './bookmark.store.ts';
import { holdOwnCollection } from './collection.store.ts';

type Asked = { postId: string; isBookmarked: boolean; collectionId: Place };

/** `post` is null when the viewer does not see it any more. */
export type Bookmarked = { bookmark: BookmarkRow | null; removed: BookmarkRow | null; post: ShownPost | null };

/** Bookmarks a post that the viewer sees, moves its bookmark to another collection, or takes it back. */
export async function setBookmark(context: Context, { isBookmarked, ...asked }: Asked): Promise<Bookmarked> {
  const viewer = requireViewer(context);
  await hearOfPost(context, asked.postId);
  return await transact(context, async (tx) => {
    const post = (await lockVisiblePost(tx, asked.postId, viewer.id)) ?? null;
    return isBookmarked
      ? { bookmark: await keep(tx, { ...asked, post }, viewer), removed: null, post }
      : { bookmark: null, removed: await takeBack(tx, { ...asked, post }, viewer), post };
  });
}

type Target = { postId: string; collectionId: Place; post: ShownPost | null };

/** A bookmark of what the viewer does not see any more can still be moved. */
async function keep(tx: Db, { postId, collectionId, post }: Target, viewer: Viewer): Promise<BookmarkRow> {
  if (!post && (await findBookmarksOfUser(tx, viewer.id, [postId])).length === 0) {
    throw notFound('The post', 'input.postId');
  }
  if (collectionId != null && !(await holdOwnCollection(tx, viewer.id, collectionId))) {
    throw notFound('The collection', 'input.collectionId');
  }
  const isCounted = await noteWriter(tx, viewer.id);
  const draft = { id: newId(), userId: viewer.id, postId, collectionId, isCounted };
  const { isNew, ...bookmark } = await upsertBookmark(tx, draft);
  if (isNew) await countBookmark(tx, bookmark, 1);
  return bookmark;
}

async function takeBack(tx: Db, { postId, post }: Target, viewer: Viewer): Promise<BookmarkRow | null> {
  const removed = (await deleteBookmark(tx, viewer.id, postId)) ?? null;
  if (!post && !removed) throw notFound('The post', 'input.postId');
  if (removed) await countBookmark(tx, removed, -1);
  return removed;
}

async function countBookmark(tx: Db, { postId, isCounted }: BookmarkRow, value: 1 | -1): Promise<void> {
  if (isCounted) await count(tx, { subjectId: postId, name: 'bookmark', value });
}

/** Whether the viewer has bookmarked a post; null when nobody is signed in. */
export async function viewerBookmarked({ loaders, viewer }: Context, postId: string): Promise<boolean | null> {
  return viewer ? (await loaders.viewerBookmark.load(postId)) !== null : null;
}

/** How many people keep a post; only its author is told. */
export async function bookmarkCountOf({ loaders, viewer }: Context, post: ShownPost): Promise<number | null> {
  return viewer?.id === post.authorId ? countOf(await loaders.counts.load(post.id), 'bookmark') : null;
}
