import { encodeId } from '@nexus/contracts/ids';
import type { TestSubgraph } from '@nexus/contracts/testing';
import { explain, planFaults } from '@nexus/kit/testing/explain';
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasMiscounted, turnFollows } from '../src/count/recount-follows.store.ts';
import { beginDueDeletion, takeSilentParticipant } from '../src/erasure/deletion.store.ts';
import {
  buryAccount,
  deleteCopies,
  deleteEdges,
  deleteMemberships,
  deleteRequests,
  emptyLists,
  isAnythingLeft,
  takeForgotten,
} from '../src/erasure/erase-account.store.ts';
import { parts } from '../src/export/parts.ts';
import {
  findFreshEdges,
  findFreshEdgesOf,
  findFreshPeople,
  findFreshPlaces,
  findFreshPlacesOf,
} from '../src/hot/hot.store.ts';
import { findListsOf } from '../src/list/list.store.ts';
import { endSomeMemberships } from '../src/list/list-member.store.ts';
import { acceptWaiting } from '../src/relationship/follow/waiting.store.ts';
import { findUsersByIds } from '../src/user/user.store.ts';
import { type Person, startCrowdedUsers } from './stage.ts';

/** So many rows background work takes at once. */
const CHUNK = 500;
const PAGE = 'totalCount pageInfo { endCursor } edges { cursor node { id handle relationship { isMuting } } }';
const REQUESTS =
  'totalCount pageInfo { endCursor } edges { cursor node { id requester { handle } target { handle } } }';
const OWN_LISTS = {
  blockedUsers: PAGE,
  mutedUsers: PAGE,
  followRequests: REQUESTS,
  sentFollowRequests: REQUESTS,
};
const OWN_PAGE = (list: string, page: string) => `query ($first: Int, $after: String) {
  viewer { list: ${list}(first: $first, after: $after) { ${page} } }
}`;
const KNOWN = `query ($ids: [ID!]!, $first: Int, $after: String) {
  nodes(ids: $ids) { ... on User { followersYouKnow(first: $first, after: $after) { ${PAGE} } } }
}`;
const MEMBERS = `query ($ids: [ID!]!, $first: Int, $after: String) {
  nodes(ids: $ids) { ... on UserList { owner { handle } memberCount members(first: $first, after: $after) { ${PAGE} } } }
}`;

