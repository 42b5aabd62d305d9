import { askEntities, introduce } from '@nexus/contracts/testing/told';
import postgres from 'postgres';
import { expect, test } from 'vitest';
import { shareWidely } from './crowd.ts';
import { deletePost, follow, homeFeed, publish, share, startPosts } from './stage.ts';

test('a post that twenty thousand people shared is gone at once, and its shares leave the feeds later', async () => {
  await using posts = await startPosts();
  const [ada, bob, cem] = await introduce(posts, 'ada', 'bob', 'cem');
  await follow(posts, [cem, bob]);
  const kept = await publish(posts, ada, 'kept');
  const postId = await publish(posts, ada, 'gone');
  for (const [sharer, id] of [
    [bob, kept],
    [bob, postId],
    [ada, postId],
  ] as const)
    await share(posts, [sharer, id]);
  const admin = postgres(posts.adminUrl, { max: 1, onnotice: () => undefined });
  await shareWidely(admin, [postId]);
  const countItems = async () => (await posts.database.sql`select from posts.feed_item where kind = 'SHARE'`).length;

  // While somebody holds them, no share can leave: whoever waited for that would not answer.
  await admin`begin`;
  await admin`select from posts.feed_item where kind = 'SHARE' for update`;
  expect(await deletePost(posts, ada.viewer, postId)).toEqual({ deletedPostId: postId, userErrors: [] });
  const home = (await homeFeed(posts, cem.viewer)).texts;
  const people = await askEntities(posts, {
    typename: 'User',
    ids: [ada.userId, bob.userId],
    selection: 'postCount posts(kind: POSTS_AND_SHARES) { edges { node { text } } }',
  });
  expect(await countItems()).toBe(20_003);
  await admin`rollback`;
  await admin.end();

  const edges = [{ node: { text: 'kept' } }];
  expect(home).toEqual(['kept']);
  expect(people).toEqual([
    { postCount: 1, posts: { edges } },
    { postCount: 0, posts: { edges } },
  ]);
  await expect.poll(countItems, { timeout: 20_000 }).toBe(1);
  await expect.poll(() => posts.database.sql`select from posts.item_removal`).toHaveLength(0);
});
