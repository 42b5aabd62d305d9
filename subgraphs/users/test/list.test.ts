import { encodeId } from '@nexus/contracts/ids';
import { newId } from '@nexus/kit/new-id';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { act, ask, attempt, handlesOf, meet, NOT_FOUND, startUsers, toldOf } from './stage.ts';

const LIST = `query ($id: ID!) {
  node(id: $id) { ... on UserList { name memberCount members { totalCount edges { node { handle } } } } }
}`;
const NO_LIST = { code: 'NOT_FOUND', message: 'The list was not found.', path: ['input', 'listId'] };

test('a list is made, filled, changed and deleted, and the neighbours are told', async () => {
  await using users = await startUsers();
  const [maria, ann, ben] = await meet(users, 'maria', 'ann', 'ben');

  const { list } = await act(users, maria, ['upsertList', { name: ' Close   friends ', description: 'Them.' }]);
  expect(list).toMatchObject({
    name: 'Close friends',
    description: 'Them.',
    isPrivate: true,
    owner: { handle: 'maria' },
  });
  for (const { id } of [ann, ben, ann]) {
    await act(users, maria, ['setListMembership', { listId: list.id, userId: id, isMember: true }]);
  }
  for (const _ of ['once', 'twice']) {
    await act(users, maria, ['setListMembership', { listId: list.id, userId: ben.id, isMember: false }]);
  }
  await act(users, maria, ['setListMembership', { listId: list.id, userId: maria.id, isMember: true }]);
  const changed = await act(users, maria, ['upsertList', { listId: list.id, name: 'Friends', isPrivate: false }]);
  expect(changed.list).toMatchObject({ name: 'Friends', description: null, isPrivate: false, memberCount: 2 });
  expect(handlesOf(changed.list.members)).toEqual(['maria', 'ann']);

  expect(await act(users, maria, ['deleteList', { listId: list.id }])).toMatchObject({ deletedListId: list.id });
  expect(await ask(users, LIST, { as: maria, id: list.id })).toEqual({ node: null });
  const lists = await toldOf(users, 'users.list.changed.v1');
  expect(lists.map(({ version, isPrivate, isDeleted }) => [version, isPrivate, isDeleted])).toEqual([
    [1, true, false],
    [2, false, false],
    [3, false, true],
  ]);
  const places = await toldOf(users, 'users.list_member.changed.v1');
  const of = (id: string) =>
    places.filter(({ userId }) => userId === id).map(({ isMember, version }) => [isMember, version]);
  expect(of(ann.viewer.id)).toEqual([
    [true, 1],
    [false, 2],
  ]);
  expect(of(ben.viewer.id)).toEqual([
    [true, 1],
    [false, 2],
  ]);
});

test('a private list is seen by its owner alone, a public one by whoever sees the owner', async () => {
  await using users = await startUsers();
  const [maria, ann, eve] = await meet(users, 'maria', 'ann', 'eve');
  const lists: string[] = [];
  for (const isPrivate of [true, false]) {
    const { list } = await act(users, maria, ['upsertList', { name: 'People', isPrivate }]);
    await act(users, maria, ['setListMembership', { listId: list.id, userId: ann.id, isMember: true }]);
    lists.push(list.id);
  }
  await act(users, maria, ['blockUser', { userId: eve.id }]);

  const seenBy = async (as: typeof maria | undefined) =>
    await Promise.all(lists.map(async (id) => (await ask(users, LIST, { as, id })).node !== null));
  expect(await seenBy(maria)).toEqual([true, true]);
  expect(await seenBy(ann)).toEqual([false, true]);
  expect(await seenBy(undefined)).toEqual([false, true]);
  expect(await seenBy(eve)).toEqual([false, false]);
});

