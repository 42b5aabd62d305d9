import { encodeId } from '@nexus/contracts/ids';
import type { TestSubgraph } from '@nexus/contracts/testing';
import { askEntities, introduce, type Person } from '@nexus/contracts/testing/told';
import { expect, test } from 'vitest';
import { comment, publish, react, share, startInteractions, tellOfFollow, tellOfPost } from './stage.ts';

type Scene = { postId: string; commentId: string; reactionId: string; shareId: string; author: Person; fan: Person };

/** A public post on which a fan has commented, reacted and which they share. */
async function setTheScene(interactions: TestSubgraph): Promise<Scene> {
  const [author, fan] = await introduce(interactions, 'author', 'fan');
  const postId = await publish(interactions, author);
  const commentId = await comment(interactions, fan, { postId });
  const { reaction } = await react(interactions, fan, { targetId: postId, kind: 'LIKE' });
  const shareId = await share(interactions, fan, postId);
  return { postId, commentId, reactionId: reaction.id, shareId, author, fan };
}

const EVERYTHING = ['post', 'comment', 'reaction', 'share', 'comment by id', 'what the fan said'];

/** What of a scene shows to somebody, or to nobody in particular. */
async function seenBy(interactions: TestSubgraph, scene: Scene, asker?: Person): Promise<string[]> {
  const viewer = asker?.viewer;
  const entity = async (typename: string, id: string, selection = 'id') =>
    (await askEntities(interactions, { typename, ids: [id], selection }, viewer))[0];
  const fan = await entity('User', encodeId('user', scene.fan.id), 'comments { edges { node { id } } }');
  const looked = await interactions.ask(`{ comment(id: "${scene.commentId}") { id } }`, {}, viewer);
  const seen = {
    post: await entity('Post', scene.postId),
    comment: await entity('Comment', scene.commentId),
    reaction: await entity('Reaction', scene.reactionId),
    share: await entity('Share', scene.shareId),
    'comment by id': looked.data.comment,
    'what the fan said': fan.comments.edges[0],
  };
  return Object.entries(seen)
    .filter(([, thing]) => thing != null)
    .map(([name]) => name);
}

test('what hangs on a post shows to whom the post shows', async () => {
  await using interactions = await startInteractions();
  const scene = await setTheScene(interactions);
  const { postId, author, fan } = scene;
  const [follower, stranger] = await introduce(interactions, 'follower', 'stranger');
  await tellOfFollow(interactions, { source: follower, target: author });
  const seen = async (...askers: (Person | undefined)[]) =>
    await Promise.all(askers.map((asker) => seenBy(interactions, scene, asker)));

  expect(await seen(author, fan, follower, stranger, undefined)).toEqual(Array(5).fill(EVERYTHING));

  await tellOfPost(interactions, { postId, author, visibility: 'FOLLOWERS', version: 2 });
  expect(await seen(author, follower)).toEqual([EVERYTHING, EVERYTHING]);
  expect(await seen(fan, stranger, undefined)).toEqual([[], [], []]);

  await tellOfFollow(interactions, { source: follower, target: author, isFollowing: false, version: 2 });
  expect(await seen(author, follower)).toEqual([EVERYTHING, []]);

  await tellOfPost(interactions, { postId, author, visibility: 'ONLY_ME', version: 3 });
  expect(await seen(author, fan)).toEqual([EVERYTHING, []]);

  await tellOfPost(interactions, { postId, author, state: 'DELETED', version: 4 });
  expect(await seen(author, fan, undefined)).toEqual([[], [], []]);
});

test('a hidden post is changed as little as one that does not exist', async () => {
  await using interactions = await startInteractions();
  const { postId, commentId, author, fan } = await setTheScene(interactions);
  await tellOfPost(interactions, { postId, author, visibility: 'ONLY_ME', version: 2 });

  const { data } = await interactions.ask(
    `mutation ($postId: ID!, $commentId: ID!) {
      react: setReaction(input: { targetId: $postId, kind: LIKE }) { userErrors { code } }
      reactBelow: setReaction(input: { targetId: $commentId, kind: LIKE }) { userErrors { code } }
      comment: addComment(input: { postId: $postId, text: "x" }) { userErrors { code } }
      edit: editComment(input: { commentId: $commentId, text: "x" }) { userErrors { code } }
      share: sharePost(input: { postId: $postId }) { userErrors { code } }
    }`,
    { postId, commentId },
    fan.viewer,
  );

  const answers: { userErrors: unknown }[] = Object.values(data);
  expect(answers).toHaveLength(5);
  for (const { userErrors } of answers) expect(userErrors).toEqual([{ code: 'NOT_FOUND' }]);
});

test('lists over many posts leave hidden ones out and still fill their pages', async () => {
  await using interactions = await startInteractions();
  const [author, fan] = await introduce(interactions, 'author', 'fan');
  const postIds: string[] = [];
  for (let number = 0; number < 6; number++) {
    const postId = await publish(interactions, author);
    await comment(interactions, fan, { postId, text: `on ${number}` });
    await react(interactions, fan, { targetId: postId, kind: 'LIKE' });
    postIds.push(postId);
  }
  const hidden = postIds.filter((_, number) => number % 2 === 1);
  for (const postId of hidden) await tellOfPost(interactions, { postId, author, state: 'DELETED', version: 2 });

  const fanId = encodeId('user', fan.id);
  const said = 'comments(first: 2) { totalCount pageInfo { hasNextPage } edges { node { text } } }';
  const [user] = await askEntities(interactions, { typename: 'User', ids: [fanId], selection: said }, fan.viewer);
  const reacted =
    '{ viewer { reactedPosts(first: 2) { totalCount pageInfo { hasNextPage } edges { node { target { ... on Post { id } } } } } } }';
  const { data } = await interactions.ask(reacted, {}, fan.viewer);

  const pageInfo = { hasNextPage: true };
  expect(user.comments).toEqual({
    totalCount: null,
    pageInfo,
    edges: [{ node: { text: 'on 4' } }, { node: { text: 'on 2' } }],
  });
  expect(data.viewer.reactedPosts).toEqual({
    totalCount: null,
    pageInfo,
    edges: [postIds[4], postIds[2]].map((id) => ({ node: { target: { id } } })),
  });
});

test('a reference that is malformed, of another kind or unknown gives null; a viewer is nobody else', async () => {
  await using interactions = await startInteractions();
  const [ada, bob] = await introduce(interactions, 'ada', 'bob');
  const postId = await publish(interactions, ada);
  const ids = ['nonsense', 'post_x', encodeId('user', ada.id), encodeId('post', ada.id)];

  for (const typename of ['Post', 'Comment', 'Reaction', 'Share']) {
    expect(await askEntities(interactions, { typename, ids, selection: 'id' })).toEqual([null, null, null, null]);
  }
  const viewerIds = [encodeId('viewer', bob.id), encodeId('viewer', ada.id), encodeId('user', ada.id), postId];
  const viewers = await askEntities(interactions, { typename: 'Viewer', ids: viewerIds, selection: 'id' }, ada.viewer);
  expect(viewers).toEqual([null, { id: encodeId('viewer', ada.id) }, null, null]);
  expect((await interactions.ask('{ viewer { id } }')).data).toEqual({ viewer: null });
});
