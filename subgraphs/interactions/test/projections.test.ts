import { askEntities, introduce, person, tellOfPerson } from '@nexus/contracts/testing/told';
import type { Viewer } from '@nexus/contracts/viewer';
import { eq } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import { listeners } from '../src/events.ts';
import { postRefs } from '../src/tables/projections.ts';
import { comment, publish, startInteractions, tellOfPost, uuidOf } from './stage.ts';
import { findMiscounted } from './truth.ts';

test('an older event than what is known changes nothing, in whatever order they come', async () => {
  await using interactions = await startInteractions();
  const [ada] = await introduce(interactions, 'ada');
  const postId = await publish(interactions, ada);
  await tellOfPost(interactions, { postId, author: ada, state: 'DELETED', version: 3 });

  await tellOfPost(interactions, { postId, author: ada, visibility: 'PUBLIC', version: 2 });
  const replayed = { postId: uuidOf('post', postId), authorId: ada.id, visibility: 'PUBLIC', state: 'LIVE' } as const;
  const event = {
    ...replayed,
    listId: null,
    commentPolicy: 'EVERYONE',
    createdAt: new Date().toISOString(),
    version: 1,
  } as const;
  await interactions.db.transaction(async (tx) => await listeners['posts.post.published.v1']?.(tx, event));

  const [row] = await interactions.db
    .select()
    .from(postRefs)
    .where(eq(postRefs.id, uuidOf('post', postId)));
  expect(row).toMatchObject({ state: 'DELETED', version: 3 });
});

test('what somebody left whom nobody told about shows, and counts, when they are told about', async () => {
  await using interactions = await startInteractions();
  const [ada] = await introduce(interactions, 'ada');
  const postId = await publish(interactions, ada);
  const unheardOf = person('unheard-of');
  const id = await comment(interactions, unheardOf, { postId, text: 'boo' });
  const look = async (viewer?: Viewer) => {
    const selection = 'text author { handle }';
    const [shown] = await askEntities(interactions, { typename: 'Comment', ids: [id], selection }, viewer);
    const count = { typename: 'Post', ids: [postId], selection: 'commentCount comments { totalCount }' };
    const [post] = await askEntities(interactions, count, viewer);
    return [shown, post.commentCount, post.comments.totalCount];
  };

  expect(await look()).toEqual([null, 0, 0]);
  expect(await look(unheardOf.viewer)).toEqual([{ text: 'boo', author: null }, 1, 1]);

  await tellOfPerson(interactions, unheardOf, { version: 1 });
  const shown = [{ text: 'boo', author: { handle: 'unheard-of' } }, 1, 1];
  expect(await look()).toEqual(shown);
  await vi.waitUntil(async () => (await findMiscounted(interactions.db)).length === 0, { timeout: 5_000 });
  expect(await look()).toEqual(shown);
});
