import { VISIBILITIES, type Visibility } from '@nexus/contracts/events';
import { encodeId } from '@nexus/contracts/ids';
import type { TestSubgraph } from '@nexus/contracts/testing';
import { askEntities, introduce, type Person, tellOfPerson } from '@nexus/contracts/testing/told';
import { newId } from '@nexus/kit/new-id';
import { expect, test } from 'vitest';
import { block, deletePost, editPost, follow, illustrate, makeList, publish, share, startPosts } from './stage.ts';

type Account = 'open' | 'private' | 'suspended';
type Who = 'author' | 'follower' | 'member' | 'stranger' | 'blocker' | 'blocked' | 'nobody';

const PEOPLE = ['author', 'follower', 'member', 'stranger', 'blocker', 'blocked', 'nobody'] as const;

/** Who sees a post, as the decisions say it. */
function isSeen(visibility: Visibility, account: Account, who: Who): boolean {
  if (who === 'author') return true;
  if (account === 'suspended' || who === 'blocker' || who === 'blocked') return false;
  if (visibility === 'LIST') return who === 'member';
  if (visibility === 'ONLY_ME') return false;
  return who === 'follower' || (visibility === 'PUBLIC' && account === 'open');
}

const WORLDS = VISIBILITIES.flatMap((visibility) =>
  (['open', 'private', 'suspended'] as const).map((account) => ({ visibility, account })),
);

test.each(WORLDS)(
  'a post for $visibility of an account that is $account is seen by whom it is for, wherever it is asked for',
  async ({ visibility, account }) => {
    await using posts = await startPosts();
    const world = await build(posts, visibility, account);

    for (const who of PEOPLE) {
      const seen = isSeen(visibility, account, who);
      const counted = visibility === 'PUBLIC' && account === 'open' && who !== 'blocker' && who !== 'blocked';
      const isBlocker = who === 'blocker';
      // They are on the list.
      const isForBlocker =
        account !== 'suspended' && (visibility === 'LIST' || (visibility === 'PUBLIC' && account === 'open'));
      expect(await look(posts, world, who), who).toEqual({
        post: seen,
        reference: seen,
        medium: seen,
        revisions: seen ? 1 : 0,
        lookup: seen ? 'Post' : isBlocker && isForBlocker ? 'BLOCKED' : 'NOT_FOUND',
        hashtag: seen ? { posts: 1, postCount: counted ? 1 : 0 } : null,
        author: { posts: seen ? 1 : 0, postCount: seen ? 1 : 0 },
        sharer: { posts: seen ? 1 : 0 },
        list: seen ? 1 : 0,
        home: who === 'nobody' ? undefined : seen ? 1 : 0,
        quotes: seen ? 1 : 0,
        quoteCount: counted ? 1 : 0,
        changes: who === 'author' || who === 'nobody' ? undefined : seen ? 'FORBIDDEN' : 'NOT_FOUND',
      });
    }
  },
);

type World = Awaited<ReturnType<typeof build>>;

async function build(posts: TestSubgraph, visibility: Visibility, account: Account) {
  const [sharer, anchor, author, follower, member, stranger, blocker, blocked] = await introduce(
    posts,
    'sharer',
    'anchor',
    'author',
    'follower',
    'member',
    'stranger',
    'blocker',
    'blocked',
  );
  const people: Partial<Record<Who, Person>> = { author, follower, member, stranger, blocker, blocked };
  for (const person of Object.values(people)) await follow(posts, [person, sharer]);
  await follow(posts, [follower, author]);
  const listId = await makeList(posts, [author, member, blocker, blocked]);
  const anchorId = await publish(posts, anchor, 'anchor');
  const forList = visibility === 'LIST' ? { listId: encodeId('list', listId) } : {};
  const id = await publish(posts, author, { text: 'draft', visibility, quotedPostId: anchorId, ...forList });
  await editPost(posts, author.viewer, { postId: id, expectedRevision: 1, text: 'psst #secret' });
  await share(posts, [sharer, id]);
  await block(posts, [blocker, author]);
  await block(posts, [author, blocked]);
  const changed = { private: { isPrivate: true }, suspended: { state: 'SUSPENDED' }, open: {} } as const;
  await tellOfPerson(posts, author, { ...changed[account], version: 2 });
  const circle = encodeId('list', await makeList(posts, [anchor, author, sharer]));
  return {
    people,
    id,
    mediumId: await illustrate(posts, id),
    anchorId,
    circle,
    authors: [author.userId, sharer.userId],
  };
}

const LOOK = `query ($id: ID!, $anchorId: ID!, $media: [_Any!]!, $posts: [_Any!]!, $users: [_Any!]!, $lists: [_Any!]!) {
  post(id: $id) { revisions { edges { cursor } } }
  postLookup(ids: [$id]) { __typename ... on UnavailablePost { id reason } }
  hashtag(name: "secret") { postCount posts { edges { cursor } } }
  quoted: post(id: $anchorId) { quoteCount quotes { edges { cursor } } }
  media: _entities(representations: $media) { ... on Media { id } }
  posts: _entities(representations: $posts) { ... on Post { text } }
  users: _entities(representations: $users) { ... on User { postCount posts(kind: POSTS_AND_SHARES) { edges { cursor } } } }
  lists: _entities(representations: $lists) { ... on UserList { feed(filter: { hashtags: ["secret"] }) { edges { cursor } } } }
  viewer { homeFeed(filter: { hashtags: ["secret"] }) { edges { cursor } } }
}`;

