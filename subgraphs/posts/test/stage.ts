import { decodeId, encodeId } from '@nexus/contracts/ids';
import { startFilledSubgraph, startTestSubgraph, type TestSubgraph } from '@nexus/contracts/testing';
import { type Person, tellOfEdge } from '@nexus/contracts/testing/told';
import type { Viewer } from '@nexus/contracts/viewer';
import { newId } from '@nexus/kit/new-id';
import { filledTemplate } from '@nexus/kit/testing/database';
import { transact } from '@nexus/kit/transact';
import { insertMedia } from '../src/media/media.store.ts';
import { postsSubgraph } from '../src/subgraph.ts';
import { generateCrowd } from './crowd.ts';

export const startPosts = (): Promise<TestSubgraph> => startTestSubgraph(postsSubgraph);

/** Posts with the crowd, which is generated once in a run. */
export const startCrowdedPosts = async (): Promise<TestSubgraph> =>
  startFilledSubgraph(postsSubgraph, await filledTemplate('posts', generateCrowd));

type Follow = { version?: number; isFollowing?: boolean; showShares?: boolean };

/** Whether somebody follows somebody, as users has told. */
export async function follow(
  posts: TestSubgraph,
  [source, target]: readonly [Person, Person],
  { version = 1, isFollowing = true, showShares = true }: Follow = {},
): Promise<void> {
  await tellOfEdge(posts, [source, target], { version, isFollowing, showShares });
}

/** Ends what was and blocks, as users has told. */
export async function block(posts: TestSubgraph, pair: readonly [Person, Person], version = 9): Promise<void> {
  await tellOfEdge(posts, pair, { version, isFollowing: false, isBlocking: true });
}

/** Mutes somebody whom one follows, as users has told. */
export async function mute(
  posts: TestSubgraph,
  pair: readonly [Person, Person],
  mutedUntil: Date | null = null,
): Promise<void> {
  await tellOfEdge(posts, pair, { version: 8, isMuting: true, mutedUntil: mutedUntil?.toISOString() ?? null });
}

/** All words that somebody mutes, for ever or until a time, as users has told; `version` grows with each change. */
export async function muteWords(
  posts: TestSubgraph,
  { id }: Person,
  { words, expiresAt, version = 1 }: { words: string[]; expiresAt?: Date; version?: number },
): Promise<void> {
  const muted = words.map((word) => ({ word, expiresAt: expiresAt?.toISOString() ?? null }));
  await transact(posts, (_, tell) => tell('users.muted_words.changed.v1', { userId: id, words: muted, version }));
}

type List = { isPrivate?: boolean; isDeleted?: boolean; version?: number; listId?: string };

/** A list with its members, as users has told; returns its UUID. */
export async function makeList(
  posts: TestSubgraph,
  [owner, ...members]: readonly [Person, ...Person[]],
  { listId = newId(), isPrivate = false, isDeleted = false, version = 1 }: List = {},
): Promise<string> {
  await transact(posts, async (_, tell) => {
    await tell('users.list.changed.v1', { listId, ownerId: owner.id, isPrivate, isDeleted, version });
    for (const { id } of members)
      await tell('users.list_member.changed.v1', { listId, userId: id, isMember: true, version: 1 });
  });
  return listId;
}

type Share = { shareId?: string; version?: number; isShared?: boolean; sharedAt?: Date };

/** Whether somebody shares a post, as interactions has told; returns the share's UUID. */
export async function share(
  posts: TestSubgraph,
  [actor, postId]: readonly [Person, string],
  { shareId = newId(), version = 1, isShared = true, sharedAt = new Date() }: Share = {},
): Promise<string> {
  const edge = {
    shareId,
    postId: decodeId('post', postId),
    actorId: actor.id,
    isShared,
    sharedAt: sharedAt.toISOString(),
    version,
  };
  await transact(posts, (_, tell) => tell('interactions.share.changed.v1', edge));
  return shareId;
}

const POST_PAYLOAD =
  'post { id text revision visibility language createdAt editedAt } userErrors { code message path }';

/** Publishes a post, of which `quotedPostId` is no content; returns its public id. */
export async function publish(
  posts: TestSubgraph,
  { viewer }: Person,
  written: string | ({ text: string; quotedPostId?: string } & Record<string, unknown>),
): Promise<string> {
  const payload = await createPost(posts, viewer, typeof written === 'string' ? { text: written } : written);
  return payload.post.id;
}

export async function createPost(
  posts: TestSubgraph,
  viewer: Viewer,
  { quotedPostId, ...content }: Record<string, unknown>,
) {
  const query = `mutation ($input: CreatePostInput!) { createPost(input: $input) { ${POST_PAYLOAD} } }`;
  return (await posts.ask(query, { input: { content, quotedPostId } }, viewer)).data.createPost;
}

export async function editPost(posts: TestSubgraph, viewer: Viewer, input: object) {
  const query = `mutation ($input: EditPostInput!) { editPost(input: $input) { ${POST_PAYLOAD} } }`;
  return (await posts.ask(query, { input }, viewer)).data.editPost;
}

export async function deletePost(posts: TestSubgraph, viewer: Viewer, postId: string) {
  const query = `mutation ($input: PostTargetInput!) { deletePost(input: $input) { deletedPostId userErrors { code path message } } }`;
  return (await posts.ask(query, { input: { postId } }, viewer)).data.deletePost;
}

/** Gives a post a picture, as an import would; returns its public id. */
export async function illustrate({ db }: TestSubgraph, postId: string): Promise<string> {
  const id = newId();
  await insertMedia(db, [{ id, postId: decodeId('post', postId), position: 0, kind: 'IMAGE', altText: 'a photo' }]);
  return encodeId('media', id);
}

const FEED = `edges { cursor node { text } reason { ... on SharedBy { actor { handle } otherActorCount } } } pageInfo { hasNextPage endCursor }`;

export type Told = {
  texts: string[];
  edges: { node: { text: string }; reason: unknown }[];
  endCursor: string;
  hasNextPage: boolean;
};

/** A page of the home feed, as texts and as edges. */
export async function homeFeed(posts: TestSubgraph, viewer: Viewer, args: object = {}): Promise<Told> {
  const { data, errors } = await posts.ask(
    `query ($filter: PostFilter, $includeOwn: Boolean, $includeShares: Boolean, $first: Int, $after: String) { viewer {
      homeFeed(filter: $filter, includeOwn: $includeOwn, includeShares: $includeShares, first: $first, after: $after) { ${FEED} }
    } }`,
    args,
    viewer,
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return toTold(data.viewer.homeFeed);
}

type Page = { edges: Told['edges']; pageInfo: { endCursor: string; hasNextPage: boolean } };

const toTold = ({ edges, pageInfo }: Page): Told => ({ texts: edges.map(({ node }) => node.text), edges, ...pageInfo });
