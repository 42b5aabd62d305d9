import { requireViewer } from '@nexus/contracts/agreement';
import type { PostSnapshot, Visibility } from '@nexus/contracts/events';
import type { Viewer } from '@nexus/contracts/viewer';
import { changeCounts } from '@nexus/kit/counters';
import type { Db } from '@nexus/kit/database';
import { conflict, forbidden, notFound } from '@nexus/kit/errors';
import { newId } from '@nexus/kit/new-id';
import { transact } from '@nexus/kit/transact';
import type { Context } from '../context.ts';
import { countsOf } from '../count/post-count.service.ts';
import { requestErasure } from '../feed/erasure.store.ts';
import { deletePostItem } from '../feed/feed-item.store.ts';
import { deleteHashtagItems, insertHashtagItems } from '../hashtag/hashtag.store.ts';
import { counting, type PostRow } from '../tables.ts';
import { annotateText } from '../text/annotate.service.ts';
import { findPostForUpdate, insertRevisionOf, updatePost } from './post.store.ts';
import { readLanguage, readPostText } from './post-content.ts';
import { publishPosts } from './publish.service.ts';

type Draft = { text: string; language?: string | null | undefined; visibility: Visibility };
type Edit = { postId: string; expectedRevision: number; text: string };

/** Publishes a post of the viewer. */
export async function createPost(context: Context, draft: Draft): Promise<PostRow> {
  const viewer = requireViewer(context);
  const text = readPostText(draft.text, 'input.content.text');
  const language = readLanguage(draft.language, 'input.content.language');
  return await transact(context, async (tx, tell) => {
    const [post] = await publishPosts(tx, [
      {
        id: newId(),
        authorId: viewer.id,
        text,
        ...(await annotateText(tx, text)),
        language,
        visibility: draft.visibility,
        hasMedia: false,
        createdAt: new Date(),
      },
    ]);
    if (!post) throw new Error('a new id was given twice');
    await tell('posts.post.published.v1', snapshotOf(post));
    return post;
  });
}

/** Changes the text of the viewer's post; CONFLICT when it is not the expected revision any more. */
export async function editPost(context: Context, { postId, expectedRevision, text: raw }: Edit): Promise<PostRow> {
  const viewer = requireViewer(context);
  return await transact(context, async (tx, tell) => {
    const post = await findOwnPost(tx, postId, viewer);
    if (post.revision !== expectedRevision) {
      throw conflict(`This post was edited meanwhile: it is at revision ${post.revision}.`, 'input.expectedRevision');
    }
    const text = readPostText(raw, 'input.text', { mayBeEmpty: post.hasMedia });
    if (text === post.text) return post;

    await insertRevisionOf(tx, post);
    const edited = await rewrite(tx, post, text);
    await tell('posts.post.edited.v1', snapshotOf(edited));
    return edited;
  });
}

async function rewrite(tx: Db, post: PostRow, text: string): Promise<PostRow> {
  const { facets, hashtagIds } = await annotateText(tx, text);
  const edited = await updatePost(tx, post.id, {
    text,
    facets,
    hashtagIds: [...new Set([...hashtagIds, ...hashtagsBesidesText(post)])],
    editedAt: new Date(),
    revision: post.revision + 1,
    version: post.version + 1,
  });
  await deleteHashtagItems(tx, post.id);
  await insertHashtagItems(tx, [edited]);
  await changeCounts(tx, counting, [...countsOf(post, -1), ...countsOf(edited, 1)]);
  return edited;
}

function hashtagsBesidesText({ hashtagIds, facets }: PostRow): string[] {
  return hashtagIds.filter((id) => !facets.some(({ hashtagId }) => hashtagId === id));
}

/** Takes the viewer's post out of every list and count; its text stays for those who keep order. */
export async function deletePost(context: Context, postId: string): Promise<PostRow> {
  const viewer = requireViewer(context);
  return await transact(context, async (tx, tell) => {
    const post = await findOwnPost(tx, postId, viewer);
    const deleted = await updatePost(tx, post.id, { deletedAt: new Date(), version: post.version + 1 });
    await deletePostItem(tx, post.id);
    await requestErasure(tx, post.id);
    await deleteHashtagItems(tx, post.id);
    await changeCounts(tx, counting, countsOf(post, -1));
    await tell('posts.post.deleted.v1', snapshotOf(deleted));
    return deleted;
  });
}

async function findOwnPost(tx: Db, postId: string, viewer: Viewer): Promise<PostRow> {
  const post = await findPostForUpdate(tx, postId, viewer.id);
  if (!post) throw notFound('The post', 'input.postId');
  if (!permissionsOn(post, viewer).canEdit) throw forbidden('Only its author may change a post.');
  return post;
}

/** What somebody may do with a post they see: its author everything, others nothing. */
export function permissionsOn({ authorId }: PostRow, viewer: Viewer | undefined) {
  const isAuthor = authorId === viewer?.id;
  return { canEdit: isAuthor, canDelete: isAuthor };
}

function snapshotOf({ id, deletedAt, createdAt, ...post }: PostRow): PostSnapshot {
  const { authorId, visibility, listId, commentPolicy, version } = post;
  const state = deletedAt ? 'DELETED' : 'LIVE';
  return {
    postId: id,
    authorId,
    visibility,
    listId,
    commentPolicy,
    state,
    createdAt: createdAt.toISOString(),
    version,
  };
}
