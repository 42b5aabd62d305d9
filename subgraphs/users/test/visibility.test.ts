import type { TestSubgraph } from '@nexus/contracts/testing';
import { newId } from '@nexus/kit/new-id';
import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { act, ask, handlesOf, meet, type Person, startUsers } from './stage.ts';

type Hide = (users: TestSubgraph, hidden: Person, viewer: Person) => Promise<unknown>;

const inState =
  (state: string): Hide =>
  (users, hidden) =>
    users.db.transaction(async (tx) => {
      await tx.execute(sql`update users."user" set state = ${state} where id = ${hidden.viewer.id}`);
      await tx.execute(sql`insert into users.recount values (${hidden.viewer.id}, 'FOLLOWS')`);
    });
const WAYS: [string, Hide][] = [
  ['who blocked the viewer', (users, hidden, viewer) => act(users, hidden, ['blockUser', { userId: viewer.id }])],
  ['whom the viewer blocked', (users, hidden, viewer) => act(users, viewer, ['blockUser', { userId: hidden.id }])],
  ['who is suspended', inState('SUSPENDED')],
  ['who switched their account off', inState('DEACTIVATED')],
  ['who was deleted', inState('DELETED')],
];

const LOOK = `query ($id: ID!, $handle: String!, $former: String!, $name: String!, $friend: ID!, $refs: [_Any!]!) {
  byId: user(id: $id) { id }
  byHandle: user(handle: $handle) { id }
  byFormerHandle: user(handle: $former) { id }
  node(id: $id) { id }
  nodes(ids: [$id, $friend]) { id }
  _entities(representations: $refs) { ... on User { handle } }
  searchUsers(query: $handle) { edges { node { handle } } }
  searchNames: searchUsers(query: $name) { edges { node { handle } } }
  friend: user(id: $friend) {
    followerCount followingCount
    followers { totalCount edges { node { handle } } }
    following { totalCount edges { node { handle } } }
    followersYouKnow { totalCount edges { node { handle } } }
  }
  viewer {
    user { followerCount followingCount followers { totalCount edges { node { handle } } } following { totalCount } }
    mutedUsers { totalCount edges { node { handle } } }
    followRequests { totalCount edges { node { requester { handle } } } }
    sentFollowRequests { totalCount edges { node { target { handle } } } }
  }
}`;
const HIDDEN_LIST = 'query ($id: ID!) { node(id: $id) { ... on UserList { name } } }';

/** A viewer, somebody whom they will not see, and a friend whom both follow and who follows both. */
async function play(users: TestSubgraph) {
  const [viewer, hidden, friend] = await meet(users, 'viewer', 'hidden_one', 'friend');
  for (const [one, other] of [
    [viewer, friend],
    [hidden, friend],
    [friend, viewer],
    [friend, hidden],
    [viewer, hidden],
  ] as const) {
    await act(users, one, ['followUser', { userId: other.id }]);
  }
  await act(users, viewer, ['muteUser', { userId: hidden.id }]);
  await act(users, viewer, ['updatePrivacy', { isPrivateAccount: true }]);
  await act(users, hidden, ['followUser', { userId: viewer.id }]);
  await users.db.execute(sql`
    insert into users.handle_change (id, user_id, old_handle) values (${newId()}, ${hidden.viewer.id}, 'was_hidden')`);
  const { list } = await act(users, hidden, ['upsertList', { name: 'Public', isPrivate: false }]);
  return { viewer, hidden, friend, listId: list.id };
}

const look = (users: TestSubgraph, { viewer: as, hidden, friend }: Awaited<ReturnType<typeof play>>) =>
  ask(users, LOOK, {
    as,
    id: hidden.id,
    handle: hidden.handle,
    former: 'was_hidden',
    name: 'the hidden',
    friend: friend.id,
    refs: [{ __typename: 'User', id: hidden.id }],
  });

