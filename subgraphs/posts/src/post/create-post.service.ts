import { requireViewer } from '@nexus/contracts/agreement';
import type { Audience, Visibility } from '@nexus/contracts/events';
import type { Viewer } from '@nexus/contracts/viewer';
import type { Db } from '@nexus/kit/database';
import { invalid, notFound } from '@nexus/kit/errors';
import { once, readClaim } from '@nexus/kit/idempotency';
import { newId } from '@nexus/kit/new-id';
import { transact } from '@nexus/kit/transact';
import type { Context } from '../context.ts';
import { hasList } from '../list/list.store.ts';
import { requireQuotable } from '../quote/quote.service.ts';
import { idempotency, type PostRow } from '../tables.ts';
import { annotateText } from '../text/annotate.service.ts';
import { findPostsByIds } from './post.store.ts';
import { readLanguage, readPostText } from './post-content.ts';
import { snapshotOf } from './post-snapshot.ts';
import { publishPosts } from './publish.service.ts';

export type Draft = {
  text: string;
  language: string | null;
  visibility: Visibility;
  listId: string | null;
  commentPolicy: Audience;
  quotePolicy: Audience;
  quotedPostId: string | null;
};

/** Publishes a post of the viewer; once, however often it is asked with one key. */
export async function createPost(context: Context, asked: Draft, key?: string | null): Promise<PostRow> {
  const viewer = requireViewer(context);
  const draft = {
    ...asked,
    text: readPostText(asked.text, 'input.content.text'),
    language: readLanguage(asked.language, 'input.content.language'),
  };
  const operation = 'createPost';
  const claim = readClaim(context, { table: idempotency, operation, actorId: viewer.id, key, body: asked });
  return await transact(context, (tx, tell) =>
    once(tx, claim, {
      work: async () => {
        const post = await publish(tx, draft, viewer);
        await tell('posts.post.published.v1', snapshotOf(post));
        return post;
      },
      idsOf: ({ id }) => ({ postId: id }),
      recall: ({ postId }) => findPublished(tx, postId, viewer),
    }),
  );
}

async function publish(tx: Db, draft: Draft, viewer: Viewer): Promise<PostRow> {
  await requireList(tx, draft, viewer);
  if (draft.quotedPostId !== null) await requireQuotable(tx, draft.quotedPostId, viewer);
  const annotations = await annotateText(tx, { ...draft, authorId: viewer.id });
  const [post] = await publishPosts(tx, [
    { ...draft, ...annotations, id: newId(), authorId: viewer.id, hasMedia: false, createdAt: new Date() },
  ]);
  if (!post) throw new Error('a new id was given twice');
  return post;
}

/** A post that was published before, as it is now. */
async function findPublished(tx: Db, postId: string, viewer: Viewer): Promise<PostRow> {
  const [post] = await findPostsByIds(tx, [postId], viewer.id);
  if (!post) throw notFound('The post');
  return post;
}

async function requireList(tx: Db, { visibility, listId }: Draft, viewer: Viewer): Promise<void> {
  const path = 'input.content.listId';
  if ((visibility === 'LIST') !== (listId !== null)) throw invalid(path, 'A list is given for LIST, and only then.');
  if (listId !== null && !(await hasList(tx, viewer.id, listId))) throw notFound('The list', path);
}
