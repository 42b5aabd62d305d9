import { encodeId } from '@nexus/contracts/ids';
import type { TestSubgraph } from '@nexus/contracts/testing';
import type { Viewer } from '@nexus/contracts/viewer';
import { newId } from '@nexus/kit/new-id';
import { explain, planFaults } from '@nexus/kit/testing/explain';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deleteEndedSessions } from '../src/session/session.store.ts';
import { startCrowdedUsers } from './stage.ts';

const PAGE = `
  edges { cursor since node { id handle followerCount followingCount relationship { isFollowing isFollowedBy } } }
  pageInfo { hasNextPage endCursor }
  totalCount`;
const FOLLOWS = `query ($id: ID!, $first: Int, $after: String) {
  user(id: $id) { followers(first: $first, after: $after) { ${PAGE} } following(first: $first, after: $after) { ${PAGE} } }
}`;
const FOLLOWERS = `query ($id: ID!, $first: Int) { user(id: $id) { followers(first: $first) { ${PAGE} } } }`;
const FOLLOWERS_OF_MANY = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on User { followers(first: 3) { ${PAGE} } } } }`;
const SEARCH = `query ($query: String!, $first: Int, $after: String) {
  searchUsers(query: $query, first: $first, after: $after) { ${PAGE} }
}`;

/** All 10,003 but the tenth of 800 people whom a block hides from person_5. */
const SEEN_FANS = 10_003 - 80;

describe('with 100,000 people and 300,000 follows', () => {
  let users: TestSubgraph;
  let admin: postgres.Sql;
  /** Followed by every tenth person. */
  let star: string;
  let viewer: Viewer;

  beforeAll(async () => {
    users = await startCrowdedUsers();
    admin = postgres(users.adminUrl, { max: 1, onnotice: () => undefined });
    const [first] = await admin`select id from users."user" where handle = 'person_1'`;
    const [other] = await admin`select id from users."user" where handle = 'person_5'`;
    star = encodeId('user', first?.id);
    viewer = { id: other?.id, sessionId: newId() };
  }, 180_000);
  afterAll(async () => {
    await admin.end();
    await users[Symbol.asyncDispose]();
  });

  /** What is wrong with the plans of these statements. */
  async function faultsOf(pageSize: number): Promise<string[]> {
    const faults: string[] = [];
    for (const statement of users.statements) {
      const nodes = await explain(users.database.sql, statement);
      // Two counters of each person of the page, and of whose list it is, are summed up, less whom blocks hide.
      faults.push(...planFaults(nodes, 2 * pageSize + 20).map((fault) => `${fault} in ${statement.query}`));
    }
    return faults;
  }

  test('a page of followers costs as many statements for 1 as for 100', async () => {
    const counts: number[] = [];
    for (const first of [1, 100]) {
      const { data } = await users.ask(FOLLOWERS, { id: star, first }, viewer);
      expect(data.user.followers).toMatchObject({ totalCount: SEEN_FANS });
      expect(data.user.followers.edges).toHaveLength(first);
      counts.push(users.statements.length);
    }
    // The person, the page, and for all people of it at once the counts and the relationships.
    expect(counts).toEqual([4, 4]);
  });

  test('a page of followers for each of 100 people costs as many as for one', async () => {
    const everybody = await admin`select id from users."user" order by id limit 100`;
    const counts: number[] = [];
    for (const people of [everybody.slice(0, 1), everybody]) {
      await users.ask(FOLLOWERS_OF_MANY, { ids: people.map(({ id }) => encodeId('user', id)) }, viewer);
      counts.push(users.statements.length);
    }
    expect(counts).toEqual([4, 4]);
  });

  test('both lists are read by index, from the start and from deep inside', async () => {
    const { data } = await users.ask(FOLLOWS, { id: star, first: 100 }, viewer);
    expect(await faultsOf(100)).toEqual([]);

    await users.ask(FOLLOWS, { id: star, first: 100, after: data.user.followers.edges[99].cursor }, viewer);
    expect(await faultsOf(100)).toEqual([]);
  });

  test.each(['person_12', 'maria', 'ma', 'q', 'maria alkaios', 'nobody at all'])(
    '"%s" is found by index',
    async (query) => {
      const { data } = await users.ask(SEARCH, { query, first: 20 }, viewer);
      expect(await faultsOf(20)).toEqual([]);

      const after = data.searchUsers.pageInfo.endCursor;
      await users.ask(SEARCH, { query, first: 20, after }, viewer);
      expect(await faultsOf(20)).toEqual([]);
    },
  );

  test.each([
    ['by handle', '{ user(handle: "person_77") { id } }'],
    ['by a handle given up', '{ user(handle: "nobody") { id } }'],
    ['themselves, with sessions', '{ viewer { email user { handle } sessions { id } } }'],
    ['whether a handle is free', '{ handleAvailability(handle: "nobody_yet") }'],
  ])('people are found %s by index', async (_, query) => {
    await users.ask(query, {}, viewer);
    expect(users.statements.length).toBeGreaterThan(0);
    expect(await faultsOf(20)).toEqual([]);
  });

  test.each([
    'mutation { signIn(input: { password: { emailOrHandle: "person_9", password: "wrong" } }) { accessToken } }',
    'mutation { signIn(input: { password: { emailOrHandle: "p9@example.org", password: "wrong" } }) { accessToken } }',
    'mutation { revokeSession(input: { allOthers: true }) { revokedSessionIds } }',
    'mutation { signOut { success } }',
  ])('%s finds its rows by index', async (mutation) => {
    await users.ask(mutation, {}, viewer);
    expect(await faultsOf(20)).toEqual([]);
  });

  test('ended sessions are found and forgotten by index', async () => {
    users.statements.length = 0;
    expect(await deleteEndedSessions(users.db)).toEqual({ hasMore: true });
    expect(await faultsOf(1_000)).toEqual([]);
  });
});
