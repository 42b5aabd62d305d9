import { introduce } from '@nexus/contracts/testing/told';
import { expect, test } from 'vitest';
import { read } from './authoring.ts';
import { createPost, editPost, publish, startPosts } from './stage.ts';

const FIELDS = 'text contentWarning isSensitive revisions { edges { node { revision text contentWarning } } }';

test('a post with a warning is sensitive; without one it is when its author says so', async () => {
  await using posts = await startPosts();
  const [ada] = await introduce(posts, 'ada');
  const warned = await publish(posts, ada, { text: 'he dies', contentWarning: ' Ends of \n films ' });
  const sensitive = await publish(posts, ada, { text: 'blood', isSensitive: true });
  const plain = await publish(posts, ada, { text: 'flowers', contentWarning: ' ' });

  expect(await read(posts, [warned, 'contentWarning isSensitive'])).toEqual({
    contentWarning: 'Ends of films',
    isSensitive: true,
  });
  expect(await read(posts, [sensitive, 'contentWarning isSensitive'])).toEqual({
    contentWarning: null,
    isSensitive: true,
  });
  expect(await read(posts, [plain, 'contentWarning isSensitive'])).toEqual({
    contentWarning: null,
    isSensitive: false,
  });
});

test('an edit changes the warning too, and the revisions keep what was said before', async () => {
  await using posts = await startPosts();
  const [ada] = await introduce(posts, 'ada');
  const postId = await publish(posts, ada, { text: 'he dies', contentWarning: 'films' });

  await editPost(posts, ada.viewer, { postId, expectedRevision: 1, text: 'he lives' });
  expect(await read(posts, [postId, 'contentWarning'])).toEqual({ contentWarning: 'films' });
  await editPost(posts, ada.viewer, { postId, expectedRevision: 2, text: 'he lives', contentWarning: 'spoiler' });
  await editPost(posts, ada.viewer, { postId, expectedRevision: 3, text: 'he lives', contentWarning: '' });
  await editPost(posts, ada.viewer, { postId, expectedRevision: 4, text: 'he lives', contentWarning: '' });

  expect(await read(posts, [postId, FIELDS])).toEqual({
    text: 'he lives',
    contentWarning: null,
    isSensitive: false,
    revisions: {
      edges: [
        { node: { revision: 3, text: 'he lives', contentWarning: 'spoiler' } },
        { node: { revision: 2, text: 'he lives', contentWarning: 'films' } },
        { node: { revision: 1, text: 'he dies', contentWarning: 'films' } },
      ],
    },
  });
});

test('whether a post is sensitive stays with an edit that does not say, and a warning decides it', async () => {
  await using posts = await startPosts();
  const [ada] = await introduce(posts, 'ada');
  const postId = await publish(posts, ada, { text: 'blood', isSensitive: true });
  const edit = async (expectedRevision: number, change: object) => {
    await editPost(posts, ada.viewer, { postId, expectedRevision, text: `blood ${expectedRevision}`, ...change });
    return (await read(posts, [postId, 'isSensitive'])).isSensitive;
  };

  expect(await edit(1, {})).toBe(true);
  expect(await edit(2, { isSensitive: false })).toBe(false);
  expect(await edit(3, { isSensitive: false, contentWarning: 'blood' })).toBe(true);
  expect(await edit(4, { contentWarning: '', isSensitive: true })).toBe(true);
  expect(await edit(5, { contentWarning: '' })).toBe(false);
});

test('a warning has at most 200 characters', async () => {
  await using posts = await startPosts();
  const [ada] = await introduce(posts, 'ada');
  const warn = async (contentWarning: string) =>
    (await createPost(posts, ada.viewer, { text: 'x', contentWarning })).userErrors;

  expect(await warn('😀'.repeat(200))).toEqual([]);
  expect(await warn('😀'.repeat(201))).toMatchObject([
    { code: 'INVALID', path: ['input', 'content', 'contentWarning'] },
  ]);
});
