import { introduce, tellOfPerson } from '@nexus/contracts/testing/told';
import { expect, test } from 'vitest';
import { createPost, deletePost, editPost, follow, homeFeed, publish, share, startPosts } from './stage.ts';

const FACETS = `query ($id: ID!) { post(id: $id) { facets { start end mention { id } hashtag { name } link } hashtags { name } } }`;

test('a post is published with its author, facets and hashtags', async () => {
  await using posts = await startPosts();
  const [ada, bob] = await introduce(posts, 'Ada', 'bob');

  const id = await publish(posts, bob, {
    text: '👋 @ada and @nobody, #Cats at https://example.org/a. #cats',
    language: 'en-gb',
  });
  const { data } = await posts.ask(FACETS, { id });

  expect(data.post.hashtags).toEqual([{ name: 'Cats' }]);
  expect(data.post.facets).toEqual([
    { start: 2, end: 6, mention: { id: ada.userId }, hashtag: null, link: null },
    { start: 20, end: 25, mention: null, hashtag: { name: 'Cats' }, link: null },
    { start: 29, end: 50, mention: null, hashtag: null, link: 'https://example.org/a' },
    { start: 52, end: 57, mention: null, hashtag: { name: 'Cats' }, link: null },
  ]);
  const page = await posts.ask(
    'query ($id: ID!) { post(id: $id) { language author { id handle displayName avatar { url } isVerified state } } }',
    { id },
  );
  expect(page.data.post).toEqual({
    language: 'en-GB',
    author: { id: bob.userId, handle: 'bob', displayName: 'The bob', avatar: null, isVerified: false, state: 'ACTIVE' },
  });
});