describe('with 100,000 people, as many blocks, mutes, requests and places on lists', () => {
  let users: TestSubgraph;
  let admin: postgres.Sql;
  /** Person_5, of whom there is much of everything. */
  let busy: Person;

  beforeAll(async () => {
    users = await startCrowdedUsers();
    admin = postgres(users.adminUrl, { max: 1, onnotice: () => undefined });
    busy = await personOf('person_5');
  }, 180_000);
  afterAll(async () => {
    await admin.end();
    await users[Symbol.asyncDispose]();
  });

  async function personOf(handle: string): Promise<Person> {
    const [found] = await admin`
      select p.id, s.id as "sessionId" from users."user" p join users.session s on s.user_id = p.id
      where handle = ${handle} and s.expires_at > now()`;
    return { id: encodeId('user', found?.id), handle, viewer: { id: found?.id, sessionId: found?.sessionId } };
  }

  /** What is wrong with the plans of the statements since the last question. */
  async function faultsOf(pageSize: number): Promise<string[]> {
    const faults: string[] = [];
    for (const statement of [...users.statements]) {
      const nodes = await explain(users.database.sql, statement);
      faults.push(...planFaults(nodes, pageSize).map((fault) => `${fault} in ${statement.query}`));
    }
    return faults;
  }

  /** What is wrong with the plans of the statements that a piece of background work sends. */
  async function faultsOfWork(work: () => Promise<unknown>): Promise<string[]> {
    users.statements.length = 0;
    await work();
    expect(users.statements).not.toEqual([]);
    return await faultsOf(CHUNK);
  }

  test.each(Object.entries(OWN_LISTS))(
    '%s is read by index, and a long page costs as much as a short one',
    async (list, page) => {
      const counts: number[] = [];
      let cursor = null;
      for (const first of [1, 100]) {
        const { data } = await users.ask(OWN_PAGE(list, page), { first, after: cursor }, busy.viewer);
        expect(data.viewer.list.edges).toHaveLength(first);
        counts.push(users.statements.length);
        expect(await faultsOf(100)).toEqual([]);
        cursor = data.viewer.list.pageInfo.endCursor;
      }
      expect(counts[1]).toBe(counts[0]);
      expect(counts[0]).toBeLessThanOrEqual(4);
    },
  );

  test('the followers whom one knows are read by index, of one person and of a hundred', async () => {
    const star = await personOf('person_1');
    const many = await admin`select id from users."user" order by id limit 100`;
    const counts: number[] = [];
    for (const ids of [[star.id], many.map(({ id }) => encodeId('user', id))]) {
      await users.ask(KNOWN, { ids, first: 5 }, busy.viewer);
      counts.push(users.statements.length);
      expect(await faultsOf(100)).toEqual([]);
    }
    expect(counts[1]).toBe(counts[0]);
    expect(counts[0]).toBeLessThanOrEqual(4);
  });

  test('people are suggested by index', async () => {
    const { data } = await users.ask('{ suggestedUsers(first: 5) { edges { node { handle } } } }', {}, busy.viewer);
    expect(data.suggestedUsers.edges.length).toBeGreaterThan(0);
    // All whom 500 people follow are counted, which may sort them.
    expect((await faultsOf(500)).filter((fault) => !fault.startsWith('sort'))).toEqual([]);
  });

  test('a person’s lists with their people cost as many statements for one list as for fifty', async () => {
    const { data } = await users.ask('{ viewer { lists { id memberCount } } }', {}, busy.viewer);
    const ids = data.viewer.lists.map(({ id }: { id: string }) => id);
    expect(data.viewer.lists.at(-1).memberCount).toBeGreaterThan(480);
    expect(await faultsOf(100)).toEqual([]);
    const counts: number[] = [];
    for (const some of [ids.slice(0, 1), ids]) {
      await users.ask(MEMBERS, { ids: some, first: 3 }, busy.viewer);
      counts.push(users.statements.length);
      expect(await faultsOf(200)).toEqual([]);
    }
    expect(ids).toHaveLength(50);
    expect(counts[1]).toBe(counts[0]);
    expect(counts[0]).toBeLessThanOrEqual(4);
  });

  test.each([
    ['followUser', 'FollowUserInput'],
    ['muteUser', 'MuteUserInput'],
    ['blockUser', 'UserTargetInput'],
    ['unblockUser', 'UserTargetInput'],
    ['removeFollower', 'UserTargetInput'],
  ])('%s finds its rows by index', async (verb, type) => {
    const other = await personOf('person_77777');
    const mutation = `mutation ($input: ${type}!) { done: ${verb}(input: $input) { user { id } userErrors { message } } }`;
    const { data } = await users.ask(mutation, { input: { userId: other.id } }, busy.viewer);
    expect(data.done).toEqual({ user: { id: other.id }, userErrors: [] });
    expect(await faultsOf(100)).toEqual([]);
  });

  test('what follows from changes of standing, and from the deletion of a list, is found by index', async () => {
    const { db } = users;
    const star = await personOf('person_1');
    const [row] = await findUsersByIds(db, [star.viewer.id], undefined);
    if (!row) throw new Error('There is no person_1.');
    const [list] = await findListsOf(db, busy.viewer.id);
    users.statements.length = 0;

    expect(await turnFollows(db, { ...row, state: 'SUSPENDED' }, 500)).toHaveLength(503);
    expect(await hasMiscounted(db, { ...row, state: 'SUSPENDED' })).toBe(true);
    expect(await turnFollows(db, row, 500)).toHaveLength(503);
    expect(await acceptWaiting(db, busy.viewer.id, 100)).toHaveLength(100);
    expect(await endSomeMemberships(db, list?.id ?? '', 100)).toHaveLength(100);

    expect(await faultsOf(503)).toEqual([]);
  });

  test('what changed in the last minute is found by index', async () => {
    await users.db.execute(
      sql`update users.relationship set changed_at = now() where source_id = ${busy.viewer.id} and is_blocking`,
    );
    await users.db.execute(sql`update users."user" set changed_at = now() where id = ${busy.viewer.id}`);

    await users.db.execute(sql`update users.list_member set changed_at = now() where user_id = ${busy.viewer.id}`);

    expect(await findFreshPeople(users.db)).toHaveLength(1);
    expect((await findFreshEdges(users.db)).length).toBeGreaterThan(CHUNK);
    for (const find of [findFreshPeople, findFreshEdges, findFreshPlaces, findFreshEdgesOf, findFreshPlacesOf]) {
      expect(await faultsOfWork(() => find(users.db, busy.viewer.id)), find.name).toEqual([]);
    }
  });

  test.each(Object.entries(parts))('%s are copied by index, a page at a time', async (_, rowsOf) => {
    let rows = 0;
    const copy = async () => {
      for await (const row of rowsOf(users.db, busy.viewer.id)) rows += row ? 1 : 0;
    };
    expect(await faultsOfWork(copy)).toEqual([]);
    // Person_5 has muted no words, dismissed nobody and has nothing to do with moderators, whose plans have tests of their own.
    const { muted_words, dismissed_suggestions, label_preferences, reports, moderation_notices } = parts;
    const empty = [muted_words, dismissed_suggestions, label_preferences, reports, moderation_notices];
    const isEmpty = empty.includes(rowsOf);
    expect(rows).toBeGreaterThanOrEqual(isEmpty ? 0 : 1);
  });

  test('each step of a deletion finds its rows by index, a chunk at a time', async () => {
    const { db } = users;
    await admin.unsafe(`
      insert into users.deletion (user_id, token_hash, scheduled_for, begun_at, completed_at)
      select id, handle, now(), now(), now() from users."user" where handle <> 'person_5';
      insert into users.deletion (user_id, token_hash, scheduled_for)
      select id, handle, now() from users."user" where handle = 'person_5';
      insert into users.erasure (user_id, participant, state, asked_at)
      select user_id, participant, 'COMPLETED', now() - interval '2 days'
      from users.deletion, unnest('{posts,interactions}'::text[]) participant;
      insert into users.data_export (id, user_id, state) select uuidv7(), id, 'READY' from users."user";
      insert into users.export_chunk (export_id, attempt, position, bytes)
      select id, 1, n, 'bytes' from users.data_export, generate_series(1, 2) n;
      analyze`);

    expect(await faultsOfWork(() => beginDueDeletion(db))).toEqual([]);
    for (const step of [takeForgotten, takeSilentParticipant]) expect(await faultsOfWork(() => step(db))).toEqual([]);
    for (const step of [deleteEdges, deleteRequests, deleteMemberships, deleteCopies, emptyLists, isAnythingLeft]) {
      expect(await faultsOfWork(() => step(db, busy.viewer.id)), step.name).toEqual([]);
    }
    expect(await faultsOfWork(() => buryAccount(db, busy.viewer.id))).toEqual([]);
  });
});