async function look(posts: TestSubgraph, { people, id, mediumId, anchorId, circle, authors }: World, who: Who) {
  const viewer = people[who]?.viewer;
  const reference = (__typename: string, ids: string[]) => ids.map((one) => ({ __typename, id: one }));
  const variables = {
    id,
    anchorId,
    media: reference('Media', [mediumId]),
    posts: reference('Post', [id]),
    users: reference('User', authors),
    lists: reference('UserList', [circle]),
  };
  const { data, errors } = await posts.ask(LOOK, variables, viewer);
  expect(errors).toBeUndefined();
  const [author, sharer] = data.users;
  const change =
    viewer && who !== 'author' && (await editPost(posts, viewer, { postId: id, expectedRevision: 2, text: 'mine' }));
  return {
    post: data.post !== null,
    reference: data.posts[0] !== null,
    medium: data.media[0] !== null,
    revisions: data.post?.revisions.edges.length ?? 0,
    lookup: data.postLookup[0].reason ?? data.postLookup[0].__typename,
    hashtag: data.hashtag && { posts: data.hashtag.posts.edges.length, postCount: data.hashtag.postCount },
    author: { posts: author.posts.edges.length, postCount: author.postCount },
    sharer: { posts: sharer.posts.edges.length },
    list: data.lists[0].feed.edges.length,
    home: data.viewer?.homeFeed.edges.length,
    quotes: data.quoted.quotes.edges.length,
    quoteCount: data.quoted.quoteCount,
    changes: change ? change.userErrors[0].code : undefined,
  };
}

test('what is hidden cannot be told from what never was', async () => {
  await using posts = await startPosts();
  const [ada, eve] = await introduce(posts, 'ada', 'eve');
  const hidden = await publish(posts, ada, { text: 'psst', visibility: 'ONLY_ME' });
  const never = encodeId('post', newId());
  const answersTo = async (postId: string) => [
    await editPost(posts, eve.viewer, { postId, expectedRevision: 1, text: 'mine' }),
    await deletePost(posts, eve.viewer, postId),
    await posts.ask(
      'mutation ($id: ID!) { setPostPolicies(input: { postId: $id }) { userErrors { code message path } } }',
      { id: postId },
      eve.viewer,
    ),
    await posts.ask(
      'mutation ($id: ID!) { createPost(input: { content: { text: "see" } quotedPostId: $id }) { userErrors { code message path } } }',
      { id: postId },
      eve.viewer,
    ),
    (
      await posts.ask('query ($id: ID!) { postLookup(ids: [$id]) { ... on UnavailablePost { reason } } }', {
        id: postId,
      })
    ).data,
  ];

  expect(await answersTo(hidden)).toEqual(await answersTo(never));
});

test('a page after a post that is hidden by now is what follows it', async () => {
  await using posts = await startPosts();
  const [ada, bob] = await introduce(posts, 'ada', 'bob');
  for (const text of ['first', 'second', 'third']) await publish(posts, ada, text);
  const feed = `query ($of: [_Any!]!, $after: String) { _entities(representations: $of) { ... on User { posts(after: $after) {
    edges { cursor node { text } } } } } }`;
  const of = [{ __typename: 'User', id: ada.userId }];
  const page = async (after: string | null) =>
    (await posts.ask(feed, { of, after }, bob.viewer)).data._entities[0].posts.edges;
  const [newest, second] = await page(null);
  const { data } = await posts.ask('{ viewer { homeFeed { edges { node { id text } } } } }', {}, ada.viewer);
  const hiddenId = data.viewer.homeFeed.edges.find(({ node }: { node: { text: string } }) => node.text === 'second')
    .node.id;
  await deletePost(posts, ada.viewer, hiddenId);

  const texts = async (after: string) => (await page(after)).map(({ node }: { node: { text: string } }) => node.text);
  expect(await texts(second.cursor)).toEqual(['first']);
  expect(await texts(newest.cursor)).toEqual(['first']);
});

test('who stops following sees posts for followers no more', async () => {
  await using posts = await startPosts();
  const [ada, bob] = await introduce(posts, 'ada', 'bob');
  await follow(posts, [bob, ada]);
  await publish(posts, ada, { text: 'for followers', visibility: 'FOLLOWERS' });
  await follow(posts, [bob, ada], { version: 3, isFollowing: false });
  await follow(posts, [bob, ada], { version: 2 });

  const ofAda = { typename: 'User', ids: [ada.userId], selection: 'postCount posts { edges { cursor } }' };
  expect(await askEntities(posts, ofAda, bob.viewer)).toEqual([{ postCount: 0, posts: { edges: [] } }]);
});

test('a reference that is malformed, unknown or somebody else gives null', async () => {
  await using posts = await startPosts();
  const [ada, eve] = await introduce(posts, 'ada', 'eve');
  const viewers = {
    typename: 'Viewer',
    ids: [ada.userId.replace('user', 'viewer'), 'viewer_x', ada.userId],
    selection: 'id',
  };

  for (const [typename, kind] of [
    ['Post', 'post'],
    ['Media', 'media'],
    ['Hashtag', 'hashtag'],
    ['UserList', 'list'],
  ] as const) {
    const ids = ['x', ada.userId, `${kind}_01h455vb4pex5vsknk084sn02q`];
    expect(await askEntities(posts, { typename, ids, selection: 'id' })).toEqual([null, null, null]);
  }
  expect(await askEntities(posts, viewers, eve.viewer)).toEqual([null, null, null]);
  expect(await askEntities(posts, viewers, ada.viewer)).toEqual([{ id: viewers.ids[0] }, null, null]);
});
