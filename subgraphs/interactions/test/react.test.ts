import { askEntities, introduce } from '@nexus/contracts/testing/told';
import { expect, test } from 'vitest';
import { comment, publish, react, startInteractions } from './stage.ts';

test('a person has one reaction to a post: set, repeated, changed, taken back', async () => {
  await using interactions = await startInteractions();
  const [ada, bob] = await introduce(interactions, 'ada', 'bob');
  const targetId = await publish(interactions, ada);

  const first = await react(interactions, bob, { targetId, kind: 'LIKE' });
  const again = await react(interactions, bob, { targetId, kind: 'LIKE' });
  const changed = await react(interactions, bob, { targetId, kind: 'LOVE' });
  const gone = await react(interactions, bob, { targetId, kind: null });
  const nothing = await react(interactions, bob, { targetId, kind: null });

  expect(first.target).toEqual({
    reactionCount: 1,
    reactionSummary: [{ kind: 'LIKE', count: 1 }],
    viewerReaction: 'LIKE',
  });
  expect(first.reaction).toMatchObject({ kind: 'LIKE', user: { handle: 'bob' } });
  expect(again).toEqual(first);
  expect(changed.reaction.id).toBe(first.reaction.id);
  expect(changed.target.reactionSummary).toEqual([{ kind: 'LOVE', count: 1 }]);
  expect(gone).toMatchObject({ reaction: null, removedReactionId: first.reaction.id });
  expect(gone.target).toEqual({ reactionCount: 0, reactionSummary: [], viewerReaction: null });
  expect(nothing.removedReactionId).toBeNull();
});

test('comments have reactions of their own', async () => {
  await using interactions = await startInteractions();
  const [ada, bob] = await introduce(interactions, 'ada', 'bob');
  const postId = await publish(interactions, ada);
  const targetId = await comment(interactions, ada, { postId });

  await react(interactions, ada, { targetId, kind: 'LAUGH' });
  const answer = await react(interactions, bob, { targetId, kind: 'LAUGH' });

  expect(answer.target).toEqual({ onComment: 2, tally: [{ kind: 'LAUGH', count: 2 }], viewerReaction: 'LAUGH' });
  const [post] = await askEntities(interactions, { typename: 'Post', ids: [postId], selection: 'reactionCount' });
  expect(post.reactionCount).toBe(0);
});

test('the kinds of a tally come by frequency, and the list can be asked by kind', async () => {
  await using interactions = await startInteractions();
  const [ada, bob, cleo] = await introduce(interactions, 'ada', 'bob', 'cleo');
  const postId = await publish(interactions, ada);
  await react(interactions, ada, { targetId: postId, kind: 'LIKE' });
  await react(interactions, bob, { targetId: postId, kind: 'WOW' });
  await react(interactions, cleo, { targetId: postId, kind: 'WOW' });

  const selection = `reactionSummary { kind count }
    wows: reactions(kind: WOW) { totalCount edges { node { user { handle } target { __typename } } } }
    all: reactions(first: 1) { totalCount pageInfo { hasNextPage } edges { node { kind } } }`;
  const [post] = await askEntities(interactions, { typename: 'Post', ids: [postId], selection });

  expect(post.reactionSummary).toEqual([
    { kind: 'WOW', count: 2 },
    { kind: 'LIKE', count: 1 },
  ]);
  expect(post.wows).toEqual({
    totalCount: 2,
    edges: [cleo, bob].map(({ handle }) => ({ node: { user: { handle }, target: { __typename: 'Post' } } })),
  });
  expect(post.all).toEqual({
    totalCount: 3,
    pageInfo: { hasNextPage: true },
    edges: [{ node: { kind: 'WOW' } }],
  });
});

test('two changes in one request each answer with the counts of their moment', async () => {
  await using interactions = await startInteractions();
  const [ada] = await introduce(interactions, 'ada');
  const targetId = await publish(interactions, ada);

  const { data } = await interactions.ask(
    `mutation ($targetId: ID!) {
      like: setReaction(input: { targetId: $targetId, kind: LIKE }) { target { ... on Post { reactionCount } } }
      unlike: setReaction(input: { targetId: $targetId, kind: null }) { target { ... on Post { reactionCount } } }
    }`,
    { targetId },
    ada.viewer,
  );

  expect(data).toEqual({ like: { target: { reactionCount: 1 } }, unlike: { target: { reactionCount: 0 } } });
});

test('what cannot be reacted to is refused', async () => {
  await using interactions = await startInteractions();
  const [ada] = await introduce(interactions, 'ada');

  const malformed = await react(interactions, ada, { targetId: 'post_nonsense', kind: 'LIKE' });
  const user = await react(interactions, ada, { targetId: 'user_01h455vb4pex5vsknk084sn02q', kind: 'LIKE' });
  const unknown = await react(interactions, ada, { targetId: 'post_01h455vb4pex5vsknk084sn02q', kind: 'LIKE' });
  const nobody = await interactions.ask(
    'mutation { setReaction(input: { targetId: "post_01h455vb4pex5vsknk084sn02q" }) { userErrors { code } } }',
  );

  const path = ['input', 'targetId'];
  expect(malformed.userErrors).toMatchObject([{ code: 'INVALID', path }]);
  expect(user.userErrors).toMatchObject([{ code: 'INVALID', path }]);
  expect(unknown.userErrors).toMatchObject([{ code: 'NOT_FOUND', path }]);
  expect(nobody.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
});
