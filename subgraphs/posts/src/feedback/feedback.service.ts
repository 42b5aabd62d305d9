import { requireViewer } from '@nexus/contracts/agreement';
import { invalid, notFound } from '@nexus/kit/errors';
import { transact } from '@nexus/kit/transact';
import type { Context } from '../context.ts';
import { findPostsByIds } from '../post/post.store.ts';
import type { PostFeedback } from '../resolvers.generated.ts';
import type { PostRow } from '../tables/posts.ts';
import { findRelationships } from '../visibility/relationship.store.ts';
import { deleteDislike, deleteReduction, insertDislike, insertReduction } from './feedback.store.ts';

type OnPost = { postId: string; feedback: PostFeedback | null };
type OnPerson = { authorId: string; showFewer: boolean };

/** Keeps what the viewer thinks of a post that they see; null forgets it. */
export async function setPostFeedback(context: Context, { postId, feedback }: OnPost): Promise<PostRow> {
  const { id: userId } = requireViewer(context);
  return await transact(context, async (tx) => {
    const [post] = await findPostsByIds(tx, [postId], userId);
    if (!post) throw notFound('The post', 'input.postId');
    if (feedback === null) await deleteDislike(tx, { userId, postId });
    else await insertDislike(tx, { userId, postId });
    return post;
  });
}

/** Keeps of whom the viewer wants fewer posts: somebody else whom they see. */
export async function setShowFewer(context: Context, { authorId, showFewer }: OnPerson): Promise<void> {
  const { id: userId } = requireViewer(context);
  if (authorId === userId) throw invalid('input.userId', 'You cannot ask for fewer posts of your own.');
  await transact(context, async (tx) => {
    const [person] = await findRelationships(tx, [authorId], userId);
    if (!person?.canView) throw notFound('The person', 'input.userId');
    if (showFewer) await insertReduction(tx, { userId, authorId });
    else await deleteReduction(tx, { userId, authorId });
  });
}
