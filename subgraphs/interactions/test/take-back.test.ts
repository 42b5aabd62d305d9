import { askEntities, introduce, tellOfEdge } from '@nexus/contracts/testing/told';
import { expect, test } from 'vitest';
import { comment, publish, react, share, startInteractions } from './stage.ts';
import { findBrokenThreads, findDrift, findScoreDrift } from './truth.ts';

const TAKE_BACK = `mutation ($postId: ID!, $own: ID!, $liked: ID!) {
  unlike: setReaction(input: { targetId: $postId }) { target { __typename } reaction { id } removedReactionId userErrors { code } }
  unlikeComment: setReaction(input: { targetId: $liked }) { target { __typename } removedReactionId userErrors { code } }
  unshare: unsharePost(input: { postId: $postId }) { deletedShareId post { id } userErrors { code } }
  delete: deleteComment(input: { commentId: $own }) {
    deletedCommentId comment { id } deletedPlaceholderIds post { id } userErrors { code message }
  }
}`;

test('what is one’s own can be taken back from what one does not see any more, and tells nothing of it', async () => {
  await using interactions = await startInteractions();
  const [author, fan, other] = await introduce(interactions, 'author', 'fan', 'other');
  const postId = await publish(interactions, author);
  const own = await comment(interactions, fan, { postId });
  await comment(interactions, other, { postId, parentId: own });
  const liked = await comment(interactions, author, { postId });
  const { reaction } = await react(interactions, fan, { targetId: postId, kind: 'LIKE' });
  const { reaction: below } = await react(interactions, fan, { targetId: liked, kind: 'LOVE' });
  const shareId = await share(interactions, fan, postId);
  await tellOfEdge(interactions, [author, fan], { isFollowing: false, isBlocking: true });
  const takeBack = async () => (await interactions.ask(TAKE_BACK, { postId, own, liked }, fan.viewer)).data;

  const done = await takeBack();
  const again = await takeBack();

  expect(done).toEqual({
    unlike: { target: null, reaction: null, removedReactionId: reaction.id, userErrors: [] },
    unlikeComment: { target: null, removedReactionId: below.id, userErrors: [] },
    unshare: { deletedShareId: shareId, post: null, userErrors: [] },
    delete: { deletedCommentId: own, comment: null, deletedPlaceholderIds: [], post: null, userErrors: [] },
  });
  for (const { userErrors } of Object.values<{ userErrors: unknown }>(again)) {
    expect(userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  }
  const selection =
    'reactionCount shareCount commentCount comments(sort: OLDEST) { totalCount edges { node { state } } }';
  const [post] = await askEntities(interactions, { typename: 'Post', ids: [postId], selection }, author.viewer);
  expect(post).toEqual({
    reactionCount: 0,
    shareCount: 0,
    commentCount: 2,
    comments: { totalCount: 2, edges: [{ node: { state: 'DELETED' } }, { node: { state: 'VISIBLE' } }] },
  });
  expect(await findDrift(interactions.db)).toEqual([]);
  expect(await findScoreDrift(interactions.db)).toEqual([]);
  expect(await findBrokenThreads(interactions.db)).toEqual([]);
});

test('what others left on what one does not see is as if it were not there', async () => {
  await using interactions = await startInteractions();
  const [author, fan, other] = await introduce(interactions, 'author', 'fan', 'other');
  const postId = await publish(interactions, author);
  const theirs = await comment(interactions, other, { postId });
  const mine = await comment(interactions, fan, { postId, parentId: theirs });
  await tellOfEdge(interactions, [other, fan], { isFollowing: false, isBlocking: true });

  const { data } = await interactions.ask(
    `mutation ($postId: ID!, $theirs: ID!, $mine: ID!) {
      like: setReaction(input: { targetId: $theirs, kind: LIKE }) { userErrors { code message } }
      reply: addComment(input: { postId: $postId, parentId: $theirs, text: "x" }) { userErrors { code message } }
      delete: deleteComment(input: { commentId: $theirs }) { userErrors { code message } }
      editBelow: editComment(input: { commentId: $mine, text: "x" }) { userErrors { code message } }
    }`,
    { postId, theirs, mine },
    fan.viewer,
  );

  const userErrors = [{ code: 'NOT_FOUND', message: 'The comment was not found.' }];
  expect(data).toEqual({
    like: { userErrors },
    reply: { userErrors },
    delete: { userErrors },
    editBelow: { userErrors },
  });
});
