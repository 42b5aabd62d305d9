import { askEntities, introduce } from '@nexus/contracts/testing/told';
import { describe, expect, test } from 'vitest';
import { deletePost, editPost, follow, homeFeed, illustrate, publish, share, startPosts } from './stage.ts';

describe.each([
  { visibility: 'PUBLIC', seenBy: ['author', 'follower', 'stranger', 'nobody'] },
  { visibility: 'FOLLOWERS', seenBy: ['author', 'follower'] },
  { visibility: 'ONLY_ME', seenBy: ['author'] },
])('a post for $visibility', ({ visibility, seenBy }) => {
  test(`is seen by ${seenBy.join(', ')}, wherever it is asked for`, async () => {
    await using posts = await startPosts();
    const [author, follower, stranger, sharer] = await introduce(posts, 'author', 'follower', 'stranger', 'sharer');
    await follow(posts, [follower, author]);
    await follow(posts, [stranger, sharer]);
    const id = await publish(posts, author, { text: 'psst #secret', visibility });
    await share(posts, [sharer, id]);
    const mediaId = await illustrate(posts, id);

    for (const asking of [author, follower, stranger, undefined]) {
      const isSeen = seenBy.includes(asking?.handle ?? 'nobody');
      const [byId] = await askEntities(posts, { typename: 'Post', ids: [id], selection: 'text' }, asking?.viewer);
      const media = { typename: 'Media', ids: [mediaId], selection: 'id' };
      const people = {
        typename: 'User',
        ids: [author.userId, sharer.userId],
        selection: 'postCount posts(kind: POSTS_AND_SHARES) { edges { cursor } }',
      };
      const [byAuthor, bySharer] = await askEntities(posts, people, asking?.viewer);
      const [medium] = await askEntities(posts, media, asking?.viewer);
      const { data } = await posts.ask(
        'query ($id: ID!) { post(id: $id) { id } hashtag(name: "secret") { posts { edges { cursor } } } }',
        { id },
        asking?.viewer,
      );
      const home = asking ? (await homeFeed(posts, asking.viewer)).texts : undefined;

      const count = isSeen ? 1 : 0;
      expect(byId !== null).toBe(isSeen);
      expect(medium !== null).toBe(isSeen);
      expect(data.post !== null).toBe(isSeen);
      expect(data.hashtag?.posts.edges.length ?? 0).toBe(count);
      expect(data.hashtag !== null).toBe(isSeen);
      expect(byAuthor.postCount).toBe(count);
      expect(byAuthor.posts.edges).toHaveLength(count);
      expect(bySharer.posts.edges).toHaveLength(count);
      expect(home ?? Array(count)).toHaveLength(count);
    }
  });
});

test('what is hidden cannot be told from what is absent', async () => {
  await using posts = await startPosts();
  const [ada, eve] = await introduce(posts, 'ada', 'eve');
  const postId = await publish(posts, ada, { text: 'psst', visibility: 'ONLY_ME' });

  const hidden = [
    await editPost(posts, eve.viewer, { postId, expectedRevision: 1, text: 'mine' }),
    await deletePost(posts, eve.viewer, postId),
  ];

  for (const { userErrors } of hidden)
    expect(userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'postId'] }]);
});

test('who stops following sees posts for followers no more', async () => {
  await using posts = await startPosts();
  const [ada, bob] = await introduce(posts, 'ada', 'bob');
  await follow(posts, [bob, ada]);
  await publish(posts, ada, { text: 'for followers', visibility: 'FOLLOWERS' });
  await follow(posts, [bob, ada], { version: 3, isFollowing: false });
  await follow(posts, [bob, ada], { version: 2 });

  const [seen] = await askEntities(
    posts,
    { typename: 'User', ids: [ada.userId], selection: 'postCount posts { edges { cursor } }' },
    bob.viewer,
  );

  expect(seen).toEqual({ postCount: 0, posts: { edges: [] } });
});

test('a reference that is malformed, unknown or somebody else gives null', async () => {
  await using posts = await startPosts();
  const [ada, eve] = await introduce(posts, 'ada', 'eve');
  const viewers = {
    typename: 'Viewer',
    ids: [ada.userId.replace('user', 'viewer'), 'viewer_x', ada.userId],
    selection: 'id',
  };

  for (const typename of ['Post', 'Media', 'Hashtag']) {
    const ids = ['x', ada.userId, `${typename.toLowerCase()}_01h455vb4pex5vsknk084sn02q`];
    expect(await askEntities(posts, { typename, ids, selection: 'id' })).toEqual([null, null, null]);
  }
  expect(await askEntities(posts, viewers, eve.viewer)).toEqual([null, null, null]);
  expect(await askEntities(posts, viewers, ada.viewer)).toEqual([{ id: viewers.ids[0] }, null, null]);
});
