import { encodeId } from '@nexus/contracts/ids';
import { newId } from '@nexus/kit/new-id';
import { expect, test } from 'vitest';
import { act, ask, attempt, handlesOf, meet, startUsers, toldOf } from './stage.ts';

const REQUESTS = `query ($first: Int, $after: String) {
  viewer {
    followRequests(first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } edges { node { id requester { handle } target { handle } } }
    }
    sentFollowRequests { totalCount edges { node { id requester { handle } target { handle } } } }
  }
}`;
type Edges = { edges: { node: { id: string; requester: { handle: string } } }[] };
const requestersOf = ({ edges }: Edges) => edges.map(({ node }) => node.requester.handle);

test('whoever follows a private account asks first, and is let in or not', async () => {
  await using users = await startUsers();
  const [maria, ann, ben] = await meet(users, 'maria', 'ann', 'ben');
  await act(users, maria, ['updatePrivacy', { isPrivateAccount: true }]);

  const asked = await act(users, ann, ['followUser', { userId: maria.id, notifyOnPost: true }]);
  await act(users, ben, ['followUser', { userId: maria.id }]);
  expect(asked.user).toMatchObject({ isPrivateAccount: true, followerCount: 0 });
  expect(asked.user.relationship).toMatchObject({ isFollowing: false, hasPendingRequest: true, notifyOnPost: false });

  const { viewer } = await ask(users, REQUESTS, { as: maria });
  expect(requestersOf(viewer.followRequests)).toEqual(['ben', 'ann']);
  expect(viewer).toMatchObject({ followRequests: { totalCount: 2 }, sentFollowRequests: { totalCount: 0, edges: [] } });
  const [fromBen, fromAnn] = viewer.followRequests.edges.map(({ node }: { node: { id: string } }) => node.id);
  const accepted = await act(users, maria, ['respondToFollowRequest', { requestId: fromAnn, accept: true }]);
  const rejected = await act(users, maria, ['respondToFollowRequest', { requestId: fromBen, accept: false }]);

  const requester = { handle: 'ann', relationship: { isFollowedBy: true } };
  expect(accepted).toMatchObject({ removedRequestId: fromAnn, requester });
  expect(rejected).toMatchObject({ removedRequestId: fromBen, requester: { relationship: { isFollowedBy: false } } });
  expect((await ask(users, REQUESTS, { as: maria })).viewer.followRequests).toMatchObject({ totalCount: 0, edges: [] });
  // What she asked for came with it, and nobody was told of requests.
  expect(await toldOf(users, 'users.relationship.changed.v1')).toMatchObject([
    { sourceId: ann.viewer.id, targetId: maria.viewer.id, isFollowing: true, notifyOnPost: true, version: 1 },
  ]);
});

test('a request is made once, taken back by unfollowing, and answered once', async () => {
  await using users = await startUsers();
  const [maria, ann] = await meet(users, 'maria', 'ann');
  await act(users, maria, ['updatePrivacy', { isPrivateAccount: true }]);

  for (const showShares of [true, false]) await act(users, ann, ['followUser', { userId: maria.id, showShares }]);
  const { viewer } = await ask(users, REQUESTS, { as: ann });
  expect(viewer.sentFollowRequests).toMatchObject({
    totalCount: 1,
    edges: [{ node: { target: { handle: 'maria' } } }],
  });
  const requestId = viewer.sentFollowRequests.edges[0].node.id;
  const back = await act(users, ann, ['unfollowUser', { userId: maria.id }]);
  const late = await attempt(users, maria, ['respondToFollowRequest', { requestId, accept: true }]);

  expect(back.user.relationship.hasPendingRequest).toBe(false);
  expect(late).toMatchObject({
    removedRequestId: null,
    userErrors: [{ code: 'NOT_FOUND', message: 'The request was not found.', path: ['input', 'requestId'] }],
  });
});

