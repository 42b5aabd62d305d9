import { requireViewer } from '@nexus/contracts/agreement';
import type { Audience } from '@nexus/contracts/events';
import type { Viewer } from '@nexus/contracts/viewer';
import { changeCounts } from '@nexus/kit/counters';
import type { Db } from '@nexus/kit/database';
import { conflict, forbidden, notFound } from '@nexus/kit/errors';
import { transact } from '@nexus/kit/transact';
import type { Context } from '../context.ts';
import { countsOf } from '../count/post-count.service.ts';
import { deleteEngagement } from '../engagement/engagement.store.ts';
import { deletePostItem } from '../feed/feed-item.store.ts';
import { requestItemRemoval } from '../feed/item-removal.store.ts';
import { deleteDislikesOf } from '../feedback/feedback.store.ts';
import { deleteHashtagItems, insertHashtagItems } from '../hashtag/hashtag.store.ts';
import { counting, type PostRow } from '../tables.ts';
import { annotateText } from '../text/annotate.service.ts';
import { findPostForUpdate, insertRevisionOf, updatePost } from './post.store.ts';
import { readPostText } from './post-content.ts';
import { snapshotOf } from './post-snapshot.ts';

type Edit = { postId: string; expectedRevision: number; text: string };
type Policies = { commentPolicy?: Audience | null | undefined; quotePolicy?: Audience | null | undefined };

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
  const { facets, hashtagIds } = await annotateText(tx, { ...post, text });
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

/** Changes who may comment on the viewer's post and who may quote it; what is not given stays. */
export async function setPostPolicies(context: Context, postId: string, policies: Policies): Promise<PostRow> {
  const viewer = requireViewer(context);
  return await transact(context, async (tx, tell) => {
    const post = await findOwnPost(tx, postId, viewer);
    const changed = await updatePost(tx, post.id, {
      commentPolicy: policies.commentPolicy ?? post.commentPolicy,
      quotePolicy: policies.quotePolicy ?? post.quotePolicy,
      version: post.version + 1,
    });
    await tell('posts.post.edited.v1', snapshotOf(changed));
    return changed;
  });
}

/** Takes the viewer's post out of every list and count; its text stays for those who keep order. */
export async function deletePost(context: Context, postId: string): Promise<PostRow> {
  const viewer = requireViewer(context);
  return await transact(context, async (tx, tell) => {
    const post = await findOwnPost(tx, postId, viewer);
    const deleted = await updatePost(tx, post.id, { deletedAt: new Date(), version: post.version + 1 });
    await deletePostItem(tx, post.id);
    await requestItemRemoval(tx, post.id);
    await deleteHashtagItems(tx, post.id);
    await deleteEngagement(tx, post.id);
    await deleteDislikesOf(tx, [post.id]);
    await changeCounts(tx, counting, countsOf(post, -1));
    await tell('posts.post.deleted.v1', snapshotOf(deleted));
    return deleted;
  });
}

async function findOwnPost(tx: Db, postId: string, viewer: Viewer): Promise<PostRow> {
  const post = await findPostForUpdate(tx, postId, viewer.id);
  if (!post) throw notFound('The post', 'input.postId');
  if (!isAuthor(post, viewer)) throw forbidden('Only its author may change a post.');
  return post;
}

/** Whether somebody may change and delete a post that they see. */
export function isAuthor({ authorId }: PostRow, viewer: Viewer | undefined): boolean {
  return authorId === viewer?.id;
}
