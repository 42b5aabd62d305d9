import { encodeId } from '@nexus/contracts/ids';
import { askEntities, introduce, type Person, tellOfEdge } from '@nexus/contracts/testing/told';
import { afterAll, expect, test } from 'vitest';
import { comment, deleteComment, publish, react, startInteractions, uuidOf } from './stage.ts';
import { findDrift } from './truth.ts';

const interactions = await startInteractions();
afterAll(() => interactions[Symbol.asyncDispose]());

async function setTheScene() {
  const [host, guest, other] = await introduce(interactions, 'host', 'guest', 'other');
  const postId = await publish(interactions, host);
  const rude = await comment(interactions, guest, { postId, text: 'rude #word' });
  await comment(interactions, other, { postId, parentId: rude, text: 'an answer' });
  return { host, guest, other, postId, rude };
}

const HIDE =
  'mutation ($input: SetCommentHiddenInput!) { payload: setCommentHidden(input: $input) { comment { state text } userErrors { code message path } } }';
const PIN =
  'mutation ($input: SetCommentPinnedInput!) { payload: setCommentPinned(input: $input) { comment { isPinned } userErrors { code path } } }';

async function hide({ viewer }: Person, commentId: string, hidden = true) {
  return (await interactions.ask(HIDE, { input: { commentId, hidden } }, viewer)).data.payload;
}

async function pin({ viewer }: Person, commentId: string, pinned = true) {
  return (await interactions.ask(PIN, { input: { commentId, pinned } }, viewer)).data.payload;
}

const COMMENT = `state text hashtags editedAt author { handle } reactionCount reactionSummary { count } viewerReaction
  reactions { totalCount edges { node { id } } } replies { edges { node { text } } }`;

async function look(commentId: string, asker?: Person) {
  const [seen] = await askEntities(
    interactions,
    { typename: 'Comment', ids: [commentId], selection: COMMENT },
    asker?.viewer,
  );
  return seen;
}

test('of a hidden comment others see the place and the replies; who said it and the host read it', async () => {
  const { host, guest, other, postId, rude } = await setTheScene();
  await react(interactions, other, { targetId: rude, kind: 'LIKE' });

  const hidden = await hide(host, rude);

  expect(hidden).toEqual({ comment: { state: 'HIDDEN_BY_AUTHOR', text: 'rude #word' }, userErrors: [] });
  const replies = { edges: [{ node: { text: 'an answer' } }] };
  for (const reader of [host, guest]) {
    const read = { text: 'rude #word', hashtags: ['word'], author: { handle: 'guest' }, reactionCount: 1, replies };
    expect(await look(rude, reader)).toMatchObject({ state: 'HIDDEN_BY_AUTHOR', ...read });
  }
  for (const [reader, viewerReaction] of [
    [other, 'LIKE'],
    [undefined, null],
  ] as const) {
    expect(await look(rude, reader)).toEqual({
      state: 'HIDDEN_BY_AUTHOR',
      ...{ text: null, hashtags: [], editedAt: null, author: null, viewerReaction },
      ...{ reactionCount: 0, reactionSummary: [], reactions: { totalCount: 0, edges: [] }, replies },
    });
  }
  const selection = 'commentCount comments { totalCount edges { node { state } } }';
  const [post] = await askEntities(interactions, { typename: 'Post', ids: [postId], selection }, other.viewer);
  expect(post).toEqual({
    commentCount: 2,
    comments: { totalCount: 1, edges: [{ node: { state: 'HIDDEN_BY_AUTHOR' } }] },
  });
});

test('what somebody said elsewhere is listed without what was hidden, but for the two who read it', async () => {
  const { host, guest, other, rude } = await setTheScene();
  await hide(host, rude);
  const said = async (asker?: Person) => {
    const selection = 'comments { edges { node { text } } }';
    const asked = { typename: 'User', ids: [encodeId('user', guest.id)], selection };
    return (await askEntities(interactions, asked, asker?.viewer))[0].comments.edges.length;
  };

  expect([await said(host), await said(guest), await said(other), await said()]).toEqual([1, 1, 0, 0]);
});

test('nobody but those two answers or reacts to what is hidden; one takes back what one felt before', async () => {
  const { host, guest, other, postId, rude } = await setTheScene();
  await react(interactions, other, { targetId: rude, kind: 'LIKE' });
  await hide(host, rude);
  const reply = async ({ viewer }: Person) => {
    const query = 'mutation ($input: AddCommentInput!) { addComment(input: $input) { userErrors { code path } } }';
    const input = { postId, parentId: rude, text: 'me too' };
    return (await interactions.ask(query, { input }, viewer)).data.addComment.userErrors;
  };

  expect(await reply(other)).toEqual([{ code: 'CONFLICT', path: ['input', 'parentId'] }]);
  expect(await reply(guest)).toEqual([]);
  const refused = await react(interactions, other, { targetId: rude, kind: 'LOVE' });
  expect(refused.userErrors).toMatchObject([{ code: 'CONFLICT', path: ['input', 'targetId'] }]);
  expect((await react(interactions, host, { targetId: rude, kind: 'LIKE' })).userErrors).toEqual([]);
  expect((await react(interactions, other, { targetId: rude, kind: null })).userErrors).toEqual([]);
  expect((await look(rude, host)).reactionCount).toBe(1);
  expect(await findDrift(interactions.db)).toEqual([]);
});

