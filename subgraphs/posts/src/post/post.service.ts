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
import { deletePins } from '../pin/pin.store.ts';
import { counting } from '../tables/counts.ts';
import type { PostRow } from '../tables/posts.ts';
import { annotateText } from '../text/annotate.service.ts';
import { findPostForUpdate, insertRevisionOf, updatePost } from './post.store.ts';
import { readPostText } from './post-content.ts';
import { snapshotOf } from './post-snapshot.ts';
import { readContentWarning } from './read-content.ts';

type Maybe<Value> = Value | null | undefined;
type Edit = { postId: string; expectedRevision: number } & Words;
/** What an edit says; what is not given of the warning stays. */
type Words = { text: string; contentWarning?: Maybe<string>; isSensitive?: Maybe<boolean> };
type Policies = { commentPolicy?: Maybe<Audience>; quotePolicy?: Maybe<Audience> };

/** Changes the words of the viewer's post; CONFLICT when it is not the expected revision any more. */
export async function editPost(context: Context, { postId, expectedRevision, ...asked }: Edit): Promise<PostRow> {
  const viewer = requireViewer(context);
  return await transact(context, async (tx, tell) => {
    const post = await findOwnPost(tx, postId, viewer);
    if (post.revision !== expectedRevision) {
      throw conflict(`This post was edited meanwhile: it is at revision ${post.revision}.`, 'input.expectedRevision');
    }
    const words = readWords(asked, post);
    if (isSaid(words, post)) return post;

    await insertRevisionOf(tx, post);
    const edited = await rewrite(tx, post, words);
    await tell('posts.post.edited.v1', snapshotOf(edited));
    return edited;
  });
}

function readWords({ text, contentWarning, isSensitive }: Words, post: PostRow) {
  const warning =
    contentWarning == null ? post.contentWarning : readContentWarning(contentWarning, 'input.contentWarning');
  const follows = contentWarning == null ? post.isSensitive : false;
  return {
    text: readPostText(text, 'input.text', { mayBeEmpty: post.hasMedia }),
    contentWarning: warning,
    isSensitive: warning !== null || (isSensitive ?? follows),
  };
}

function isSaid(words: ReturnType<typeof readWords>, post: PostRow): boolean {
  const { text, contentWarning, isSensitive } = words;
  return text === post.text && contentWarning === post.contentWarning && isSensitive === post.isSensitive;
}

async function rewrite(tx: Db, post: PostRow, words: ReturnType<typeof readWords>): Promise<PostRow> {
  const { facets, hashtagIds } = await annotateText(tx, { ...post, ...words });
  const edited = await updatePost(tx, post.id, {
    ...words,
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
    await deletePins(tx, [post.id]);
    await requestItemRemoval(tx, post.id);
    await deleteHashtagItems(tx, post.id);
    await deleteEngagement(tx, post.id);
    await deleteDislikesOf(tx, [post.id]);
    await changeCounts(tx, counting, countsOf(post, -1));
    await tell('posts.post.deleted.v1', snapshotOf(deleted));
    return deleted;
  });
}

/** A post of the viewer, held until the transaction ends; NOT_FOUND and FORBIDDEN for others. */
export async function findOwnPost(tx: Db, postId: string, viewer: Viewer): Promise<PostRow> {
  const post = await findPostForUpdate(tx, postId, viewer.id);
  if (!post) throw notFound('The post', 'input.postId');
  if (!isAuthor(post, viewer)) throw forbidden('Only its author may change a post.');
  return post;
}

/** Whether somebody may change and delete a post that they see. */
export function isAuthor({ authorId }: PostRow, viewer: Viewer | undefined): boolean {
  return authorId === viewer?.id;
}