test('only who is asked answers, and only the two of a request see it', async () => {
  await using users = await startUsers();
  const [maria, ann, eve] = await meet(users, 'maria', 'ann', 'eve');
  await act(users, maria, ['updatePrivacy', { isPrivateAccount: true }]);
  await act(users, ann, ['followUser', { userId: maria.id }]);
  const { viewer } = await ask(users, REQUESTS, { as: maria });
  const requestId = viewer.followRequests.edges[0].node.id;
  const NODE = 'query ($id: ID!) { node(id: $id) { ... on FollowRequest { requester { handle } } } }';

  for (const person of [ann, eve]) {
    const refused = await attempt(users, person, ['respondToFollowRequest', { requestId, accept: true }]);
    const unknown = { requestId: encodeId('request', newId()), accept: true };
    expect(refused).toEqual(await attempt(users, person, ['respondToFollowRequest', unknown]));
  }
  for (const as of [maria, ann]) {
    expect(await ask(users, NODE, { as, id: requestId })).toEqual({ node: { requester: { handle: 'ann' } } });
  }
  for (const as of [eve, undefined]) expect(await ask(users, NODE, { as, id: requestId })).toEqual({ node: null });
});

test('an account that becomes public lets all in who wait, and one that becomes private keeps its followers', async () => {
  await using users = await startUsers();
  const [maria, ...fans] = await meet(users, 'maria', 'ann', 'ben', 'cat');
  const [ann, ben, cat] = fans;
  await act(users, ann, ['followUser', { userId: maria.id }]);
  await act(users, maria, ['updatePrivacy', { isPrivateAccount: true }]);
  for (const fan of [ben, cat]) await act(users, fan, ['followUser', { userId: maria.id, showShares: false }]);

  await act(users, maria, ['updatePrivacy', { isPrivateAccount: false }]);

  const FOLLOWERS =
    'query ($id: ID!) { user(id: $id) { followerCount followers { totalCount edges { node { handle } } } } }';
  const { user } = await ask(users, FOLLOWERS, { id: maria.id });
  expect(user).toMatchObject({ followerCount: 3, followers: { totalCount: 3 } });
  expect(handlesOf(user.followers)?.toSorted()).toEqual(['ann', 'ben', 'cat']);
  const told = await toldOf(users, 'users.relationship.changed.v1');
  expect(told.map(({ showShares }) => showShares)).toEqual([true, false, false]);
  expect(await toldOf(users, 'users.user.updated.v1')).toMatchObject([
    { isPrivate: true, version: 2 },
    { isPrivate: false, version: 3 },
  ]);
});

test('requests are paged to their end', async () => {
  await using users = await startUsers();
  const [maria, ...fans] = await meet(users, 'maria', 'a1', 'a2', 'a3', 'a4', 'a5');
  await act(users, maria, ['updatePrivacy', { isPrivateAccount: true }]);
  for (const fan of fans) await act(users, fan, ['followUser', { userId: maria.id }]);

  const seen: string[] = [];
  let after: string | null = null;
  do {
    const { viewer } = await ask(users, REQUESTS, { as: maria, first: 2, after });
    seen.push(...requestersOf(viewer.followRequests));
    expect(viewer.followRequests.totalCount).toBe(5);
    after = viewer.followRequests.pageInfo.hasNextPage ? viewer.followRequests.pageInfo.endCursor : null;
  } while (after !== null);

  expect(seen).toEqual(['a5', 'a4', 'a3', 'a2', 'a1']);
});

test('a follower is removed without a word', async () => {
  await using users = await startUsers();
  const [maria, ann] = await meet(users, 'maria', 'ann');
  await act(users, ann, ['followUser', { userId: maria.id, notifyOnPost: true }]);

  const { user } = await act(users, maria, ['removeFollower', { userId: ann.id }]);
  await act(users, maria, ['removeFollower', { userId: ann.id }]);

  expect(user).toMatchObject({ followingCount: 0, relationship: { isFollowedBy: false } });
  expect(await toldOf(users, 'users.relationship.changed.v1')).toMatchObject([
    { isFollowing: true, notifyOnPost: true, version: 1 },
    { isFollowing: false, notifyOnPost: false, version: 2 },
  ]);
});
