import type { TestSubgraph } from '@nexus/contracts/testing';
import { askEntities, introduce, type Person, tellOfEdge, tellOfPerson } from '@nexus/contracts/testing/told';
import { expect, test } from 'vitest';
import { comment, deleteComment, publish, react, share, startInteractions } from './stage.ts';

const block = (subgraph: TestSubgraph, pair: readonly [Person, Person], change = {}) =>
  tellOfEdge(subgraph, pair, { isFollowing: false, isBlocking: true, version: 2, ...change });

const SEEN = `commentCount reactionCount reactionSummary { kind count } shareCount
  comments(sort: OLDEST) { totalCount edges { node { text replyCount replies { totalCount edges { node { text } } } } } }
  reactions { totalCount edges { node { user { handle } } } } shares { totalCount edges { node { user { handle } } } }`;

async function look(subgraph: TestSubgraph, postId: string, person?: Person) {
  const asked = { typename: 'Post', ids: [postId], selection: SEEN };
  const [post] = await askEntities(subgraph, asked, person?.viewer);
  return post;
}

/** A host's post on which two people comment, react and which they share; the third replies to the first. */
async function setTheScene(interactions: TestSubgraph) {
  const [host, one, other, third] = await introduce(interactions, 'host', 'one', 'other', 'third');
  const postId = await publish(interactions, host);
  const ones = await comment(interactions, one, { postId, text: 'by one' });
  await comment(interactions, other, { postId, text: 'by other' });
  const below = await comment(interactions, third, { postId, parentId: ones, text: 'below one' });
  await react(interactions, one, { targetId: postId, kind: 'LOVE' });
  await react(interactions, other, { targetId: postId, kind: 'LIKE' });
  await share(interactions, one, postId);
  await share(interactions, other, postId);
  return { host, one, other, third, postId, ones, below };
}

const node = (text: string, replies: string[] = []) => ({
  node: {
    text,
    replyCount: replies.length,
    replies: { totalCount: replies.length, edges: replies.map((reply) => ({ node: { text: reply } })) },
  },
});
const by = (...handles: string[]) => ({
  totalCount: handles.length,
  edges: handles.map((handle) => ({ node: { user: { handle } } })),
});
const ALL = {
  commentCount: 3,
  reactionCount: 2,
  reactionSummary: [
    { kind: 'LIKE', count: 1 },
    { kind: 'LOVE', count: 1 },
  ],
  shareCount: 2,
  comments: { totalCount: 2, edges: [node('by one', ['below one']), node('by other')] },
  reactions: by('other', 'one'),
  shares: by('other', 'one'),
};
const WITHOUT_ONE = {
  commentCount: 1,
  reactionCount: 1,
  reactionSummary: [{ kind: 'LIKE', count: 1 }],
  shareCount: 1,
  comments: { totalCount: 1, edges: [node('by other')] },
  reactions: by('other'),
  shares: by('other'),
};

test('two people between whom there is a block see nothing of each other on a third person’s post; others see all', async () => {
  await using interactions = await startInteractions();
  const { host, one, other, third, postId } = await setTheScene(interactions);
  await block(interactions, [other, one]);

  expect(await look(interactions, postId, other)).toEqual(WITHOUT_ONE);
  expect(await look(interactions, postId, one)).toEqual({
    commentCount: 2,
    reactionCount: 1,
    reactionSummary: [{ kind: 'LOVE', count: 1 }],
    shareCount: 1,
    comments: { totalCount: 1, edges: [node('by one', ['below one'])] },
    reactions: by('one'),
    shares: by('one'),
  });
  for (const person of [host, third, undefined]) expect(await look(interactions, postId, person)).toEqual(ALL);

  await block(interactions, [other, one], { isBlocking: false, version: 3 });
  expect(await look(interactions, postId, other)).toEqual(ALL);
});

