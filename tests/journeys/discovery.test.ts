import { afterAll, expect, test } from 'vitest';
import { startTestGraph } from '../setup/graph.ts';
import { operationsOf } from '../setup/operations.ts';
import { type Person, signUp } from '../setup/people.ts';

const graph = await startTestGraph();
const run = operationsOf(graph);
afterAll(() => graph[Symbol.asyncDispose]());

const write = async (person: Person, text: string) => (await run('publish-post', { text }, person)).createPost.post.id;
type Edge = { node: { id: string; text?: string; handle?: string } };
const texts = ({ edges }: { edges: Edge[] }) => edges.map(({ node }) => node.text);

test('a hashtag is followed, looked at and in the home feed', async () => {
  const [reader, writer] = [await signUp(graph, 'reader'), await signUp(graph, 'writer')];
  await write(writer, 'Up again #Alps');
  const { setHashtagFollowed } = await run('follow-hashtag', { name: 'alps' }, reader);
  expect(setHashtagFollowed).toEqual({
    hashtag: { id: expect.any(String), name: 'Alps', isFollowed: true },
    viewer: { followedHashtags: [{ name: 'Alps' }] },
    userErrors: [],
  });

  expect(texts((await run('home-feed', {}, reader)).viewer.homeFeed)).toEqual(['Up again #Alps']);
  const { hashtag } = await run('hashtag-page', { name: 'alps', days: 1 }, reader);
  expect(hashtag).toMatchObject({ postCount: 1, isFollowed: true, history: [{ posts: 1, accounts: 1 }] });
  expect(texts(hashtag.posts)).toEqual(['Up again #Alps']);
  await run('follow-hashtag', { name: 'alps', followed: false }, reader);
  expect(texts((await run('home-feed', {}, reader)).viewer.homeFeed)).toEqual([]);
});

test('what people react to is explored first, until one says otherwise', async () => {
  const [reader, writer, other] = [
    await signUp(graph, 'explorer'),
    await signUp(graph, 'author'),
    await signUp(graph, 'other'),
  ];
  const liked = await write(writer, 'much liked');
  await write(other, 'later');
  await run('react', { targetId: liked }, reader);
  const explored = async () =>
    texts((await run('explore', {}, reader)).explore).filter((text) => text === 'much liked' || text === 'later');

  // Told once a second.
  await expect.poll(explored, { timeout: 10_000 }).toEqual(['much liked', 'later']);
  const said = await run('not-interested', { postId: liked, userId: other.id }, reader);
  expect(said.setPostFeedback.post).toEqual({ id: liked, viewerFeedback: 'NOT_INTERESTED' });
  expect(said.setShowFewer.user).toEqual({ id: other.id, viewerShowsFewer: true });
  expect(await explored()).toEqual([]);
});

test('a feed is put together, read and deleted', async () => {
  const [owner, writer] = [await signUp(graph, 'mapmaker'), await signUp(graph, 'cartographer')];
  await write(writer, 'about #maps');
  await write(writer, 'a spoiler about #maps');
  const { feed, userErrors } = (await run('make-feed', {}, owner)).upsertFeed;
  expect(userErrors).toEqual([]);
  expect(feed).toMatchObject({ name: 'Mountains and maps', hashtagNames: ['mountains', 'maps'], order: 'LATEST' });

  const [shown] = (await run('feeds', {}, owner)).viewer.feeds;
  expect([shown.id, texts(shown.items)]).toEqual([feed.id, ['about #maps']]);
  const node = await graph.ask(
    'query ($id: ID!) { node(id: $id) { ... on CustomFeed { name } } }',
    { id: feed.id },
    owner.token,
  );
  expect(node.data.node).toEqual({ name: 'Mountains and maps' });
  expect((await run('delete-feed', { feedId: feed.id }, owner)).deleteFeed.deletedFeedId).toBe(feed.id);
  expect((await run('feeds', {}, owner)).viewer.feeds).toEqual([]);
});

test('people around those whom one follows are suggested, until they are dismissed or do not want it', async () => {
  const [reader, friend, near, shy] = [
    await signUp(graph, 'newcomer'),
    await signUp(graph, 'friend'),
    await signUp(graph, 'near'),
    await signUp(graph, 'shy'),
  ];
  await run('follow', { userId: friend.id }, reader);
  for (const person of [near, shy]) {
    await run('follow', { userId: person.id }, friend);
    await write(person, `by ${person.handle}`);
  }
  await write(friend, 'something #new');
  const suggested = async () => {
    const { suggestedUsers, viewer } = await run('suggestions', {}, reader);
    const handles = suggestedUsers.edges.map(({ node }: Edge) => node.handle).toSorted();
    return { handles, posts: texts(viewer.suggestedPosts).toSorted(), topics: viewer.newTopics };
  };
  const topics = [{ hashtag: { name: 'new' }, postCount: 1 }];
  expect(await suggested()).toEqual({
    handles: [near.handle, shy.handle].toSorted(),
    posts: [`by ${near.handle}`, `by ${shy.handle}`].toSorted(),
    topics,
  });

  const privacy = 'mutation { updatePrivacy(input: { isDiscoverable: false }) { userErrors { code } } }';
  await graph.ask(privacy, {}, shy.token);
  expect(await suggested()).toEqual({ handles: [near.handle], posts: [`by ${near.handle}`], topics });
  await run('dismiss-suggestion', { userId: near.id }, reader);
  expect((await suggested()).handles).toEqual([]);
});
