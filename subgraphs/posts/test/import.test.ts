import type { ImportRecords } from '@nexus/contracts/import';
import type { TestSubgraph } from '@nexus/contracts/testing';
import { introduce, person } from '@nexus/contracts/testing/told';
import { newId } from '@nexus/kit/new-id';
import { expect, test } from 'vitest';
import { importPart } from '../src/import.ts';
import { editPost, follow, homeFeed, startPosts } from './stage.ts';

const createdAt = new Date('2010-01-21T22:25:16.971Z');
const post = { createdAt, language: null, text: '', hashtags: [], media: [] };

/** An import as the importer runs it: all kinds in one transaction. */
async function runImport(
  { db }: TestSubgraph,
  { users = [], follows = [], posts = [] }: Partial<{ [Kind in keyof ImportRecords]: ImportRecords[Kind][] }>,
): Promise<void> {
  await db.transaction(async (tx) => {
    await importPart.users?.(tx, users);
    await importPart.follows?.(tx, follows);
    await importPart.posts?.(tx, posts);
  });
}

test('imported people, follows and posts are in feeds and counts, and importing them twice changes nothing', async () => {
  await using posts = await startPosts();
  const [ada, bob] = [person('ada'), person('bob')];
  const media = [{ id: newId(), kind: 'IMAGE' as const, altText: 'photo.jpg' }];
  const records = {
    users: [ada, bob].map(({ id, handle }) => ({
      id,
      handle,
      displayName: handle,
      bio: null,
      createdAt,
      password: null,
    })),
    follows: [{ followerId: bob.id, followeeId: ada.id, createdAt }],
    posts: [
      { ...post, id: newId(), authorId: ada.id, media },
      {
        ...post,
        id: newId(),
        authorId: ada.id,
        text: '@bob likes #Dogs',
        hashtags: ['Cats', 'dogs'],
        language: 'UZ',
      },
    ],
  };
  await runImport(posts, records);
  await runImport(posts, records);

  const { data } = await posts.ask(
    `query ($ada: [_Any!]!) {
      viewer { homeFeed { edges { node {
        text createdAt language author { handle } media { kind altText image { url } } hashtags { name } facets { mention { id } hashtag { name } }
      } } } }
      hashtag(name: "cats") { postCount }
      _entities(representations: $ada) { ... on User { postCount } }
    }`,
    { ada: [{ __typename: 'User', id: ada.userId }] },
    bob.viewer,
  );

  const common = { createdAt: createdAt.toISOString(), author: { handle: 'ada' } };
  expect(data.hashtag.postCount).toBe(1);
  expect(data._entities).toEqual([{ postCount: 2 }]);
  expect(data.viewer.homeFeed.edges).toHaveLength(2);
  expect(data.viewer.homeFeed.edges).toEqual(
    expect.arrayContaining([
      {
        node: {
          ...common,
          text: '',
          language: null,
          hashtags: [],
          facets: [],
          media: [{ kind: 'IMAGE', altText: 'photo.jpg', image: null }],
        },
      },
      {
        node: {
          ...common,
          text: '@bob likes #Dogs',
          language: 'uz',
          media: [],
          hashtags: [{ name: 'Dogs' }, { name: 'Cats' }],
          facets: [
            { mention: { id: bob.userId }, hashtag: null },
            { mention: null, hashtag: { name: 'Dogs' } },
          ],
        },
      },
    ]),
  );
});

test('an import leaves alone what has changed since', async () => {
  await using posts = await startPosts();
  const [ada, bob] = await introduce(posts, 'ada', 'bob');
  const id = newId();
  const records = {
    follows: [{ followerId: bob.id, followeeId: ada.id, createdAt }],
    posts: [{ ...post, id, authorId: ada.id, text: 'before', hashtags: ['Kept'] }],
  };
  await runImport(posts, records);
  const { data } = await posts.ask('{ hashtag(name: "kept") { posts { edges { node { id } } } } }');
  const postId = data.hashtag.posts.edges[0].node.id;
  await editPost(posts, ada.viewer, { postId, expectedRevision: 1, text: 'after' });
  await follow(posts, [bob, ada], { version: 2, isFollowing: false });
  await runImport(posts, records);

  expect((await homeFeed(posts, bob.viewer)).texts).toEqual([]);
  expect((await homeFeed(posts, ada.viewer)).texts).toEqual(['after']);
  const kept = await posts.ask('{ hashtag(name: "kept") { postCount } }');
  expect(kept.data.hashtag.postCount).toBe(1);
});