test('what the blocked left on the blocker’s post is hidden to the blocker and kept for others; the blocked sees no post', async () => {
  await using interactions = await startInteractions();
  const { host, one, other, postId } = await setTheScene(interactions);
  await block(interactions, [host, one]);

  expect(await look(interactions, postId, host)).toEqual(WITHOUT_ONE);
  expect(await look(interactions, postId, other)).toEqual(ALL);
  expect(await look(interactions, postId)).toEqual(ALL);
  expect(await look(interactions, postId, one)).toBeNull();
});

test('a hidden comment takes the replies below it along, however one comes to them', async () => {
  await using interactions = await startInteractions();
  const { one, other, third, postId, ones, below } = await setTheScene(interactions);
  const { reaction } = await react(interactions, third, { targetId: ones, kind: 'WOW' });
  const mine = await comment(interactions, other, { postId, parentId: below, text: 'deep' });
  await block(interactions, [one, other]);
  const found = (typename: string, ids: string[], person?: Person) =>
    askEntities(interactions, { typename, ids, selection: 'id' }, person?.viewer);

  expect(await found('Comment', [ones, below, mine], other)).toEqual([null, null, null]);
  expect(await found('Reaction', [reaction.id], other)).toEqual([null]);
  const { data } = await interactions.ask(`{ comment(id: "${below}") { id } }`, {}, other.viewer);
  expect(data.comment).toBeNull();
  expect(await found('Comment', [ones, below, mine], third)).toEqual([ones, below, mine].map((id) => ({ id })));
});

test('of an account that is not in use nothing shows and counts for anybody, until it is again', async () => {
  await using interactions = await startInteractions();
  const { host, one, other, postId } = await setTheScene(interactions);

  for (const [index, state] of (['SUSPENDED', 'ACTIVE', 'DEACTIVATED', 'ACTIVE'] as const).entries()) {
    await tellOfPerson(interactions, one, { state, version: index + 2 });
    const expected = state === 'ACTIVE' ? ALL : WITHOUT_ONE;
    for (const person of [host, other, undefined]) expect(await look(interactions, postId, person)).toEqual(expected);
  }
});

test('a placeholder shows only to whom it keeps something together', async () => {
  await using interactions = await startInteractions();
  const { host, other, third, postId, ones } = await setTheScene(interactions);
  await deleteComment(interactions, host.viewer, ones);
  await block(interactions, [other, third]);

  const placeholder = { node: { ...node('', ['below one']).node, text: null } };
  const seenBy = async (person?: Person) => (await look(interactions, postId, person)).comments;
  expect(await seenBy(host)).toEqual({ totalCount: 2, edges: [placeholder, node('by other')] });
  expect(await seenBy(other)).toEqual({ totalCount: 1, edges: [node('by other')] });
  const [gone] = await askEntities(interactions, { typename: 'Comment', ids: [ones], selection: 'id' }, other.viewer);
  expect(gone).toBeNull();
});

test('pages stay full, and a cursor goes on where it was when its item is hidden meanwhile', async () => {
  await using interactions = await startInteractions();
  const [host, noisy, quiet] = await introduce(interactions, 'host', 'noisy', 'quiet');
  const postId = await publish(interactions, host);
  for (let number = 0; number < 8; number++) {
    await comment(interactions, number % 2 ? noisy : quiet, { postId, text: `${number}` });
  }
  const page = async (args: string) => {
    const selection = `comments(sort: OLDEST, ${args}) { pageInfo { endCursor hasNextPage } edges { node { text } } }`;
    const [post] = await askEntities(interactions, { typename: 'Post', ids: [postId], selection }, host.viewer);
    const texts = post.comments.edges.map(({ node: { text } }: { node: { text: string } }) => text).join('');
    return { texts, ...post.comments.pageInfo };
  };

  const first = await page('first: 2');
  await block(interactions, [host, noisy]);
  const second = await page(`first: 2, after: "${first.endCursor}"`);
  const last = await page(`first: 2, after: "${second.endCursor}"`);

  expect([first.texts, second.texts, last.texts]).toEqual(['01', '24', '6']);
  expect([second.hasNextPage, last.hasNextPage]).toEqual([true, false]);
});