describe.each(WAYS)('somebody %s', (_, hide) => {
  test('is nowhere, and counted nowhere', async () => {
    await using users = await startUsers();
    const people = await play(users);
    const before = await look(users, people);
    expect(before.byFormerHandle).toEqual({ id: people.hidden.id });
    expect(handlesOf(before.searchNames)).toContain('hidden_one');
    expect(before.friend).toMatchObject({ followerCount: 2, followersYouKnow: { totalCount: 1 } });
    expect(before.viewer.followRequests.totalCount).toBe(1);

    await hide(users, people.hidden, people.viewer);
    // What leaves the counters of everybody does so in the background.
    await expect.poll(async () => users.db.execute(sql`select from users.recount`)).toHaveLength(0);
    const after = await look(users, people);

    const none = { totalCount: 0, edges: [] };
    const viewerAlone = { totalCount: 1, edges: [{ node: { handle: 'viewer' } }] };
    expect(after).toEqual({
      byId: null,
      byHandle: null,
      byFormerHandle: null,
      node: null,
      nodes: [null, { id: people.friend.id }],
      _entities: [null],
      searchUsers: { edges: [] },
      searchNames: { edges: [] },
      friend: {
        followerCount: 1,
        followingCount: 1,
        followers: viewerAlone,
        following: viewerAlone,
        followersYouKnow: none,
      },
      viewer: {
        user: {
          followerCount: 1,
          followingCount: 1,
          followers: { totalCount: 1, edges: [{ node: { handle: 'friend' } }] },
          following: { totalCount: 1 },
        },
        mutedUsers: none,
        followRequests: none,
        sentFollowRequests: none,
      },
    });
    expect(await ask(users, HIDDEN_LIST, { as: people.viewer, id: people.listId })).toEqual({ node: null });
  });
});

test('a block hides two people from each other and from nobody else', async () => {
  await using users = await startUsers();
  const people = await play(users);
  await act(users, people.hidden, ['blockUser', { userId: people.viewer.id }]);

  const { friend } = await look(users, { ...people, viewer: people.friend });
  expect(friend).toMatchObject({ followerCount: 2, followingCount: 2, followers: { totalCount: 2 } });
  const COUNT = 'query ($id: ID!) { user(id: $id) { followerCount followers { edges { node { handle } } } } }';
  const { user } = await ask(users, COUNT, { id: people.friend.id });
  expect(handlesOf(user.followers)).toEqual(['hidden_one', 'viewer']);
  expect(user.followerCount).toBe(2);
});

test('pages are full although somebody hidden stands between', async () => {
  await using users = await startUsers();
  const [star, viewer, ...fans] = await meet(users, 'star', 'viewer', 'a1', 'b2', 'a3', 'b4', 'a5', 'b6', 'a7');
  for (const fan of fans) await act(users, fan, ['followUser', { userId: star.id }]);
  for (const fan of fans.filter(({ handle }) => handle.startsWith('b'))) {
    await act(users, fan, ['blockUser', { userId: viewer.id }]);
  }
  const PAGE = `query ($id: ID!, $after: String) {
    user(id: $id) { followers(first: 2, after: $after) { pageInfo { hasNextPage endCursor } edges { node { handle } } } }
  }`;

  const first = (await ask(users, PAGE, { as: viewer, id: star.id })).user.followers;
  const next = { as: viewer, id: star.id, after: first.pageInfo.endCursor };
  const second = (await ask(users, PAGE, next)).user.followers;

  expect([handlesOf(first), first.pageInfo.hasNextPage]).toEqual([['a7', 'a5'], true]);
  expect([handlesOf(second), second.pageInfo.hasNextPage]).toEqual([['a3', 'a1'], false]);
});

test('a handle of somebody hidden is still taken', async () => {
  await using users = await startUsers();
  const [maria, eve] = await meet(users, 'maria', 'eve');
  await act(users, maria, ['blockUser', { userId: eve.id }]);

  const answer = await ask(users, '{ handleAvailability(handle: "maria") }', { as: eve });
  expect(answer).toEqual({ handleAvailability: 'TAKEN' });
});
