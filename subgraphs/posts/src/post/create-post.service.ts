import { requireViewer } from '@nexus/contracts/agreement';
import type { Audience, Visibility } from '@nexus/contracts/events';
import type { Viewer } from '@nexus/contracts/viewer';
import type { Db } from '@nexus/kit/database';
import { invalid, notFound } from '@nexus/kit/errors';
import { newId } from '@nexus/kit/new-id';
import { transact } from '@nexus/kit/transact';
import type { Context } from '../context.ts';
import { hasList } from '../list/list.store.ts';
import { requireQuotable } from '../quote/quote.service.ts';
import type { PostRow } from '../tables.ts';
import { annotateText } from '../text/annotate.service.ts';
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

/** Publishes a post of the viewer. */
export async function createPost(context: Context, draft: Draft): Promise<PostRow> {
  const viewer = requireViewer(context);
  const text = readPostText(draft.text, 'input.content.text');
  const language = readLanguage(draft.language, 'input.content.language');
  return await transact(context, async (tx, tell) => {
    await requireList(tx, draft, viewer);
    if (draft.quotedPostId !== null) await requireQuotable(tx, draft.quotedPostId, viewer);
    const [post] = await publishPosts(tx, [
      {
        ...draft,
        id: newId(),
        authorId: viewer.id,
        text,
        ...(await annotateText(tx, text)),
        language,
        hasMedia: false,
        createdAt: new Date(),
      },
    ]);
    if (!post) throw new Error('a new id was given twice');
    await tell('posts.post.published.v1', snapshotOf(post));
    return post;
  });
}

async function requireList(tx: Db, { visibility, listId }: Draft, viewer: Viewer): Promise<void> {
  const path = 'input.content.listId';
  if ((visibility === 'LIST') !== (listId !== null)) throw invalid(path, 'A list is given for LIST, and only then.');
  if (listId !== null && !(await hasList(tx, viewer.id, listId))) throw notFound('The list', path);
}
