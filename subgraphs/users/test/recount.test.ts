import type { TestSubgraph } from '@nexus/contracts/testing';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { act, ask, meet, type Person, startUsers, toldOf } from './stage.ts';
import { findContradictions, findDrift } from './truth.ts';

const COUNTS = 'query ($id: ID!) { user(id: $id) { followerCount followers(first: 1) { totalCount } } }';

async function setState({ db }: TestSubgraph, people: readonly Person[], state: string): Promise<void> {
  for (const { viewer } of people) {
    await db.transaction(async (tx) => {
      await tx.execute(sql`update users."user" set state = ${state} where id = ${viewer.id}`);
      await tx.execute(sql`insert into users.recount (subject_id, facts)
        values (${viewer.id}, 'FOLLOWS'), (${viewer.id}, 'REQUESTS') on conflict do nothing`);
    });
  }
}

const settled = ({ db }: TestSubgraph) =>
  expect.poll(async () => db.execute(sql`select from users.recount`), { timeout: 20_000 }).toHaveLength(0);

/** People who follow the star, or wait for it, by thousands. */
async function addFans({ db }: TestSubgraph, star: Person, count: number): Promise<void> {
  await db.execute(sql`
    insert into users."user" (id, handle, display_name)
    select uuidv7(), 'fan_' || n, 'Fan' from generate_series(1, ${count}::integer) n`);
  await db.execute(sql`
    insert into users.relationship (source_id, target_id, is_following, followed_at)
    select id, ${star.viewer.id}, true, now() from users."user" where handle::text like 'fan%'`);
  await db.execute(sql`
    insert into users.counter_delta (subject_id, name, value)
    select id, 'following', 1 from users."user" where handle::text like 'fan%'
    union all select ${star.viewer.id}, 'followers', ${count}::integer`);
}

test('people who leave and come back take their follows with them, however many there are', async () => {
  await using users = await startUsers();
  const [star, ann, ben] = await meet(users, 'star', 'ann', 'ben');
  await addFans(users, star, 1_200);
  for (const one of [ann, ben]) await act(users, one, ['followUser', { userId: star.id }]);
  await act(users, star, ['followUser', { userId: ann.id }]);

  await setState(users, [star, ann], 'SUSPENDED');
  await settled(users);
  expect(await findDrift(users.db)).toEqual([]);
  const FOLLOWING =
    'query ($id: ID!) { user(id: $id) { followingCount following { totalCount edges { node { id } } } } }';
  const none = { followingCount: 0, following: { totalCount: 0, edges: [] } };
  expect((await ask(users, FOLLOWING, { as: ben, id: ben.id })).user).toEqual(none);

  await setState(users, [star], 'ACTIVE');
  await settled(users);
  // Ann is away still.
  expect((await ask(users, COUNTS, { as: ben, id: star.id })).user).toMatchObject({ followerCount: 1_201 });
  expect(await findDrift(users.db)).toEqual([]);

  await setState(users, [ann], 'ACTIVE');
  await settled(users);
  expect((await ask(users, COUNTS, { as: ben, id: star.id })).user).toEqual({
    followerCount: 1_202,
    followers: { totalCount: 1_202 },
  });
  expect(await findDrift(users.db)).toEqual([]);
});

test('a follow that ended while one of the two was away does not come back', async () => {
  await using users = await startUsers();
  const [star, ann] = await meet(users, 'star', 'ann');
  await act(users, ann, ['followUser', { userId: star.id }]);
  await setState(users, [ann], 'DEACTIVATED');
  await settled(users);
  // Whoever is away changes nothing; what ends their follows is a deletion.
  await users.db.execute(sql`
    update users.relationship set is_following = false, followed_at = null, is_dormant = false`);
  await setState(users, [ann], 'ACTIVE');
  await settled(users);

  expect((await ask(users, COUNTS, { as: ann, id: star.id })).user).toMatchObject({ followerCount: 0 });
  expect(await findDrift(users.db)).toEqual([]);
});

test('hundreds who wait are let in by an account that becomes public, each told once', async () => {
  await using users = await startUsers();
  const [star, away] = await meet(users, 'star', 'away');
  await act(users, star, ['updatePrivacy', { isPrivateAccount: true }]);
  await act(users, away, ['followUser', { userId: star.id }]);
  await setState(users, [away], 'DEACTIVATED');
  await users.db.execute(sql`
    insert into users."user" (id, handle, display_name)
    select uuidv7(), 'fan_' || n, 'Fan' from generate_series(1, 450) n`);
  await users.db.execute(sql`
    insert into users.follow_request (id, requester_id, target_id, show_shares, notify_on_post)
    select uuidv7(), id, ${star.viewer.id}, true, false from users."user" where handle::text like 'fan%'`);

  await act(users, star, ['updatePrivacy', { isPrivateAccount: false }]);
  await settled(users);

  expect((await ask(users, COUNTS, { as: star, id: star.id })).user.followerCount).toBe(450);
  expect(await findContradictions(users.db)).toEqual([]);
  expect(await findDrift(users.db)).toEqual([]);
  expect(await toldOf(users, 'users.relationship.changed.v1')).toHaveLength(451);
});
