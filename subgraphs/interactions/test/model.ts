import { encodeId, type IdKind } from '@nexus/contracts/ids';
import type { Db } from '@nexus/kit/database';
import { type CommentRow, comments, type ReactionRow, reactions, type ShareRow, shares } from '../src/tables/facts.ts';
import { listMembers, type PostRefRow, postRefs, relEdges, userRefs } from '../src/tables/projections.ts';

export type Rows = Awaited<ReturnType<typeof readRows>>;

/** All there is, as it is stored: what anybody sees follows from it. */
export async function readRows(db: Db) {
  return {
    comments: await db.select().from(comments).orderBy(comments.createdAt, comments.id),
    reactions: (await db.select().from(reactions).orderBy(reactions.createdAt, reactions.id)).reverse(),
    shares: (await db.select().from(shares).orderBy(shares.sharedAt, shares.id)).reverse(),
    posts: await db.select().from(postRefs),
    edges: await db.select().from(relEdges),
    members: await db.select().from(listMembers),
    people: await db.select().from(userRefs),
  };
}

/** Who sees what, said in the plainest way. */
export function sightOf(rows: Rows, viewerId: string | undefined) {
  const stands = (source: string | undefined, target: string, how: 'isFollowing' | 'isBlocking') =>
    rows.edges.some((edge) => edge.sourceId === source && edge.targetId === target && edge[how]);
  const seesPerson = (id: string) => {
    if (id === viewerId) return true;
    const isInUse = rows.people.some((person) => person.id === id && person.state === 'ACTIVE');
    return isInUse && !stands(viewerId, id, 'isBlocking') && !stands(id, viewerId ?? '', 'isBlocking');
  };
  const isFor = ({ authorId, visibility, listId }: PostRefRow) => {
    const isPrivate = rows.people.some((person) => person.id === authorId && person.isPrivate);
    const isMember = rows.members.some((one) => one.listId === listId && one.userId === viewerId && one.isMember);
    if (visibility === 'LIST') return isMember;
    if (visibility === 'ONLY_ME') return false;
    return (visibility === 'PUBLIC' && !isPrivate) || stands(viewerId, authorId, 'isFollowing');
  };
  const seesPost = (id: string) => {
    const post = rows.posts.find((one) => one.id === id);
    if (post?.state !== 'LIVE') return false;
    return post.authorId === viewerId || (seesPerson(post.authorId) && isFor(post));
  };
  const repliesTo = (id: string) => rows.comments.filter((one) => one.parentId === id);
  const isShown = (one: CommentRow): boolean =>
    one.authorId === null ? repliesTo(one.id).some(isShown) : seesPerson(one.authorId);
  const isBelowShown = ({ parentId }: CommentRow): boolean => {
    const parent = rows.comments.find((one) => one.id === parentId);
    return !parent || ((parent.authorId === null || isShown(parent)) && isBelowShown(parent));
  };
  const seesComment = (one: CommentRow) => seesPost(one.postId) && isShown(one) && isBelowShown(one);
  const seesTarget = ({ targetId, postId }: ReactionRow) =>
    targetId === postId ||
    rows.comments.some((one) => one.id === targetId && one.state !== 'DELETED' && seesComment(one));
  return {
    posts: rows.posts.filter(({ id }) => seesPost(id)),
    comments: rows.comments.filter(seesComment),
    reactions: rows.reactions.filter((one) => seesPost(one.postId) && seesPerson(one.userId) && seesTarget(one)),
    shares: rows.shares.filter((one) => one.isShared && seesPost(one.postId) && seesPerson(one.actorId)),
  };
}

type Sight = ReturnType<typeof sightOf>;

/** What the API answers to `EVERYTHING` about each post, by the model. */
export function expectedOfPost({ comments, reactions, shares, posts }: Sight, id: string) {
  if (!posts.some((post) => post.id === id)) return null;
  const under = comments.filter((one) => one.postId === id);
  const top = under.filter(({ parentId }) => parentId === null);
  const shared = shares.filter(({ postId }) => postId === id);
  return {
    ...reactionsTo(reactions, id),
    commentCount: under.filter(isLive).length,
    shareCount: shared.length,
    comments: listOf('comment', top),
    shares: listOf('share', shared),
  };
}

/** The same about each comment. */
export function expectedOfComment({ comments, reactions }: Sight, id: string) {
  const comment = comments.find((one) => one.id === id);
  if (!comment) return null;
  const replies = comments.filter(({ parentId }) => parentId === id);
  return {
    ...reactionsTo(reactions, id),
    parent: comment.parentId === null ? null : { id: encodeId('comment', comment.parentId) },
    replyCount: replies.filter(isLive).length,
    replies: listOf('comment', replies),
  };
}

const isLive = ({ state }: CommentRow) => state !== 'DELETED';

function reactionsTo(reactions: ReactionRow[], id: string) {
  const to = reactions.filter(({ targetId }) => targetId === id);
  const likes = to.filter(({ kind }) => kind === 'LIKE');
  return { reactionCount: to.length, reactions: listOf('reaction', to), likes: { totalCount: likes.length } };
}

export const idsOf = (kind: IdKind, rows: readonly { id: string }[]) => rows.map(({ id }) => encodeId(kind, id));

function listOf(kind: IdKind, rows: readonly (CommentRow | ReactionRow | ShareRow)[]) {
  return { totalCount: rows.length, edges: idsOf(kind, rows).map((id) => ({ node: { id } })) };
}
