import { askEntities, introduce } from '@nexus/contracts/testing/told';
import { expect, test } from 'vitest';
import { createPost, editPost, publish, startPosts } from './stage.ts';

const TWENTY = Array.from({ length: 20 }, (_, index) => index);

test('posts published at the same moment, with the same new hashtags, are all counted', async () => {
  await using posts = await startPosts();
  const [ada] = await introduce(posts, 'ada');
  const payloads = await Promise.all(
    TWENTY.map((index) => createPost(posts, ada.viewer, { text: index % 2 ? '#one #two #three' : '#Three #Two #One' })),
  );

  expect(payloads.flatMap(({ userErrors }) => userErrors)).toEqual([]);
  const { data } = await posts.ask(
    '{ one: hashtag(name: "one") { postCount } three: hashtag(name: "three") { postCount } }',
  );
  expect(data).toEqual({ one: { postCount: 20 }, three: { postCount: 20 } });
  expect(await askEntities(posts, { typename: 'User', ids: [ada.userId], selection: 'postCount' })).toEqual([
    { postCount: 20 },
  ]);
});

test('of edits of the same revision at the same moment one wins, and the others learn of it', async () => {
  await using posts = await startPosts();
  const [ada] = await introduce(posts, 'ada');
  const postId = await publish(posts, ada, 'before');
  const payloads = await Promise.all(
    TWENTY.map((index) => editPost(posts, ada.viewer, { postId, expectedRevision: 1, text: `edit ${index}` })),
  );

  const codes = payloads.map(({ post, userErrors }) => (post ? 'OK' : userErrors[0].code));
  expect(codes.toSorted()).toEqual([...Array(19).fill('CONFLICT'), 'OK']);
});
