import { encodeId } from '@nexus/contracts/ids';
import { newId } from '@nexus/kit/new-id';
import { expect, test } from 'vitest';
import { act, ask, attempt, handlesOf, meet, NOT_FOUND, type Person, startUsers, toldOf, type Verb } from './stage.ts';
import { findContradictions, findDrift } from './truth.ts';

const BLOCKED =
  'query ($first: Int) { viewer { blockedUsers(first: $first) { totalCount edges { since node { handle } } } } }';

test('a block ends everything between two people at once, and tells the neighbours', async () => {
  await using users = await startUsers();
  const [maria, eve] = await meet(users, 'maria', 'eve');
  await act(users, maria, ['followUser', { userId: eve.id }]);
  await act(users, eve, ['followUser', { userId: maria.id, notifyOnPost: true }]);
  for (const [owner, member] of [
    [maria, eve],
    [eve, maria],
  ] as const) {
    const { list } = await act(users, owner, ['upsertList', { name: 'Friends' }]);
    await act(users, owner, ['setListMembership', { listId: list.id, userId: member.id, isMember: true }]);
  }

  const { user } = await act(users, maria, ['blockUser', { userId: eve.id }]);

  expect(user).toMatchObject({ handle: 'eve', followerCount: 0, followingCount: 0 });
  expect(user.relationship).toMatchObject({ isBlocking: true, isFollowing: false, isFollowedBy: false });
  const edges = (await toldOf(users, 'users.relationship.changed.v1')).slice(2);
  const byTarget = edges.toSorted((a, b) => Number(a.isBlocking) - Number(b.isBlocking));
  expect(byTarget).toMatchObject([
    { sourceId: eve.viewer.id, isFollowing: false, notifyOnPost: false, isBlocking: false, version: 2 },
    { sourceId: maria.viewer.id, isFollowing: false, isBlocking: true, version: 2 },
  ]);
  const places = (await toldOf(users, 'users.list_member.changed.v1')).slice(2);
  expect(places).toMatchObject([
    { isMember: false, version: 2 },
    { isMember: false, version: 2 },
  ]);
  expect(await findContradictions(users.db)).toEqual([]);
  expect(await findDrift(users.db)).toEqual([]);
});

test('a block ends requests, too', async () => {
  await using users = await startUsers();
  const [maria, eve] = await meet(users, 'maria', 'eve');
  for (const person of [maria, eve]) await act(users, person, ['updatePrivacy', { isPrivateAccount: true }]);
  await act(users, maria, ['followUser', { userId: eve.id }]);
  await act(users, eve, ['followUser', { userId: maria.id }]);

  await act(users, maria, ['blockUser', { userId: eve.id }]);
  await act(users, maria, ['unblockUser', { userId: eve.id }]);

  const REQUESTS = '{ viewer { followRequests { totalCount } sentFollowRequests { totalCount } } }';
  const none = { followRequests: { totalCount: 0 }, sentFollowRequests: { totalCount: 0 } };
  for (const as of [maria, eve]) expect((await ask(users, REQUESTS, { as })).viewer).toEqual(none);
});

test('blocked people are listed for who blocked them, and nothing of it comes back with the end of a block', async () => {
  await using users = await startUsers();
  const [maria, ann, eve] = await meet(users, 'maria', 'ann', 'eve');
  await act(users, maria, ['followUser', { userId: eve.id }]);
  for (const { id } of [eve, ann, eve]) await act(users, maria, ['blockUser', { userId: id }]);

  const { viewer } = await ask(users, BLOCKED, { as: maria });
  expect(handlesOf(viewer.blockedUsers)).toEqual(['ann', 'eve']);
  expect(viewer.blockedUsers.totalCount).toBe(2);
  expect((await ask(users, BLOCKED, { as: eve })).viewer.blockedUsers).toEqual({ totalCount: 0, edges: [] });

  const { user } = await act(users, maria, ['unblockUser', { userId: eve.id }]);
  await act(users, maria, ['unblockUser', { userId: eve.id }]);
  expect(user.relationship).toMatchObject({ isBlocking: false, isFollowing: false });
  expect(handlesOf((await ask(users, BLOCKED, { as: maria })).viewer.blockedUsers)).toEqual(['ann']);
});

