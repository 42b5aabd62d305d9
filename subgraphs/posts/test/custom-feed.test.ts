import { encodeId } from '@nexus/contracts/ids';
import type { TestSubgraph } from '@nexus/contracts/testing';
import { askEntities, introduce, type Person, tellOfPerson } from '@nexus/contracts/testing/told';
import { expect, test } from 'vitest';
import { act, engage, PAGE, toShown } from './discovery.ts';
import { block, follow, makeList, mute, muteWords, publish, startPosts } from './stage.ts';

const FEED = 'id name isPublic hashtagNames authorIds listIds excludedWords order owner { handle }';

const upsert = (posts: TestSubgraph, { viewer }: Person, input: object) =>
  act(posts, viewer, ['upsertFeed', input, `feed { ${FEED} }`]);

type Asked = Partial<Person> & { first?: number; after?: string };

async function itemsOf(posts: TestSubgraph, id: string, { viewer, ...args }: Asked = {}) {
  const { data, errors } = await posts.ask(
    `query ($id: ID!, $first: Int, $after: String) { feed(id: $id) { items(first: $first, after: $after) { ${PAGE} } } }`,
    { ...args, id },
    viewer,
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data.feed && toShown(data.feed.items);
}

test('a feed holds posts with its hashtags and by its people and lists, without its words, each once', async () => {
  await using posts = await startPosts();
  const [ada, bob, cem, eve] = await introduce(posts, 'ada', 'bob', 'cem', 'eve');
  const list = encodeId('list', await makeList(posts, [ada, cem], { isPrivate: true }));
  await publish(posts, eve, 'eve about #cats');
  await publish(posts, eve, 'eve about dogs');
  await publish(posts, bob, 'bob about #Cats and #birds');
  await publish(posts, cem, 'cem about nothing');
  await publish(posts, cem, 'cem about a SPOILER');
  await publish(posts, eve, 'eve about #cats and #Spoiler');
  const input = {
    name: '  My   feed ',
    hashtags: ['#Cats', 'birds'],
    authorIds: [bob.userId],
    listIds: [list],
    excludeWords: ['spoiler'],
  };
  const { feed } = await upsert(posts, ada, input);

  expect(feed).toEqual({
    id: expect.stringMatching(/^feed_/),
    name: 'My feed',
    isPublic: false,
    hashtagNames: ['cats', 'birds'],
    authorIds: [bob.userId],
    listIds: [list],
    excludedWords: ['spoiler'],
    order: 'LATEST',
    owner: { handle: 'ada' },
  });
  const all = ['cem about nothing', 'bob about #Cats and #birds', 'eve about #cats'];
  const first = await itemsOf(posts, feed.id, { ...ada, first: 2 });
  expect(first).toMatchObject({ texts: all.slice(0, 2), hasNextPage: true });
  expect(await itemsOf(posts, feed.id, { ...ada, first: 2, after: first.endCursor })).toMatchObject({
    texts: all.slice(2),
    hasNextPage: false,
  });
  expect(await itemsOf(posts, feed.id, bob)).toBeNull();
});

test('others see a public feed as they may see what is in it', async () => {
  await using posts = await startPosts();
  const [ada, bob, cem, eve] = await introduce(posts, 'ada', 'bob', 'cem', 'eve');
  const list = encodeId('list', await makeList(posts, [ada, cem], { isPrivate: true }));
  await publish(posts, cem, 'by cem, on a private list');
  await publish(posts, bob, { text: 'by bob for followers', visibility: 'FOLLOWERS' });
  await publish(posts, bob, 'by bob');
  await follow(posts, [eve, bob]);
  const input = { name: 'shown', isPublic: true, authorIds: [bob.userId], listIds: [list] };
  const { feed } = await upsert(posts, ada, input);

  expect((await itemsOf(posts, feed.id, ada)).texts).toEqual(['by bob', 'by cem, on a private list']);
  expect((await itemsOf(posts, feed.id, eve)).texts).toEqual(['by bob', 'by bob for followers']);
  expect((await itemsOf(posts, feed.id)).texts).toEqual(['by bob']);
  const [seen] = await askEntities(
    posts,
    { typename: 'CustomFeed', ids: [feed.id], selection: 'listIds authorIds' },
    eve.viewer,
  );
  expect(seen).toEqual({ listIds: [], authorIds: [bob.userId] });
  await mute(posts, [eve, bob]);
  expect((await itemsOf(posts, feed.id, eve)).texts).toEqual([]);
  await muteWords(posts, ada, { words: ['private list'] });
  expect((await itemsOf(posts, feed.id, ada)).texts).toEqual(['by bob']);
  await block(posts, [ada, cem]);
  expect(await itemsOf(posts, feed.id, cem)).toBeNull();
  await tellOfPerson(posts, ada, { state: 'DEACTIVATED', version: 2 });
  expect(await itemsOf(posts, feed.id, eve)).toBeNull();
});

test('a ranked feed begins with what most people engage with', async () => {
  await using posts = await startPosts();
  const [ada, bob] = await introduce(posts, 'ada', 'bob');
  const popular = await publish(posts, bob, 'popular #cats');
  await publish(posts, bob, 'newer #cats');
  await publish(posts, bob, 'newest');
  await engage(posts, popular, { reactors: 3 });
  const { feed } = await upsert(posts, ada, { name: 'cats', hashtags: ['cats'], order: 'RANKED' });

  const first = await itemsOf(posts, feed.id, { ...ada, first: 1 });
  expect(first).toMatchObject({ texts: ['popular #cats'], hasNextPage: true });
  await engage(posts, popular, { reactors: 0, version: 2 });
  expect(await itemsOf(posts, feed.id, { ...ada, first: 1, after: first.endCursor })).toMatchObject({
    texts: ['newer #cats'],
    hasNextPage: false,
  });
});

test('a feed can be changed and deleted, by its owner alone', async () => {
  await using posts = await startPosts();
  const [ada, bob] = await introduce(posts, 'ada', 'bob');
  const { feed } = await upsert(posts, ada, { name: 'cats', hashtags: ['cats'], isPublic: true });
  const refused = [{ code: 'NOT_FOUND', path: ['input', 'feedId'] }];

  expect((await upsert(posts, bob, { feedId: feed.id, name: 'mine', hashtags: ['dogs'] })).userErrors).toEqual(refused);
  expect((await act(posts, bob.viewer, ['deleteFeed', { feedId: feed.id }, 'deletedFeedId'])).userErrors).toEqual(
    refused,
  );
  const changed = await upsert(posts, ada, { feedId: feed.id, name: 'dogs', hashtags: ['dogs'] });
  expect(changed.feed).toMatchObject({ id: feed.id, name: 'dogs', hashtagNames: ['dogs'], isPublic: false });
  const own = async () => (await posts.ask('{ viewer { feeds { name } } }', {}, ada.viewer)).data.viewer.feeds;
  expect(await own()).toEqual([{ name: 'dogs' }]);
  expect(await act(posts, ada.viewer, ['deleteFeed', { feedId: feed.id }, 'deletedFeedId'])).toEqual({
    deletedFeedId: feed.id,
    userErrors: [],
  });
  expect(await own()).toEqual([]);
});

test('what a feed cannot be made of is refused by name', async () => {
  await using posts = await startPosts();
  const [ada, bob] = await introduce(posts, 'ada', 'bob');
  const hidden = encodeId('list', await makeList(posts, [bob, ada], { isPrivate: true }));
  await block(posts, [bob, ada]);
  const refusal = async (input: object) => (await upsert(posts, ada, { name: 'feed', ...input })).userErrors;

  expect(await refusal({})).toEqual([{ code: 'INVALID', path: ['input'] }]);
  expect(await refusal({ name: ' ', hashtags: ['cats'] })).toEqual([{ code: 'INVALID', path: ['input', 'name'] }]);
  expect(await refusal({ hashtags: ['cats', 'no tag'] })).toEqual([
    { code: 'INVALID', path: ['input', 'hashtags', '1'] },
  ]);
  expect(await refusal({ hashtags: Array(31).fill('cats') })).toEqual([
    { code: 'INVALID', path: ['input', 'hashtags'] },
  ]);
  expect(await refusal({ authorIds: [bob.userId] })).toEqual([
    { code: 'NOT_FOUND', path: ['input', 'authorIds', '0'] },
  ]);
  expect(await refusal({ listIds: [hidden] })).toEqual([{ code: 'NOT_FOUND', path: ['input', 'listIds', '0'] }]);
});
