import { encodeId } from '@nexus/contracts/ids';
import { askEntities, introduce } from '@nexus/contracts/testing/told';
import { expect, test } from 'vitest';
import { block, follow, homeFeed, makeList, publish, share, startPosts } from './stage.ts';

test('posts and shares of whom I blocked, or who blocked me, come to no feed of mine, whoever shares them', async () => {
  await using posts = await startPosts();
  const [me, enemy, hater, friend] = await introduce(posts, 'me', 'enemy', 'hater', 'friend');
  await follow(posts, [me, friend]);
  // A follow of which the end was not heard of yet.
  await follow(posts, [me, hater]);
  const byFriend = await publish(posts, friend, 'by friend');
  await share(posts, [friend, await publish(posts, enemy, 'by enemy')]);
  await share(posts, [friend, await publish(posts, hater, 'by hater')]);
  await share(posts, [hater, byFriend]);
  expect((await homeFeed(posts, me.viewer)).texts).toHaveLength(3);

  await block(posts, [me, enemy]);
  await block(posts, [hater, me]);

  const { edges } = await homeFeed(posts, me.viewer);
  expect(edges.map(({ node, reason }) => [node.text, reason])).toEqual([['by friend', null]]);
  const people = {
    typename: 'User',
    ids: [hater.userId],
    selection: 'postCount posts(kind: POSTS_AND_SHARES) { edges { cursor } }',
  };
  expect(await askEntities(posts, people, me.viewer)).toEqual([{ postCount: 0, posts: { edges: [] } }]);
  expect(await askEntities(posts, people, friend.viewer)).toMatchObject([{ postCount: 1 }]);
});

test('a share that is hidden from me counts for nothing', async () => {
  await using posts = await startPosts();
  const [me, one, two, three] = await introduce(posts, 'me', 'one', 'two', 'three');
  for (const person of [one, two, three]) await follow(posts, [me, person]);
  const id = await publish(posts, one, 'shared');
  for (const person of [one, two, three]) await share(posts, [person, id]);
  const reason = async () => (await homeFeed(posts, me.viewer)).edges[0]?.reason;
  expect(await reason()).toEqual({ actor: { handle: 'three' }, otherActorCount: 2 });

  await block(posts, [three, me]);

  expect(await reason()).toEqual({ actor: { handle: 'two' }, otherActorCount: 1 });
});

test('a quote of whom I blocked says so, a quote of who blocked me that there is none, and others see both', async () => {
  await using posts = await startPosts();
  const [me, enemy, friend] = await introduce(posts, 'me', 'enemy', 'friend');
  const quotedPostId = await publish(posts, enemy, 'by enemy');
  const quote = await publish(posts, friend, { text: 'see this', quotedPostId });
  await block(posts, [me, enemy]);
  const quoted = async (viewer = me.viewer) =>
    (
      await posts.ask(
        'query ($id: ID!) { post(id: $id) { quoted { ... on Post { text } ... on UnavailablePost { id reason } } } }',
        { id: quote },
        viewer,
      )
    ).data.post.quoted;

  expect(await quoted()).toEqual({ id: quotedPostId, reason: 'BLOCKED' });
  expect(await quoted(friend.viewer)).toEqual({ text: 'by enemy' });
  await block(posts, [enemy, me]);
  expect(await quoted()).toEqual({ id: quotedPostId, reason: 'BLOCKED' });
  await block(posts, [enemy, friend]);
  expect(await quoted(friend.viewer)).toEqual({ id: quotedPostId, reason: 'NOT_FOUND' });
});

test('quotes of my post by people hidden from me are in no list and no count of mine', async () => {
  await using posts = await startPosts();
  const [me, enemy, friend] = await introduce(posts, 'me', 'enemy', 'friend');
  const id = await publish(posts, me, 'mine');
  for (const person of [enemy, friend]) await publish(posts, person, { text: `by ${person.handle}`, quotedPostId: id });
  const quotes = { typename: 'Post', ids: [id], selection: 'quoteCount quotes { edges { node { text } } }' };
  await block(posts, [enemy, me]);

  const [byFriend, byEnemy] = ['by friend', 'by enemy'].map((text) => ({ node: { text } }));
  expect(await askEntities(posts, quotes, me.viewer)).toEqual([{ quoteCount: 1, quotes: { edges: [byFriend] } }]);
  expect(await askEntities(posts, quotes, friend.viewer)).toEqual([
    { quoteCount: 2, quotes: { edges: [byFriend, byEnemy] } },
  ]);
});

test('a hashtag counts and lists no posts of people hidden from me, and is absent when it has no others', async () => {
  await using posts = await startPosts();
  const [me, enemy, friend] = await introduce(posts, 'me', 'enemy', 'friend');
  await publish(posts, enemy, '#ours #theirs');
  await publish(posts, friend, '#ours');
  await block(posts, [enemy, me]);
  const TAGS = `{ ours: hashtag(name: "ours") { id postCount posts { edges { node { text } } } } theirs: hashtag(name: "theirs") { id postCount } }`;

  const mine = (await posts.ask(TAGS, {}, me.viewer)).data;
  const friends = (await posts.ask(TAGS, {}, friend.viewer)).data;

  expect(mine).toMatchObject({ ours: { postCount: 1, posts: { edges: [{ node: { text: '#ours' } }] } }, theirs: null });
  expect(friends).toMatchObject({ ours: { postCount: 2 }, theirs: { postCount: 1 } });
  const references = { typename: 'Hashtag', ids: [friends.ours.id, friends.theirs.id], selection: 'postCount' };
  expect(await askEntities(posts, references, me.viewer)).toEqual([{ postCount: 1 }, null]);
});

test('a mention of somebody hidden from me is plain text to me', async () => {
  await using posts = await startPosts();
  const [me, enemy, friend] = await introduce(posts, 'me', 'enemy', 'friend');
  const id = await publish(posts, friend, '@enemy and @me');
  await block(posts, [enemy, me]);
  const facets = { typename: 'Post', ids: [id], selection: 'facets { start mention { id } }' };

  const mention = (start: number, { userId }: { userId: string }) => ({ start, mention: { id: userId } });
  expect(await askEntities(posts, facets, me.viewer)).toEqual([{ facets: [mention(11, me)] }]);
  expect(await askEntities(posts, facets)).toEqual([{ facets: [mention(0, enemy), mention(11, me)] }]);
});

test('the feed of a list leaves out members hidden from me', async () => {
  await using posts = await startPosts();
  const [me, enemy, friend, owner] = await introduce(posts, 'me', 'enemy', 'friend', 'owner');
  const listId = await makeList(posts, [owner, enemy, friend]);
  for (const person of [enemy, friend]) await publish(posts, person, `by ${person.handle}`);
  await block(posts, [me, enemy]);
  const feed = (viewer = me.viewer) =>
    askEntities(
      posts,
      { typename: 'UserList', ids: [encodeId('list', listId)], selection: 'feed { edges { node { text } } }' },
      viewer,
    );

  expect(await feed()).toEqual([{ feed: { edges: [{ node: { text: 'by friend' } }] } }]);
  await block(posts, [owner, me]);
  expect(await feed()).toEqual([null]);
  expect((await feed(friend.viewer))[0].feed.edges).toHaveLength(2);
});
