import type { PostSnapshot } from '@nexus/contracts/events';
import { decodeId, encodeId, type IdKind } from '@nexus/contracts/ids';
import { startFilledSubgraph, startTestSubgraph, type TestSubgraph } from '@nexus/contracts/testing';
import { type Person, tellOfEdge } from '@nexus/contracts/testing/told';
import type { Viewer } from '@nexus/contracts/viewer';
import { newId } from '@nexus/kit/new-id';
import { filledTemplate } from '@nexus/kit/testing/database';
import { transact } from '@nexus/kit/transact';
import { interactionsSubgraph } from '../src/subgraph.ts';
import { fillWithACrowd } from './crowd.ts';

export type PostOptions = Partial<Pick<PostSnapshot, 'visibility' | 'state' | 'listId' | 'commentPolicy'>>;

export const startInteractions = (): Promise<TestSubgraph> => startTestSubgraph(interactionsSubgraph);

/** Interactions with the crowd, which is generated once in a run. */
export const startCrowdedInteractions = async (): Promise<TestSubgraph> =>
  startFilledSubgraph(interactionsSubgraph, await filledTemplate('interactions', fillWithACrowd));

/** A post that posts has told about; returns its public id. */
export async function publish(subgraph: TestSubgraph, author: Person, options: PostOptions = {}): Promise<string> {
  const postId = encodeId('post', newId());
  await tellOfPost(subgraph, { postId, author, ...options, version: 1 });
  return postId;
}

export async function tellOfPost(
  subgraph: TestSubgraph,
  { postId, author, version, ...options }: PostOptions & { postId: string; author: Person; version: number },
): Promise<void> {
  const { visibility = 'PUBLIC', state = 'LIVE', listId = null, commentPolicy = 'EVERYONE' } = options;
  const event = `posts.post.${state === 'DELETED' ? 'deleted' : version === 1 ? 'published' : 'edited'}.v1` as const;
  const createdAt = new Date().toISOString();
  await transact(subgraph, (_, tell) =>
    tell(event, {
      postId: uuidOf('post', postId),
      authorId: author.id,
      visibility,
      listId,
      commentPolicy,
      state,
      createdAt,
      version,
    }),
  );
}

/** Whether somebody follows somebody, as users has told. */
export async function tellOfFollow(
  subgraph: TestSubgraph,
  {
    source,
    target,
    version = 1,
    isFollowing = true,
  }: { source: Person; target: Person; version?: number; isFollowing?: boolean },
): Promise<void> {
  await tellOfEdge(subgraph, [source, target], { version, isFollowing });
}

/** Adds a comment and returns its public id. */
export async function comment(
  subgraph: TestSubgraph,
  author: Person,
  input: { postId: string; parentId?: string; text?: string },
): Promise<string> {
  const { data } = await subgraph.ask(
    `mutation ($input: AddCommentInput!) { addComment(input: $input) {
      commentEdge { node { id } } userErrors { message }
    } }`,
    { input: { text: 'hello', ...input } },
    author.viewer,
  );
  return data.addComment.commentEdge.node.id;
}

/** Deletes a comment; returns the mutation's payload. */
export async function deleteComment(subgraph: TestSubgraph, viewer: Viewer, commentId: string) {
  const { data } = await subgraph.ask(
    `mutation ($commentId: ID!) { deleteComment(input: { commentId: $commentId }) {
      deletedCommentId deletedPlaceholderIds
      comment { id state text hashtags replyCount reactionCount canEdit canDelete author { id } }
      post { commentCount } userErrors { code message path }
    } }`,
    { commentId },
    viewer,
  );
  return data.deleteComment;
}

/** Sets a reaction (null takes it back); returns the mutation's payload. */
export async function react(
  subgraph: TestSubgraph,
  { viewer }: Person,
  input: { targetId: string; kind: string | null },
) {
  const { data } = await subgraph.ask(
    `mutation ($input: SetReactionInput!) { setReaction(input: $input) {
      reaction { id kind user { handle } } removedReactionId userErrors { code message path }
      target {
        ... on Post { reactionCount reactionSummary { kind count } viewerReaction }
        ... on Comment { onComment: reactionCount tally: reactionSummary { kind count } viewerReaction }
      }
    } }`,
    { input },
    viewer,
  );
  return data.setReaction;
}

/** Shares a post and returns the share's public id. */
export async function share(subgraph: TestSubgraph, { viewer }: Person, postId: string): Promise<string> {
  const query = 'mutation ($postId: ID!) { sharePost(input: { postId: $postId }) { share { id } } }';
  const { data } = await subgraph.ask(query, { postId }, viewer);
  return data.sharePost.share.id;
}

export const uuidOf = (kind: IdKind, id: string): string => decodeId(kind, id);
