import { encodeId } from '@nexus/contracts/ids';
import { startTestSubgraph, type TestSubgraph } from '@nexus/contracts/testing';
import type { Viewer } from '@nexus/contracts/viewer';
import { newId } from '@nexus/kit/new-id';
import postgres from 'postgres';
import { expect, test } from 'vitest';
import { usersSubgraph } from '../src/subgraph.ts';
import { type Person, signUp, USER_ERRORS } from './people.ts';

const FOLLOW = `mutation ($userId: ID!, $showShares: Boolean) {
  followUser(input: { userId: $userId, showShares: $showShares }) {
    user { followerCount relationship { isFollowing isFollowedBy showShares } }
    viewer { user { followingCount } }
    ${USER_ERRORS}
  }
}`;
const UNFOLLOW = `mutation ($userId: ID!) {
  unfollowUser(input: { userId: $userId }) {
    user { followerCount relationship { isFollowing isFollowedBy showShares } } ${USER_ERRORS}
  }
}`;
const LISTS = `query ($id: ID!, $first: Int, $after: String) {
  user(id: $id) {
    followers(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { since node { handle } } }
    following { totalCount edges { since node { handle } } }
  }
}`;

type Following = { userId: string; showShares?: boolean };

const follow = async (users: TestSubgraph, { viewer }: Person, following: Following) =>
  (await users.ask(FOLLOW, following, viewer)).data.followUser;
const unfollow = async (users: TestSubgraph, { viewer }: Person, { id }: Person) =>
  (await users.ask(UNFOLLOW, { userId: id }, viewer)).data.unfollowUser;
const handlesOf = ({ edges }: { edges: { node: { handle: string } }[] }) => edges.map(({ node }) => node.handle);

test('two people follow each other, and one thinks better of it', async () => {
  await using users = await startTestSubgraph(usersSubgraph);
  const [maria, k_sen] = [await signUp(users, 'maria'), await signUp(users, 'k_sen')];

  const first = await follow(users, maria, { userId: k_sen.id });
  const back = await follow(users, k_sen, { userId: maria.id, showShares: false });
  const ended = await unfollow(users, maria, k_sen);

  const isFollowing = { isFollowing: true, isFollowedBy: false, showShares: true };
  expect(first).toMatchObject({ user: { followerCount: 1, relationship: isFollowing }, userErrors: [] });
  expect(first.viewer.user.followingCount).toBe(1);
  expect(back.user.relationship).toEqual({ isFollowing: true, isFollowedBy: true, showShares: false });
  const isFollowed = { isFollowing: false, isFollowedBy: true, showShares: null };
  expect(ended.user).toEqual({ followerCount: 0, relationship: isFollowed });
  const { data } = await users.ask(LISTS, { id: maria.id });
  expect(handlesOf(data.user.followers)).toEqual(['k_sen']);
  expect(data.user).toMatchObject({ followers: { totalCount: 1 }, following: { totalCount: 0, edges: [] } });
});

test('doing it again changes nothing and tells nothing', async () => {
  await using users = await startTestSubgraph(usersSubgraph);
  const [maria, k_sen] = [await signUp(users, 'maria'), await signUp(users, 'k_sen')];
  await using told = eventsOf(users);

  await unfollow(users, maria, k_sen);
  for (const showShares of [true, true, false, false]) await follow(users, maria, { userId: k_sen.id, showShares });
  const { data } = await users.ask(LISTS, { id: k_sen.id });
  await unfollow(users, maria, k_sen);
  await unfollow(users, maria, k_sen);
  const again = await follow(users, maria, { userId: k_sen.id });

  expect(data.user.followers.totalCount).toBe(1);
  expect(again.user.followerCount).toBe(1);
  expect(await told.relationships()).toMatchObject([
    { isFollowing: true, showShares: true, version: 1 },
    { isFollowing: true, showShares: false, version: 2 },
    { isFollowing: false, followedAt: null, version: 3 },
    { isFollowing: true, showShares: true, version: 4, sourceId: maria.viewer.id, targetId: k_sen.viewer.id },
  ]);
});

