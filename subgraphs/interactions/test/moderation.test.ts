import type { Moderation } from '@nexus/contracts/events';
import { askEntities, introduce, type Person, tellOfPerson } from '@nexus/contracts/testing/told';
import { transact } from '@nexus/kit/transact';
import { afterAll, expect, test } from 'vitest';
import { comment, publish, react, startInteractions, uuidOf } from './stage.ts';
import { findDrift } from './truth.ts';

const interactions = await startInteractions();
afterAll(() => interactions[Symbol.asyncDispose]());

/** What users tells once moderators have decided. */
async function decide(subject: Pick<Moderation, 'subjectKind' | 'subjectId'>, isRemoved: boolean, version: number) {
  const decided = { ...subject, isRemoved, isLimited: false, labels: [], version };
  await transact(interactions, (_, tell) => tell('users.moderation.changed.v1', decided));
}

const removeComment = (id: string, version = 1) =>
  decide({ subjectKind: 'COMMENT', subjectId: uuidOf('comment', id) }, true, version);
const restoreComment = (id: string, version = 2) =>
  decide({ subjectKind: 'COMMENT', subjectId: uuidOf('comment', id) }, false, version);

async function setTheScene() {
  const [host, guest, other, staff] = await introduce(interactions, 'host', 'guest', 'other', 'staff');
  await tellOfPerson(interactions, staff, { role: 'MODERATOR', version: 2 });
  const moderator = { ...staff, viewer: { ...staff.viewer, role: 'MODERATOR' as const } };
  const postId = await publish(interactions, host);
  return { host, guest, other, moderator, postId, rude: await comment(interactions, guest, { postId, text: 'rude' }) };
}

async function look(id: string, { viewer }: Person) {
  const selection = 'state text author { handle } reactionCount viewerReaction isPinned';
  return (await askEntities(interactions, { typename: 'Comment', ids: [id], selection }, viewer))[0];
}

async function pin({ viewer }: Person, commentId: string) {
  const query = `mutation ($id: ID!) { payload: setCommentPinned(input: { commentId: $id, pinned: true }) {
    comment { isPinned } userErrors { code } } }`;
  return (await interactions.ask(query, { id: commentId }, viewer)).data.payload;
}

test('of a removed comment only its place is left, but for who said it and for moderators', async () => {
  const { host, guest, other, moderator, postId, rude } = await setTheScene();
  await comment(interactions, other, { postId, parentId: rude });

  await removeComment(rude);

  for (const reader of [host, other]) {
    expect(await look(rude, reader)).toMatchObject({ state: 'REMOVED', text: null, author: null });
  }
  for (const reader of [guest, moderator]) {
    expect(await look(rude, reader)).toMatchObject({ state: 'REMOVED', text: 'rude', author: { handle: 'guest' } });
  }
  const selection = 'commentCount comments { totalCount edges { node { state replyCount } } }';
  const [post] = await askEntities(interactions, { typename: 'Post', ids: [postId], selection }, other.viewer);
  expect(post).toEqual({
    commentCount: 2,
    comments: { totalCount: 1, edges: [{ node: { state: 'REMOVED', replyCount: 1 } }] },
  });
});

test('nobody else reacts or replies to a removed comment; what they felt before they can take back', async () => {
  const { guest, other, postId, rude } = await setTheScene();
  await react(interactions, other, { targetId: rude, kind: 'ANGRY' });
  await removeComment(rude);

  const reply =
    'mutation ($input: AddCommentInput!) { payload: addComment(input: $input) { userErrors { code path } } }';
  const replied = await interactions.ask(reply, { input: { postId, parentId: rude, text: 'oh' } }, other.viewer);
  const reacted = await react(interactions, other, { targetId: rude, kind: 'LIKE' });
  const takenBack = await react(interactions, other, { targetId: rude, kind: null });
  const own = await react(interactions, guest, { targetId: rude, kind: 'SAD' });

  expect(replied.data.payload.userErrors).toEqual([{ code: 'CONFLICT', path: ['input', 'parentId'] }]);
  expect(reacted.userErrors).toMatchObject([{ code: 'CONFLICT', path: ['input', 'targetId'] }]);
  expect(takenBack).toMatchObject({ userErrors: [], removedReactionId: expect.any(String) });
  expect(own).toMatchObject({ userErrors: [], reaction: { kind: 'SAD' } });
  expect(await findDrift(interactions.db)).toEqual([]);
});

test('who reacted to a removed comment is told to nobody but themselves, to who said it and to moderators', async () => {
  const { guest, other, host, moderator, rude } = await setTheScene();
  const { reaction } = await react(interactions, other, { targetId: rude, kind: 'LIKE' });
  const asked = { typename: 'Reaction', ids: [reaction.id], selection: 'user { handle }' };
  const sees = async ({ viewer }: Person) => (await askEntities(interactions, asked, viewer))[0] !== null;
  expect(await Promise.all([host, other].map(sees))).toEqual([true, true]);

  await removeComment(rude);

  expect(await Promise.all([guest, other, moderator, host].map(sees))).toEqual([true, true, true, false]);
});

test('a removed comment is pinned no longer, and cannot be until it is restored', async () => {
  const { host, rude } = await setTheScene();
  await pin(host, rude);
  await removeComment(rude);

  const refused = await pin(host, rude);
  const removed = await look(rude, host);
  await restoreComment(rude);
  const restored = await look(rude, host);

  expect(removed.isPinned).toBe(false);
  expect(refused.userErrors).toEqual([{ code: 'CONFLICT' }]);
  expect(restored).toMatchObject({ state: 'VISIBLE', text: 'rude', isPinned: false });
  expect(await pin(host, rude)).toEqual({ comment: { isPinned: true }, userErrors: [] });
});

test('an older decision that comes later changes nothing', async () => {
  const { host, rude } = await setTheScene();
  await restoreComment(rude, 3);
  await removeComment(rude, 2);

  expect(await look(rude, host)).toMatchObject({ state: 'VISIBLE', text: 'rude' });
});

test('a removed post is there for its author and for moderators alone, with all below it', async () => {
  const { host, guest, other, moderator, postId, rude } = await setTheScene();
  await decide({ subjectKind: 'POST', subjectId: uuidOf('post', postId) }, true, 1);

  const seen = async ({ viewer }: Person) => {
    const asked = { typename: 'Post', ids: [postId], selection: 'commentCount' };
    return (await askEntities(interactions, asked, viewer))[0]?.commentCount ?? null;
  };
  expect(await Promise.all([host, moderator, guest, other].map(seen))).toEqual([1, 1, null, null]);
  expect(await look(rude, other)).toBeNull();
  expect((await react(interactions, other, { targetId: postId, kind: 'LIKE' })).userErrors).toMatchObject([
    { code: 'NOT_FOUND' },
  ]);
});
