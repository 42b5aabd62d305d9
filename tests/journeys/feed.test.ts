import { afterAll, expect, test } from 'vitest';
import { startTestGraph } from '../setup/graph.ts';
import { type Person, signUp } from '../setup/people.ts';

const graph = await startTestGraph();
afterAll(() => graph[Symbol.asyncDispose]());

const FEED = `query ($includeOwn: Boolean, $includeShares: Boolean) {
  viewer { homeFeed(first: 20, includeOwn: $includeOwn, includeShares: $includeShares) { edges {
    node { id text author { handle } reactionCount commentCount shareCount viewerReaction viewerHasShared }
    reason { ... on SharedBy { actor { handle } otherActorCount } } } } } }`;

const feedOf = async ({ token }: Person, variables = {}) =>
  (await graph.ask(FEED, variables, token)).data.viewer.homeFeed.edges;

async function publish({ token }: Person, text: string, visibility = 'PUBLIC'): Promise<string> {
  const query = `mutation ($content: PostContentInput!) {
    createPost(input: { content: $content }) { post { id } userErrors { message } } }`;
  return (await graph.ask(query, { content: { text, visibility } }, token)).data.createPost.post.id;
}

async function act(mutation: string, variables: object, { token }: Person): Promise<void> {
  const answer = await graph.ask(mutation, variables, token);
  expect(answer.errors).toBeUndefined();
  expect(Object.values(answer.data)).toEqual([expect.objectContaining({ userErrors: [] })]);
}

const follow = (user: Person, by: Person) =>
  act('mutation ($id: ID!) { followUser(input: { userId: $id }) { userErrors { message } } }', { id: user.id }, by);
const unfollow = (user: Person, by: Person) =>
  act('mutation ($id: ID!) { unfollowUser(input: { userId: $id }) { userErrors { message } } }', { id: user.id }, by);
const share = (post: string, by: Person) =>
  act('mutation ($id: ID!) { sharePost(input: { postId: $id }) { userErrors { message } } }', { id: post }, by);

test('what I follow, post, like, comment on and share is in my very next request', async () => {
  const [ann, ben] = await Promise.all([signUp(graph, 'ann'), signUp(graph, 'ben')]);
  const greeting = await publish(ann, 'Good morning');

  expect(await feedOf(ben)).toEqual([]);
  await follow(ann, ben);
  expect((await feedOf(ben)).map(({ node }: { node: { text: string } }) => node.text)).toEqual(['Good morning']);

  await act(
    'mutation ($id: ID!) { setReaction(input: { targetId: $id, kind: LOVE }) { userErrors { message } } }',
    { id: greeting },
    ben,
  );
  await act(
    'mutation ($id: ID!) { addComment(input: { postId: $id, text: "You too" }) { userErrors { message } } }',
    { id: greeting },
    ben,
  );
  await share(greeting, ben);
  await publish(ben, 'Hello @ann');

  const [own, shared] = await feedOf(ben);
  expect(own).toMatchObject({ node: { text: 'Hello @ann', author: { handle: 'ben' } }, reason: null });
  expect(shared).toEqual({
    node: {
      id: greeting,
      text: 'Good morning',
      author: { handle: 'ann' },
      reactionCount: 1,
      commentCount: 1,
      shareCount: 1,
      viewerReaction: 'LOVE',
      viewerHasShared: true,
    },
    reason: { actor: { handle: 'ben' }, otherActorCount: 0 },
  });

  await unfollow(ann, ben);
  const afterwards = await feedOf(ben, { includeOwn: false });
  expect(afterwards).toEqual([]);
});

test('a post that several people shared comes once, at its newest share', async () => {
  const [writer, one, two, reader] = await Promise.all(
    ['writer', 'one', 'two', 'reader'].map((name) => signUp(graph, name)),
  );
  if (!writer || !one || !two || !reader) throw new Error('four people signed up');
  const post = await publish(writer, 'Read me');
  await follow(one, reader);
  await follow(two, reader);
  await share(post, one);
  await share(post, two);

  expect(await feedOf(reader)).toMatchObject([
    { node: { id: post, author: { handle: 'writer' } }, reason: { actor: { handle: 'two' }, otherActorCount: 1 } },
  ]);
  expect(await feedOf(reader, { includeShares: false })).toEqual([]);
});

test('a post for followers is seen by them alone, and so are its counts', async () => {
  const [author, follower, stranger] = await Promise.all(
    ['host', 'guest', 'passer'].map((name) => signUp(graph, name)),
  );
  if (!author || !follower || !stranger) throw new Error('three people signed up');
  await follow(author, follower);
  const hidden = await publish(author, 'For friends', 'FOLLOWERS');
  const diary = await publish(author, 'For me', 'ONLY_ME');
  await act(
    'mutation ($id: ID!) { setReaction(input: { targetId: $id, kind: LIKE }) { userErrors { message } } }',
    { id: hidden },
    follower,
  );

  const look = async (id: string, person?: Person) =>
    (await graph.ask('query ($id: ID!) { post(id: $id) { text reactionCount } }', { id }, person?.token)).data.post;

  expect(await look(hidden, follower)).toEqual({ text: 'For friends', reactionCount: 1 });
  expect(await look(hidden, stranger)).toBeNull();
  expect(await look(hidden)).toBeNull();
  expect(await look(diary, follower)).toBeNull();
  expect(await look(diary, author)).toEqual({ text: 'For me', reactionCount: 0 });

  const like =
    'mutation ($id: ID!) { setReaction(input: { targetId: $id, kind: LIKE }) { userErrors { code message } } }';
  const absent = 'post_00000000000000000000000000';
  const refused = await graph.ask(like, { id: hidden }, stranger.token);
  expect(refused.data).toEqual((await graph.ask(like, { id: absent }, stranger.token)).data);
  expect(refused.data.setReaction.userErrors[0].code).toBe('NOT_FOUND');
});

test('a deleted post is gone everywhere at once', async () => {
  const [author, reader] = await Promise.all([signUp(graph, 'leaver'), signUp(graph, 'watcher')]);
  await follow(author, reader);
  const post = await publish(author, 'Soon gone #shortlived');
  const comment = (
    await graph.ask(
      'mutation ($id: ID!) { addComment(input: { postId: $id, text: "Oh" }) { commentEdge { node { id } } } }',
      { id: post },
      reader.token,
    )
  ).data.addComment.commentEdge.node.id;

  await act(
    'mutation ($id: ID!) { deletePost(input: { postId: $id }) { userErrors { message } } }',
    { id: post },
    author,
  );

  const query = `query ($post: ID!, $comment: ID!) { post(id: $post) { id } comment(id: $comment) { id } node(id: $post) { id ... on Post { text } }
    hashtag(name: "shortlived") { postCount posts { edges { cursor } } } viewer { homeFeed { edges { cursor } } } }`;
  const { data } = await graph.ask(query, { post, comment }, reader.token);
  expect(data).toMatchObject({ post: null, comment: null, node: null, viewer: { homeFeed: { edges: [] } } });
  expect(data.hashtag?.posts.edges ?? []).toEqual([]);
});
