import { encodeId } from '@nexus/contracts/ids';
import { askEntities, introduce } from '@nexus/contracts/testing/told';
import { newId } from '@nexus/kit/new-id';
import { expect, test } from 'vitest';
import { createPost, deletePost, follow, makeList, publish, share, startPosts } from './stage.ts';

const FEED = 'feed { edges { node { text } reason { ... on SharedBy { actor { handle } otherActorCount } } } }';
type Edges = { edges: { node: { text: string } }[] };
const textsOf = ({ edges }: Edges) => edges.map(({ node }) => node.text);

test('the feed of a list holds what its members published and shared, each post once, the newest first', async () => {
  await using posts = await startPosts();
  const [owner, ada, bob, eve] = await introduce(posts, 'owner', 'ada', 'bob', 'eve');
  const lists = [
    await makeList(posts, [owner, ada, bob]),
    await makeList(posts, [owner, eve]),
    await makeList(posts, [owner]),
  ];
  const byAda = await publish(posts, ada, 'by ada');
  await publish(posts, bob, 'by bob');
  await publish(posts, eve, 'by eve');
  await publish(posts, ada, { text: 'for followers', visibility: 'FOLLOWERS' });
  await share(posts, [bob, byAda]);
  await follow(posts, [eve, ada]);
  const references = { typename: 'UserList', ids: lists.map((id) => encodeId('list', id)), selection: FEED };

  const feeds = await askEntities(posts, references);

  expect(feeds.map(({ feed }: { feed: Edges }) => textsOf(feed))).toEqual([['by ada', 'by bob'], ['by eve'], []]);
  expect(feeds[0].feed.edges[0].reason).toEqual({ actor: { handle: 'bob' }, otherActorCount: 0 });
  const [ofFollower] = await askEntities(posts, references, eve.viewer);
  expect(textsOf(ofFollower.feed)).toEqual(['by ada', 'for followers', 'by bob']);
});

test('a private list is its owner’s alone, and a deleted one is nobody’s', async () => {
  await using posts = await startPosts();
  const [owner, ada] = await introduce(posts, 'owner', 'ada');
  const open = await makeList(posts, [owner, ada]);
  const closed = await makeList(posts, [owner, ada], { isPrivate: true });
  const deleted = await makeList(posts, [owner, ada], { isDeleted: true });
  const ids = [open, closed, deleted].map((id) => encodeId('list', id));
  const seenBy = async (viewer = owner.viewer) =>
    (await askEntities(posts, { typename: 'UserList', ids, selection: 'id feed { edges { cursor } }' }, viewer)).map(
      Boolean,
    );

  expect(await seenBy()).toEqual([true, true, false]);
  expect(await seenBy(ada.viewer)).toEqual([true, false, false]);
});

test('a post is for a list of its author, and for a list only where it says so', async () => {
  await using posts = await startPosts();
  const [ada, eve] = await introduce(posts, 'ada', 'eve');
  const own = encodeId('list', await makeList(posts, [ada]));
  const foreign = encodeId('list', await makeList(posts, [eve]));
  const deleted = encodeId('list', await makeList(posts, [ada], { isDeleted: true }));
  const path = ['input', 'content', 'listId'];
  const refusal = async (content: object) => {
    const { userErrors } = await createPost(posts, ada.viewer, { text: 'for some', ...content });
    return userErrors.map(({ code, path }: { code: string; path: string[] }) => [code, path]);
  };

  for (const listId of [foreign, deleted, encodeId('list', newId())])
    expect(await refusal({ visibility: 'LIST', listId })).toEqual([['NOT_FOUND', path]]);
  expect(await refusal({ visibility: 'LIST' })).toEqual([['INVALID', path]]);
  expect(await refusal({ visibility: 'PUBLIC', listId: own })).toEqual([['INVALID', path]]);
  expect(await refusal({ visibility: 'LIST', listId: ada.userId })).toEqual([['INVALID', path]]);
  expect(await refusal({ visibility: 'LIST', listId: own })).toEqual([]);
});

test('posts for lists are counted for the members of each', async () => {
  await using posts = await startPosts();
  const [ada, bob, cem] = await introduce(posts, 'ada', 'bob', 'cem');
  const both = encodeId('list', await makeList(posts, [ada, bob, cem]));
  const one = encodeId('list', await makeList(posts, [ada, bob]));
  for (const listId of [both, one, one]) await publish(posts, ada, { text: 'for some', visibility: 'LIST', listId });
  const gone = await publish(posts, ada, { text: 'gone', visibility: 'LIST', listId: both });
  await deletePost(posts, ada.viewer, gone);
  const countFor = async (viewer = ada.viewer) =>
    (await askEntities(posts, { typename: 'User', ids: [ada.userId], selection: 'postCount' }, viewer))[0].postCount;

  expect([await countFor(), await countFor(bob.viewer), await countFor(cem.viewer)]).toEqual([3, 3, 1]);
});
