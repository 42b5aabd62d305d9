import type { Viewer } from '@nexus/contracts/viewer';
import type { Db } from '@nexus/kit/database';
import { forbidden, invalid, notFound } from '@nexus/kit/errors';
import type { Context } from '../context.ts';
import type { PostRow } from '../tables/posts.ts';
import { findRelationships } from '../visibility/relationship.store.ts';
import { isAmong, type Relationship } from '../visibility/relationship.ts';
import { findPostToQuote } from './quote.store.ts';
import { reasonOfLookup, reasonOfQuoted, type Unavailable } from './unavailable.ts';

const MAX_LOOKUP = 100;

type Quoter = Pick<Viewer, 'id'>;

/** The post that a published one quotes, or why it is not shown. */
export async function findQuoted({ loaders }: Context, id: string): Promise<PostRow | Unavailable> {
  const post = await loaders.post.load(id);
  return post ?? { id, reason: reasonOfQuoted(await loaders.unseen.load(id)) };
}

/** A post that the viewer names, or why it is not shown: whoever names an id must not learn whether it is there. */
export async function lookUpPost({ loaders }: Context, id: string): Promise<PostRow | Unavailable> {
  const post = await loaders.post.load(id);
  return post ?? { id, reason: reasonOfLookup(await loaders.unseen.load(id)) };
}

/** Posts in the order of their ids, or why they are not shown; BAD_USER_INPUT for too many. */
export async function lookUpPosts(context: Context, ids: readonly string[]): Promise<(PostRow | Unavailable)[]> {
  if (ids.length > MAX_LOOKUP) throw invalid('ids', `Ask for at most ${MAX_LOOKUP} posts at a time.`);
  return await Promise.all(ids.map((id) => lookUpPost(context, id)));
}

/** Whether the viewer, who sees a post, may quote it. */
export async function canQuote({ loaders, viewer }: Context, post: PostRow): Promise<boolean> {
  return viewer !== undefined && mayQuote(viewer, post, await loaders.relationship.load(post.authorId));
}

/** Refuses to quote what the viewer does not see, or may not quote; holds the post that is quoted. */
export async function requireQuotable(
  tx: Db,
  id: string,
  { viewer, path }: { viewer: Quoter; path: string },
): Promise<void> {
  const post = await findPostToQuote(tx, id, viewer.id);
  if (!post) throw notFound('The quoted post', path);
  const [relationship] = await findRelationships(tx, [post.authorId], viewer.id);
  if (!mayQuote(viewer, post, relationship ?? null)) throw forbidden('This post may not be quoted.');
}

/** Only what anybody may see is quoted, for a quote is shown to others; so one's own is, whose account it is too. */
function mayQuote(viewer: Quoter, post: PostRow, relationship: Relationship | null): boolean {
  if (post.visibility !== 'PUBLIC') return false;
  if (post.authorId === viewer.id) return true;
  return relationship !== null && !relationship.isPrivate && isAmong(post.quotePolicy, relationship);
}
