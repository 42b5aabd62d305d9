import { askEntities, introduce, type Person } from '@nexus/contracts/testing/told';
import { afterAll, expect, test } from 'vitest';
import { findMutedThreads } from '../src/thread-mute/thread-mute.store.ts';
import { publish, startInteractions, tellOfPost, uuidOf } from './stage.ts';

const interactions = await startInteractions();
afterAll(() => interactions[Symbol.asyncDispose]());

const MUTE =
  'mutation ($input: SetThreadMutedInput!) { payload: setThreadMuted(input: $input) { post { viewerHasMutedThread } userErrors { code path } } }';

async function mute({ viewer }: Person, postId: string, muted = true) {
  return (await interactions.ask(MUTE, { input: { postId, muted } }, viewer)).data.payload;
}

const hasMuted = async ({ id }: Person, postId: string) =>
  (await findMutedThreads(interactions.db, id, [uuidOf('post', postId)])).length > 0;

test('a thread is muted for one person, until they hear of it again', async () => {
  const [author, reader] = await introduce(interactions, 'author', 'reader');
  const postId = await publish(interactions, author);
  const seenBy = async (asker?: Person) => {
    const asked = { typename: 'Post', ids: [postId], selection: 'viewerHasMutedThread' };
    return (await askEntities(interactions, asked, asker?.viewer))[0].viewerHasMutedThread;
  };

  const muted = { post: { viewerHasMutedThread: true }, userErrors: [] };
  expect([await mute(reader, postId), await mute(reader, postId)]).toEqual([muted, muted]);
  expect([await seenBy(reader), await seenBy(author), await seenBy()]).toEqual([true, false, null]);
  expect([await hasMuted(reader, postId), await hasMuted(author, postId)]).toEqual([true, false]);

  const heard = { post: { viewerHasMutedThread: false }, userErrors: [] };
  expect([await mute(reader, postId, false), await mute(reader, postId, false)]).toEqual([heard, heard]);
  expect(await hasMuted(reader, postId)).toBe(false);
});

test('what is hidden is not muted, and a mute of it can be ended', async () => {
  const [author, reader, stranger] = await introduce(interactions, 'author', 'reader', 'stranger');
  const postId = await publish(interactions, author);
  await mute(reader, postId);
  await tellOfPost(interactions, { postId, author, visibility: 'ONLY_ME', version: 2 });

  const absent = { post: null, userErrors: [{ code: 'NOT_FOUND', path: ['input', 'postId'] }] };
  expect(await mute(stranger, postId)).toEqual(absent);
  expect(await mute(stranger, postId, false)).toEqual(absent);
  expect(await mute(reader, postId, false)).toEqual({ post: null, userErrors: [] });
  expect(await mute(reader, postId, false)).toEqual(absent);
});
