import { askEntities, introduce, person } from '@nexus/contracts/testing/told';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { listeners } from '../src/events.ts';
import { postRefs } from '../src/tables.ts';
import { comment, publish, startInteractions, tellOfPost, uuidOf } from './stage.ts';

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

test('an author that nobody told about is null, and the rest shows', async () => {
  await using interactions = await startInteractions();
  const [ada] = await introduce(interactions, 'ada');
  const postId = await publish(interactions, ada);
  const unheardOf = person('unheard-of');
  const id = await comment(interactions, unheardOf, { postId, text: 'boo' });

  const [shown] = await askEntities(interactions, {
    typename: 'Comment',
    ids: [id],
    selection: 'text author { handle }',
  });

  expect(shown).toEqual({ text: 'boo', author: null });
});