test('who has blocked somebody is told who they are, and not with whom', async () => {
  await using users = await startUsers();
  const [maria, eve] = await meet(users, 'maria', 'eve');
  await act(users, maria, ['blockUser', { userId: eve.id }]);

  const shown = 'handle followers { totalCount } following { totalCount } followersYouKnow { totalCount }';
  const { viewer } = await ask(users, `{ viewer { blockedUsers { edges { node { ${shown} } } } } }`, { as: maria });

  const closed = { handle: 'eve', followers: null, following: null, followersYouKnow: null };
  expect(viewer.blockedUsers.edges).toEqual([{ node: closed }]);
  const shownBy = async (verb: string) => {
    const mutation = `mutation ($id: ID!) { done: ${verb}(input: { userId: $id }) { user { ${shown} } } }`;
    return (await ask(users, mutation, { as: maria, id: eve.id })).done.user;
  };
  for (const verb of ['blockUser', 'unfollowUser', 'removeFollower', 'unmuteUser']) {
    expect(await shownBy(verb)).toEqual(closed);
  }
  const open = { totalCount: 0 };
  expect(await shownBy('unblockUser')).toEqual({ ...closed, followers: open, following: open, followersYouKnow: open });
});

test('whatever the blocked try on who blocked them, they are told the same as of somebody who never was', async () => {
  await using users = await startUsers();
  const [maria, eve] = await meet(users, 'maria', 'eve');
  const { list } = await act(users, eve, ['upsertList', { name: 'Targets' }]);
  await act(users, maria, ['blockUser', { userId: eve.id }]);
  const nobody = encodeId('user', newId());

  const verbs = [
    'followUser',
    'unfollowUser',
    'removeFollower',
    'blockUser',
    'unblockUser',
    'muteUser',
    'unmuteUser',
  ] as const;
  for (const verb of verbs) {
    const refused = await attempt(users, eve, [verb, { userId: maria.id }]);
    expect(refused.userErrors).toEqual([NOT_FOUND]);
    expect(refused).toEqual(await attempt(users, eve, [verb, { userId: nobody }]));
  }
  for (const userId of [maria.id, encodeId('user', newId())]) {
    const place = { listId: list.id, userId };
    expect((await attempt(users, eve, ['setListMembership', { ...place, isMember: true }])).userErrors).toEqual([
      NOT_FOUND,
    ]);
    expect((await attempt(users, eve, ['setListMembership', { ...place, isMember: false }])).userErrors).toEqual([]);
  }
});

test('who has blocked somebody takes things back, but does nothing new to them', async () => {
  await using users = await startUsers();
  const [maria, eve] = await meet(users, 'maria', 'eve');
  await act(users, maria, ['muteUser', { userId: eve.id }]);
  await act(users, maria, ['blockUser', { userId: eve.id }]);

  for (const verb of ['followUser', 'muteUser'] satisfies Verb[]) {
    expect((await attempt(users, maria, [verb, { userId: eve.id }])).userErrors).toEqual([NOT_FOUND]);
  }
  for (const verb of ['unfollowUser', 'unmuteUser', 'removeFollower', 'blockUser', 'unblockUser'] satisfies Verb[]) {
    expect((await act(users, maria, [verb, { userId: eve.id }])).user.handle).toBe('eve');
  }
});

test('nobody does these things to themselves', async () => {
  await using users = await startUsers();
  const [maria] = await meet(users, 'maria');

  for (const verb of [
    'followUser',
    'removeFollower',
    'blockUser',
    'unblockUser',
    'muteUser',
    'unmuteUser',
  ] satisfies Verb[]) {
    const refused = await attempt(users, maria, [verb, { userId: maria.id }]);
    expect(refused.userErrors).toMatchObject([{ code: 'INVALID', path: ['input', 'userId'] }]);
  }
});

test('two who block each other at once: one does, and both are out of each other’s sight', async () => {
  await using users = await startUsers();
  const pairs: (readonly [Person, Person])[] = [];
  for (let n = 0; n < 10; n++) pairs.push(await meet(users, `left_${n}`, `right_${n}`));
  for (const [left, right] of pairs) await act(users, left, ['followUser', { userId: right.id }]);

  const attempts = pairs.flatMap(([left, right]) => [
    attempt(users, left, ['blockUser', { userId: right.id }]),
    attempt(users, right, ['blockUser', { userId: left.id }]),
  ]);
  const done = await Promise.all(attempts);

  for (const [place] of pairs.entries()) {
    const codes = done.slice(2 * place, 2 * place + 2).map(({ userErrors }) => userErrors[0]?.code);
    expect(codes.toSorted()).toEqual(['NOT_FOUND', undefined]);
  }
  expect(await findContradictions(users.db)).toEqual([]);
  expect(await findDrift(users.db)).toEqual([]);
});