test('the author alone may edit; what was said before stays in the revisions', async () => {
  await using posts = await startPosts();
  const [ada, bob] = await introduce(posts, 'ada', 'bob');
  const postId = await publish(posts, ada, 'first #old #same');
  await editPost(posts, ada.viewer, { postId, expectedRevision: 1, text: 'second #new #same' });

  const edited = await editPost(posts, ada.viewer, { postId, expectedRevision: 2, text: 'third' });
  const late = await editPost(posts, ada.viewer, { postId, expectedRevision: 2, text: 'too late' });
  const foreign = await editPost(posts, bob.viewer, { postId, expectedRevision: 3, text: 'not mine' });

  expect(edited).toMatchObject({ post: { text: 'third', revision: 3, editedAt: expect.any(String) }, userErrors: [] });
  expect(late.userErrors).toMatchObject([{ code: 'CONFLICT', path: ['input', 'expectedRevision'] }]);
  expect(foreign.userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
  const { data } = await posts.ask(
    `query ($id: ID!) { post(id: $id) { permissions { canEdit canDelete }
      all: revisions { edges { node { revision text } } }
      page: revisions(first: 1) { edges { node { text } } pageInfo { hasNextPage endCursor } } } }`,
    { id: postId },
    bob.viewer,
  );
  expect(data.post).toEqual({
    permissions: { canEdit: false, canDelete: false },
    all: {
      edges: [
        { node: { revision: 2, text: 'second #new #same' } },
        { node: { revision: 1, text: 'first #old #same' } },
      ],
    },
    page: {
      edges: [{ node: { text: 'second #new #same' } }],
      pageInfo: { hasNextPage: true, endCursor: expect.any(String) },
    },
  });
});

test('a hashtag is named as everybody may read it, not as it is written where few see it', async () => {
  await using posts = await startPosts();
  const [ada, bob] = await introduce(posts, 'ada', 'bob');
  await tellOfPerson(posts, bob, { version: 2, isPrivate: true });
  await publish(posts, ada, { text: '#ForFollowers', visibility: 'FOLLOWERS' });
  await publish(posts, bob, '#OfPrivate');
  await publish(posts, ada, '#forFOLLOWERS #ofPRIVATE #InPublic');

  const { data } = await posts.ask(`{
    followers: hashtag(name: "forfollowers") { name } private: hashtag(name: "ofprivate") { name }
    public: hashtag(name: "inpublic") { name }
  }`);

  expect(data).toEqual({
    followers: { name: 'forfollowers' },
    private: { name: 'ofprivate' },
    public: { name: 'InPublic' },
  });
});

test('an edit moves the post between hashtags and their counts', async () => {
  await using posts = await startPosts();
  const [ada] = await introduce(posts, 'ada');
  const postId = await publish(posts, ada, '#old #same');
  await editPost(posts, ada.viewer, { postId, expectedRevision: 1, text: '#new #SAME' });

  const { data } = await posts.ask(`{
    old: hashtag(name: "old") { ...tag } same: hashtag(name: "#Same") { ...tag } new: hashtag(name: "NEW") { ...tag }
    none: hashtag(name: "none") { id } malformed: hashtag(name: "a b") { id }
  } fragment tag on Hashtag { name postCount posts { edges { node { text } reason { __typename } } } }`);

  const edges = [{ node: { text: '#new #SAME' }, reason: null }];
  expect(data).toEqual({
    old: null,
    same: { name: 'same', postCount: 1, posts: { edges } },
    new: { name: 'new', postCount: 1, posts: { edges } },
    none: null,
    malformed: null,
  });
});

test('a deleted post leaves every list and count at once, with its shares', async () => {
  await using posts = await startPosts();
  const [ada, bob] = await introduce(posts, 'ada', 'bob');
  await follow(posts, [bob, ada]);
  const postId = await publish(posts, ada, 'gone #soon');
  await share(posts, [bob, postId]);

  expect(await deletePost(posts, bob.viewer, postId)).toMatchObject({
    deletedPostId: null,
    userErrors: [{ code: 'FORBIDDEN' }],
  });
  expect(await deletePost(posts, ada.viewer, postId)).toEqual({ deletedPostId: postId, userErrors: [] });
  expect(await deletePost(posts, ada.viewer, postId)).toMatchObject({
    userErrors: [{ code: 'NOT_FOUND', path: ['input', 'postId'] }],
  });
  await share(posts, [bob, postId], { version: 2 });

  expect((await homeFeed(posts, bob.viewer)).texts).toEqual([]);
  const { data } = await posts.ask(
    `query ($id: ID!, $user: [_Any!]!) { post(id: $id) { id } hashtag(name: "soon") { postCount posts { edges { cursor } } }
      _entities(representations: $user) { ... on User { postCount posts(kind: POSTS_AND_SHARES) { edges { cursor } } } } }`,
    { id: postId, user: [ada, bob].map(({ userId }) => ({ __typename: 'User', id: userId })) },
  );
  const nothing = { postCount: 0, posts: { edges: [] } };
  expect(data).toEqual({ post: null, hashtag: null, _entities: [nothing, nothing] });
});

test('what cannot be published is refused with a reason', async () => {
  await using posts = await startPosts();
  const [ada] = await introduce(posts, 'ada');
  const refused = async (content: Record<string, unknown>) => (await createPost(posts, ada.viewer, content)).userErrors;
  const invalid = (field: string) => [
    { code: 'INVALID', path: ['input', 'content', field], message: expect.any(String) },
  ];

  expect(await refused({ text: ' \u0000 ' })).toEqual(invalid('text'));
  expect(await refused({ text: '😀'.repeat(5_001) })).toEqual(invalid('text'));
  expect(await refused({ text: '😀'.repeat(5_000) })).toEqual([]);
  expect(await refused({ text: 'half a \ud83d pair, #\ud83d' })).toEqual([]);
  expect(await refused({ text: 'hello', language: 'not a language' })).toEqual(invalid('language'));

  const query = 'mutation { createPost(input: { content: { text: "hello" } }) { post { id } } }';
  expect((await posts.ask(query)).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
});
