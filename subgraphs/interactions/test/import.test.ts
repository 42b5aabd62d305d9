import { encodeId } from '@nexus/contracts/ids';
import { askEntities, person } from '@nexus/contracts/testing/told';
import { newId } from '@nexus/kit/new-id';
import { expect, test } from 'vitest';
import { foldScores } from '../src/comment/comment-score.store.ts';
import { importPart } from '../src/import.ts';
import { comments } from '../src/tables/facts.ts';
import { startInteractions } from './stage.ts';

const at = (minute: number) => new Date(Date.UTC(2010, 0, 1, 0, minute));

/** Two people, one post; a comment, a reply to it and a reply to that; likes of the post and the first comment. */
function batch() {
  const [ada, bob] = [person('ada'), person('bob')];
  const postId = newId();
  const [top, reply, deep] = [newId(), newId(), newId()];
  const comment = (id: string, parentId: string | null, minute: number) => ({
    ...{ id, authorId: bob.id, postId, parentId, createdAt: at(minute), text: `at ${minute}`, hashtags: ['Old'] },
  });
  const like = (userId: string, targetKind: 'post' | 'comment', targetId: string) => ({
    ...{ id: newId(), userId, targetKind, targetId, createdAt: at(9) },
  });
  return {
    users: [ada, bob].map(({ id, handle }) => ({
      id,
      handle,
      displayName: handle,
      bio: null,
      createdAt: at(0),
      password: null,
    })),
    follows: [{ followerId: bob.id, followeeId: ada.id, createdAt: at(1) }],
    posts: [{ id: postId, authorId: ada.id, createdAt: at(2), text: '', language: null, hashtags: [], media: [] }],
    comments: [comment(top, null, 3), comment(reply, top, 4), comment(deep, reply, 5)],
    likes: [like(ada.id, 'post', postId), like(bob.id, 'post', postId), like(ada.id, 'comment', top)],
    postId,
  };
}

test('an import brings comments and likes with exact counts and scores; a second one changes nothing', async () => {
  await using interactions = await startInteractions();
  const { postId, ...records } = batch();
  const runImport = () =>
    interactions.db.transaction(async (tx) => {
      await importPart.users?.(tx, records.users);
      await importPart.follows?.(tx, records.follows);
      await importPart.posts?.(tx, records.posts);
      await importPart.comments?.(tx, records.comments);
      await importPart.likes?.(tx, records.likes);
    });
  const look = () =>
    askEntities(interactions, {
      typename: 'Post',
      ids: [encodeId('post', postId)],
      selection: `reactionCount commentCount comments { totalCount edges { node {
        text createdAt hashtags author { handle } depth reactionCount replyCount
      } } }`,
    });

  await runImport();
  await foldScores(interactions.db);
  const once = await look();
  await runImport();
  await foldScores(interactions.db);

  expect(once).toEqual([
    {
      reactionCount: 2,
      commentCount: 3,
      comments: {
        totalCount: 1,
        edges: [
          {
            node: {
              text: 'at 3',
              createdAt: '2010-01-01T00:03:00.000Z',
              hashtags: ['Old'],
              author: { handle: 'bob' },
              depth: 0,
              reactionCount: 1,
              replyCount: 1,
            },
          },
        ],
      },
    },
  ]);
  expect(await look()).toEqual(once);
  const rows = await interactions.db.select().from(comments).orderBy(comments.createdAt);
  expect(rows.map(({ depth, score }) => [depth, score])).toEqual([
    [0, 2],
    [1, 1],
    [2, 0],
  ]);
});