test('fifty people follow one at once, twice each, and are counted once', async () => {
  await using users = await startTestSubgraph(usersSubgraph);
  const star = await signUp(users, 'star');
  await using sql = adminOf(users);
  const fans = await sql.addPeople(50);

  const eager = [...fans, ...fans].map((viewer) => users.ask(FOLLOW, { userId: star.id }, viewer));
  const answers = await Promise.all(eager);

  expect(answers.flatMap(({ data }) => data.followUser.userErrors)).toEqual([]);
  const { data } = await users.ask(LISTS, { id: star.id, first: 100 });
  expect(data.user.followers.totalCount).toBe(50);
  expect(new Set(handlesOf(data.user.followers)).size).toBe(50);
});

test('a list is paged to its end, everybody once, the latest first', async () => {
  await using users = await startTestSubgraph(usersSubgraph);
  const star = await signUp(users, 'star');
  await using sql = adminOf(users);
  const fans = await sql.addPeople(25);
  // Many at the same moment: the id breaks the tie.
  await sql.followAt(fans, star.viewer, ['2026-01-01T00:00:00.123Z', '2026-01-02T00:00:00Z']);

  const seen: { since: string; node: { handle: string } }[] = [];
  let after: string | null = null;
  do {
    const { data } = await users.ask(LISTS, { id: star.id, first: 4, after });
    seen.push(...data.user.followers.edges);
    after = data.user.followers.pageInfo.hasNextPage ? data.user.followers.pageInfo.endCursor : null;
  } while (after !== null);

  expect(new Set(seen.map(({ node }) => node.handle)).size).toBe(25);
  const times = seen.map(({ since }) => since);
  expect(times).toEqual(times.toSorted().toReversed());
});

test('nobody follows themselves, a stranger to Nexus, or signed out', async () => {
  await using users = await startTestSubgraph(usersSubgraph);
  const maria = await signUp(users, 'maria');
  const path = ['input', 'userId'];

  expect((await follow(users, maria, { userId: maria.id })).userErrors).toMatchObject([{ code: 'INVALID', path }]);
  expect((await follow(users, maria, { userId: 'user_x' })).userErrors).toMatchObject([{ code: 'INVALID', path }]);
  const unknown = { userId: encodeId('user', newId()) };
  expect((await follow(users, maria, unknown)).userErrors).toMatchObject([{ code: 'NOT_FOUND', path }]);
  const nobody = await users.ask(FOLLOW, { userId: maria.id });
  expect(nobody.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
});

test('a broken cursor and a page too large are refused', async () => {
  await using users = await startTestSubgraph(usersSubgraph);
  const { id } = await signUp(users, 'maria');
  const broken = [
    '',
    'x',
    Buffer.from('1|1|not-a-uuid').toString('base64url'),
    Buffer.from('2|1').toString('base64url'),
  ];

  for (const variables of [...broken.map((after) => ({ after })), { first: 0 }, { first: 101 }]) {
    const { errors } = await users.ask(LISTS, { id, ...variables });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  }
});

function eventsOf({ adminUrl }: TestSubgraph) {
  const sql = postgres(adminUrl, { max: 1 });
  return {
    relationships: async () => {
      const rows = await sql`select data->'payload' as payload from pgboss.job
        where name = 'posts/users.relationship.changed.v1' order by created_on`;
      return rows.map(({ payload }) => payload);
    },
    [Symbol.asyncDispose]: () => sql.end(),
  };
}

function adminOf({ adminUrl }: TestSubgraph) {
  const sql = postgres(adminUrl, { max: 1 });
  return {
    addPeople: async (count: number): Promise<Viewer[]> => {
      const people = Array.from({ length: count }, (_, n) => ({
        id: newId(),
        handle: `fan_${n}`,
        display_name: `Fan ${n}`,
      }));
      await sql`insert into users."user" ${sql(people)}`;
      const viewers = people.map(({ id }) => ({ id, sessionId: newId() }));
      const expires_at = new Date(Date.now() + 3_600_000);
      const sessions = viewers.map(({ id, sessionId }) => ({ id: sessionId, user_id: id, expires_at }));
      await sql`insert into users.session ${sql(sessions)}`;
      return viewers;
    },
    followAt: async (fans: Viewer[], { id }: Viewer, times: string[]) => {
      const edges = fans.map((fan, n) => ({
        source_id: fan.id,
        target_id: id,
        is_following: true,
        followed_at: times[n % times.length] ?? null,
      }));
      await sql`insert into users.relationship ${sql(edges)}`;
    },
    [Symbol.asyncDispose]: () => sql.end(),
  };
}