test('members whom the viewer does not see are neither shown nor counted', async () => {
  await using users = await startUsers();
  const [maria, ann, ben, eve] = await meet(users, 'maria', 'ann', 'ben', 'eve');
  const { list } = await act(users, maria, ['upsertList', { name: 'All', isPrivate: false }]);
  for (const { id } of [ann, ben]) {
    await act(users, maria, ['setListMembership', { listId: list.id, userId: id, isMember: true }]);
  }
  await act(users, ann, ['blockUser', { userId: eve.id }]);

  const seen = async (as: typeof maria) => {
    const { node } = await ask(users, LIST, { as, id: list.id });
    return [handlesOf(node.members), node.members.totalCount, node.memberCount];
  };
  expect(await seen(eve)).toEqual([['ben'], 1, 1]);
  expect(await seen(ann)).toEqual([['ben', 'ann'], 2, 2]);
  await users.db.execute(sql`update users."user" set state = 'SUSPENDED' where handle = 'ben'`);
  expect(await seen(maria)).toEqual([['ann'], 1, 1]);
});

test('nobody changes the list of another, nor one that never was', async () => {
  await using users = await startUsers();
  const [maria, eve] = await meet(users, 'maria', 'eve');
  const { list } = await act(users, maria, ['upsertList', { name: 'Mine', isPrivate: false }]);

  for (const listId of [list.id, encodeId('list', newId())]) {
    const place = { listId, userId: eve.id, isMember: true };
    for (const tried of [
      await attempt(users, eve, ['upsertList', { listId, name: 'Yours' }]),
      await attempt(users, eve, ['deleteList', { listId }]),
      await attempt(users, eve, ['setListMembership', place]),
    ]) {
      expect(tried.userErrors).toMatchObject([NO_LIST]);
    }
  }
  const nobody = { listId: list.id, userId: encodeId('user', newId()), isMember: true };
  expect((await attempt(users, maria, ['setListMembership', nobody])).userErrors).toEqual([NOT_FOUND]);
});

test('a list has a name, not too much text, and there are not too many of them', async () => {
  await using users = await startUsers();
  const [maria] = await meet(users, 'maria');

  for (const [input, path] of [
    [{ name: ' ' }, 'name'],
    [{ name: 'x'.repeat(51) }, 'name'],
    [{ name: 'x', description: 'x'.repeat(301) }, 'description'],
  ] as const) {
    const refused = await attempt(users, maria, ['upsertList', input]);
    expect(refused.userErrors).toMatchObject([{ code: 'INVALID', path: ['input', path] }]);
  }
  await users.db.execute(sql`
    insert into users.list (id, owner_id, name, is_private)
    select uuidv7(), ${maria.viewer.id}, 'list ' || n, true from generate_series(1, 48) n`);
  const tries = Array.from({ length: 4 }, () => attempt(users, maria, ['upsertList', { name: 'more' }]));
  const refused = (await Promise.all(tries)).filter(({ userErrors }) => userErrors.length > 0);
  expect(refused).toHaveLength(2);
});

test('a list takes five hundred people, and everybody is off it soon after it is deleted', async () => {
  await using users = await startUsers();
  const [maria, ann] = await meet(users, 'maria', 'ann');
  const { list } = await act(users, maria, ['upsertList', { name: 'Crowd' }]);
  await users.db.execute(sql`
    insert into users."user" (id, handle, display_name) select uuidv7(), 'fan_' || n, 'Fan' from generate_series(1, 500) n`);
  await users.db.execute(sql`
    insert into users.list_member (list_id, user_id, is_member)
    select list.id, fan.id, true from users.list, users."user" fan where fan.handle::text like 'fan%'`);

  const place = { listId: list.id, userId: ann.id, isMember: true };
  const refused = await attempt(users, maria, ['setListMembership', place]);
  expect(refused.userErrors).toMatchObject([{ code: 'CONFLICT', path: ['input', 'userId'] }]);

  await act(users, maria, ['deleteList', { listId: list.id }]);
  await expect
    .poll(async () => (await users.db.execute(sql`select from users.list_member where is_member`)).length, {
      timeout: 15_000,
    })
    .toBe(0);
  expect(await toldOf(users, 'users.list_member.changed.v1')).toHaveLength(500);
});
