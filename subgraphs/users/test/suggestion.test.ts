import type { TestSubgraph } from '@nexus/contracts/testing';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { act, attempt, meet, type Person, startUsers } from './stage.ts';

type Page = { edges: { node: { handle: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };

async function suggestions(users: TestSubgraph, { viewer }: Person, args: { first?: number; after?: string } = {}) {
  const { data, errors } = await users.ask(
    `query ($first: Int, $after: String) { suggestedUsers(first: $first, after: $after) {
      edges { node { handle } } pageInfo { hasNextPage endCursor } } }`,
    args,
    viewer,
  );
  if (errors) throw new Error(JSON.stringify(errors));
  const { edges, pageInfo }: Page = data.suggestedUsers;
  return { handles: edges.map(({ node }) => node.handle), ...pageInfo };
}

const follow = (users: TestSubgraph, [from, to]: readonly [Person, Person]) =>
  act(users, from, ['followUser', { userId: to.id }]);

test('those whom most of the people I follow follow are suggested first, page by page', async () => {
  await using users = await startUsers();
  const [me, ada, ben, one, two, far] = await meet(users, 'me', 'ada', 'ben', 'one', 'two', 'far');
  for (const friend of [ada, ben]) {
    await follow(users, [me, friend]);
    await follow(users, [friend, me]);
    await follow(users, [friend, two]);
  }
  await follow(users, [ada, ben]);
  await follow(users, [ada, one]);
  await follow(users, [one, far]);

  const first = await suggestions(users, me, { first: 1 });
  expect(first).toMatchObject({ handles: ['two'], hasNextPage: true });
  expect(await suggestions(users, me, { first: 1, after: first.endCursor })).toMatchObject({
    handles: ['one'],
    hasNextPage: false,
  });
  await expect(suggestions(users, me, { after: 'MXx4' })).rejects.toThrow('BAD_USER_INPUT');
});

test('nobody is suggested whom I know, set aside or asked, or who would not be found', async () => {
  await using users = await startUsers();
  const [me, ada] = await meet(users, 'me', 'ada');
  const others = await meet(
    users,
    'shy',
    'shut',
    'blocked',
    'blocker',
    'muted',
    'dismissed',
    'gone',
    'limited',
    'fine',
  );
  const [shy, shut, blocked, blocker, muted, dismissed, gone, limited] = others;
  await follow(users, [me, ada]);
  for (const person of others) await follow(users, [ada, person]);
  await act(users, shy, ['updatePrivacy', { isDiscoverable: false }]);
  await act(users, shut, ['updatePrivacy', { isPrivateAccount: true }]);
  await follow(users, [me, shut]);
  await act(users, me, ['blockUser', { userId: blocked.id }]);
  await act(users, blocker, ['blockUser', { userId: me.id }]);
  await act(users, me, ['muteUser', { userId: muted.id }]);
  await act(users, me, ['dismissSuggestion', { userId: dismissed.id }]);
  await users.db.execute(sql`update users."user" set state = 'SUSPENDED' where id = ${gone.viewer.id}`);
  await users.db.execute(sql`
    insert into users.moderation (subject_id, subject_kind, is_limited) values (${limited.viewer.id}, 'USER', true)`);

  expect((await suggestions(users, me)).handles).toEqual(['fine']);
  await act(users, ada, ['updatePrivacy', { hideFollowGraph: true }]);
  expect((await suggestions(users, me)).handles).toEqual([]);
});

test('who is hidden cannot be dismissed, and nobody signed in is suggested nobody', async () => {
  await using users = await startUsers();
  const [me, blocker] = await meet(users, 'me', 'blocker');
  await act(users, blocker, ['blockUser', { userId: me.id }]);
  const { userErrors } = await attempt(users, me, ['dismissSuggestion', { userId: blocker.id }]);
  expect(userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'userId'] }]);
  const { errors } = await users.ask('{ suggestedUsers { edges { node { id } } } }');
  expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
});
