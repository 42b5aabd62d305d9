import { askEntities, introduce, person } from '@nexus/contracts/testing/told';
import { transact } from '@nexus/kit/transact';
import { expect, test } from 'vitest';
import { publish, startPosts } from './stage.ts';

const AVATAR = {
  url: 'https://example.org/original.jpg',
  thumbnailUrl: 'https://example.org/small.jpg',
  width: 400,
  height: 300,
  blurhash: null,
  altText: 'Ada at work',
};

test('a post shows its author as users last told of them', async () => {
  await using posts = await startPosts();
  const [ada] = await introduce(posts, 'ada');
  const postId = await publish(posts, ada, 'hello');
  const told = {
    userId: ada.id,
    handle: 'countess',
    displayName: 'Ada Lovelace',
    avatar: AVATAR,
    isVerified: true,
  } as const;
  const hidden = { isPrivate: false, role: 'MEMBER' } as const;
  const news = [
    { ...told, ...hidden, state: 'DEACTIVATED', version: 3 },
    { ...told, ...hidden, handle: 'late', state: 'ACTIVE', version: 2 },
  ] as const;
  for (const snapshot of news) await transact(posts, (_, tell) => tell('users.user.updated.v1', snapshot));

  const selection =
    'author { id handle displayName isVerified state avatar { url thumbnailUrl width height blurhash altText } }';
  const [post] = await askEntities(posts, { typename: 'Post', ids: [postId], selection }, ada.viewer);

  const { userId: _, ...shown } = told;
  expect(post.author).toEqual({ id: ada.userId, ...shown, state: 'DEACTIVATED' });
});

test('an author of whom nobody has told yet is null, and their posts are seen by nobody else', async () => {
  await using posts = await startPosts();
  const [stranger, reader] = [person('stranger'), person('reader')];
  const ofStranger = {
    typename: 'Post',
    ids: [await publish(posts, stranger, 'hello')],
    selection: 'text author { handle }',
  };

  expect(await askEntities(posts, ofStranger, stranger.viewer)).toEqual([{ text: 'hello', author: null }]);
  expect(await askEntities(posts, ofStranger, reader.viewer)).toEqual([null]);
});