test('a comment shown again is as it was, and a deleted one is no longer hidden', async () => {
  const { host, guest, other, rude } = await setTheScene();
  await hide(host, rude);
  await hide(host, rude, false);
  expect(await look(rude, other)).toMatchObject({ state: 'VISIBLE', text: 'rude #word', author: { handle: 'guest' } });

  await hide(host, rude);
  await deleteComment(interactions, guest.viewer, rude);

  expect(await look(rude, other)).toMatchObject({ state: 'DELETED', text: null });
  expect(await hide(host, rude)).toMatchObject({ comment: null, userErrors: [{ code: 'CONFLICT' }] });
});

test('only the host hides and pins, what others said, and nothing that is hidden from them', async () => {
  const { host, guest, other, postId, rude } = await setTheScene();
  const own = await comment(interactions, host, { postId });
  const path = ['input', 'commentId'];

  for (const act of [hide, pin]) {
    for (const person of [guest, other]) {
      expect((await act(person, rude)).userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
    }
  }
  expect((await hide(host, own)).userErrors).toMatchObject([{ code: 'CONFLICT', path }]);
  await tellOfEdge(interactions, [host, guest], { isFollowing: false, isBlocking: true });
  for (const act of [hide, pin]) {
    expect((await act(host, rude)).userErrors).toMatchObject([{ code: 'NOT_FOUND', path }]);
  }
});

test('a pinned comment comes first in every order and on no other page; another takes its place', async () => {
  const { host, guest, postId } = await setTheScene();
  const ids: string[] = [];
  for (const text of ['1', '2', '3', '4']) ids.push(await comment(interactions, guest, { postId, text }));
  const pages = async (sort: string, first: number) => {
    const texts: string[] = [];
    for (let after: string | null = null; ; ) {
      const selection = `comments(sort: ${sort}, first: ${first}${after ? `, after: "${after}"` : ''}) {
        pageInfo { endCursor hasNextPage } edges { node { text isPinned } } }`;
      const [post] = await askEntities(interactions, { typename: 'Post', ids: [postId], selection });
      for (const { node } of post.comments.edges) texts.push(node.isPinned ? `[${node.text}]` : node.text);
      if (!post.comments.pageInfo.hasNextPage) return texts.join(' ');
      after = post.comments.pageInfo.endCursor;
    }
  };

  expect(await pin(host, ids[1] ?? '')).toEqual({ comment: { isPinned: true }, userErrors: [] });
  for (const first of [1, 2, 3, 5, 100]) {
    expect(await pages('OLDEST', first)).toBe('[2] rude #word 1 3 4');
    expect(await pages('NEWEST', first)).toBe('[2] 4 3 1 rude #word');
    expect(await pages('TOP', first)).toBe('[2] rude #word 4 3 1');
  }

  await pin(host, ids[3] ?? '');
  expect(await pages('NEWEST', 2)).toBe('[4] 3 2 1 rude #word');
  await hide(host, ids[3] ?? '');
  expect(await pages('NEWEST', 2)).toBe(' 3 2 1 rude #word');
  expect((await pin(host, ids[3] ?? '')).userErrors).toMatchObject([{ code: 'CONFLICT' }]);
});

test('what is pinned between two pages comes neither twice nor never', async () => {
  const { host, guest, postId, rude } = await setTheScene();
  const ids = [rude];
  for (const text of ['1', '2', '3']) ids.push(await comment(interactions, guest, { postId, text }));
  const page = async (args: string) => {
    const selection = `comments(sort: OLDEST, first: 2${args}) { pageInfo { endCursor } edges { node { id } } }`;
    const [post] = await askEntities(interactions, { typename: 'Post', ids: [postId], selection });
    return {
      seen: post.comments.edges.map(({ node }: { node: { id: string } }) => ids.indexOf(node.id)),
      after: `, after: "${post.comments.pageInfo.endCursor}"`,
    };
  };
  await pin(host, ids[2] ?? '');

  const first = await page('');
  await pin(host, ids[3] ?? '');
  const second = await page(first.after);
  await pin(host, ids[3] ?? '', false);
  const third = await page(second.after);

  expect([first.seen, second.seen, third.seen]).toEqual([[2, 0], [1, 3], []]);
});

test('a reply cannot be pinned, and of two pinned at once one is', async () => {
  const { host, guest, postId, rude } = await setTheScene();
  const reply = await comment(interactions, guest, { postId, parentId: rude });
  expect((await pin(host, reply)).userErrors).toMatchObject([{ code: 'INVALID', path: ['input', 'commentId'] }]);

  const ids = await Promise.all(['1', '2', '3', '4'].map((text) => comment(interactions, guest, { postId, text })));
  const answers = await Promise.all(ids.map((id) => pin(host, id)));

  expect(answers.map(({ userErrors }) => userErrors)).toEqual([[], [], [], []]);
  const pinned = await interactions.database.sql`
    select id from interactions.comment where is_pinned and post_id = ${uuidOf('post', postId)}`;
  expect(pinned).toHaveLength(1);
});
