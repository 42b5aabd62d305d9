import type { Events } from '@nexus/contracts/events';
import type { Db } from '@nexus/kit/database';
import { invalid, notFound } from '@nexus/kit/errors';
import type { Tell } from '@nexus/kit/events/bus';
import { newId } from '@nexus/kit/new-id';
import { hasList } from '../list/list.store.ts';
import { insertPolls } from '../poll/poll.store.ts';
import { requireQuotable } from '../quote/quote.service.ts';
import type { PostRow } from '../tables/posts.ts';
import { annotate } from '../text/annotate.service.ts';
import type { AskedPost } from './asked-post.ts';
import { snapshotOf } from './post-snapshot.ts';
import { publishPosts } from './publish.service.ts';

/** What an author asks for, as `readContent` left it, and where in the input it and the post it quotes stand. */
export type Submission = { content: AskedPost; path: string; quotedPath?: string };

/**
 * Publishes what an author asks for, as a thread where it is more than one post, and tells of it. Refuses what may not be
 * published at this moment.
 */
export async function publishAsked(
  tx: Db,
  tell: Tell<Events>,
  { authorId, submissions }: { authorId: string; submissions: readonly Submission[] },
): Promise<PostRow[]> {
  for (const submission of submissions) await requirePublishable(tx, submission, authorId);
  const contents = submissions.map(({ content }) => ({ ...content, id: newId(), authorId }));
  const annotations = await annotate(tx, contents);
  const createdAt = new Date();
  const published = await publishPosts(
    tx,
    contents.map(({ poll, ...content }, index) => ({
      ...content,
      ...(annotations[index] ?? { facets: [], hashtagIds: [] }),
      ...placeInThread(contents, index),
      hasMedia: false,
      hasPoll: poll !== null,
      createdAt,
    })),
  );
  if (published.length < contents.length) throw new Error('a new id was given twice');
  await insertPolls(tx, contents, createdAt);
  for (const post of published) await tell('posts.post.published.v1', snapshotOf(post));
  return published;
}

function placeInThread(contents: readonly { id: string }[], index: number) {
  const [root, ...others] = contents;
  return root && others.length > 0 ? { threadRootId: root.id, threadIndex: index } : {};
}

/** Refuses what its author may not publish as things are; holds what it depends on until the transaction ends. */
export async function requirePublishable(tx: Db, submission: Submission, authorId: string): Promise<void> {
  const { content, path, quotedPath = 'input.quotedPostId' } = submission;
  const { visibility, listId, quotedPostId } = content;
  const listPath = `${path}.listId`;
  if ((visibility === 'LIST') !== (listId !== null))
    throw invalid(listPath, 'A list is given for LIST, and only then.');
  if (listId !== null && !(await hasList(tx, authorId, listId))) throw notFound('The list', listPath);
  if (quotedPostId !== null) await requireQuotable(tx, quotedPostId, { viewer: { id: authorId }, path: quotedPath });
}
