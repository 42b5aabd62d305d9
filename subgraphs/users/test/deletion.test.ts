import { SUBGRAPHS } from '@nexus/contracts/subgraph-names';
import { startTestSubgraph, type TestSubgraph } from '@nexus/contracts/testing';
import { transact } from '@nexus/kit/transact';
import postgres from 'postgres';
import { expect, test } from 'vitest';
import { eraseAccount } from '../src/erasure/erase-account.service.ts';
import { askAgain } from '../src/erasure/saga.service.ts';
import { usersSubgraph } from '../src/subgraph.ts';
import { PASSWORD, signInFrom, signUp } from './people.ts';

const DELETE = `mutation ($password: String!) {
  deleteAccount(input: { password: $password, confirmHandle: "maria" }) { progressToken userErrors { code } } }`;
const PROGRESS =
  'query ($token: String!) { accountDeletion(token: $token) { state participants { name state erasedCount } } }';

/** Maria, whose days of grace are over: users alone cannot finish, for nobody else says anything. */
async function deletedMaria(users: TestSubgraph) {
  const maria = await signUp(users, 'maria');
  const { progressToken: token } = (await users.ask(DELETE, { password: PASSWORD }, maria.viewer)).data.deleteAccount;
  const sql = postgres(users.adminUrl, { max: 1 });
  await sql`update users.deletion set scheduled_for = now()`;
  const progress = async () => (await users.ask(PROGRESS, { token })).data.accountDeletion;
  await expect.poll(async () => (await progress()).state, { timeout: 5_000 }).toBe('ERASING');
  return { ...maria, progress, sql, [Symbol.asyncDispose]: () => sql.end() };
}

const waiting = { state: 'WAITING', erasedCount: 0 };

test('once its days are over nobody comes back to an account', async () => {
  await using users = await startTestSubgraph(usersSubgraph);
  await using maria = await deletedMaria(users);

  expect((await signInFrom(users, { ip: '203.0.113.7' })).userErrors).toMatchObject([
    { code: 'FORBIDDEN', message: 'This account is being deleted.' },
  ]);
  expect((await maria.progress()).participants).toEqual(SUBGRAPHS.toSorted().map((name) => ({ name, ...waiting })));
});

test('a participant says how far it is; an older word, and one after the last, change nothing', async () => {
  await using users = await startTestSubgraph(usersSubgraph);
  await using maria = await deletedMaria(users);
  const say = (version: number, erasedCount: number, isComplete = false) =>
    transact(users, (_, tell) =>
      tell('posts.erasure.progressed.v1', { userId: maria.viewer.id, erasedCount, isComplete, version }),
    );
  const posts = async () =>
    (await maria.progress()).participants.find(({ name }: { name: string }) => name === 'posts');

  await say(2, 1_000);
  await expect.poll(posts).toEqual({ name: 'posts', state: 'ERASING', erasedCount: 1_000 });
  await say(1, 500);
  await say(3, 1_200, true);
  await expect.poll(posts).toEqual({ name: 'posts', state: 'COMPLETED', erasedCount: 1_200 });
  await say(4, 1_300);
  await expect.poll(() => heardAll(maria.sql)).toBe(true);

  expect(await posts()).toEqual({ name: 'posts', state: 'COMPLETED', erasedCount: 1_200 });
});

test('who says nothing for a day is asked again, once', async () => {
  await using users = await startTestSubgraph(usersSubgraph);
  await using maria = await deletedMaria(users);
  expect(await askAgain(users)).toEqual({ hasMore: false });

  await maria.sql`update users.erasure set asked_at = now() - interval '25 hours' where participant = 'posts'`;

  expect(await askAgain(users)).toEqual({ hasMore: true });
  expect(await askAgain(users)).toEqual({ hasMore: false });
  const [asked] = await maria.sql`
    select count(*)::int from pgboss.job where name = 'posts/users.erasure.requested.v1'`;
  expect(asked).toEqual({ count: 2 });
});

test('an account is not gone while somebody holds anything of it', async () => {
  await using users = await startTestSubgraph(usersSubgraph);
  const ben = await signUp(users, 'ben');
  await using maria = await deletedMaria(users);
  await maria.sql`
    insert into users.relationship (source_id, target_id, is_following, is_muting, muted_at)
    values (${ben.viewer.id}, ${maria.viewer.id}, false, true, now())`;
  const state = async () => (await maria.progress()).state;

  const holder = postgres(users.adminUrl, { max: 1 });
  await holder.begin(async (held) => {
    await held`select from users.relationship for update`;
    await maria.sql`update users.erasure set state = 'COMPLETED' where participant <> 'users'`;
    expect(await eraseAccount(users)).toEqual({ hasMore: false });
    expect(await state()).toBe('ERASING');
  });
  await holder.end();

  await expect.poll(state, { timeout: 5_000 }).toBe('COMPLETED');
  expect(await maria.sql`select from users.relationship`).toHaveLength(0);
});

async function heardAll(sql: postgres.Sql): Promise<boolean> {
  const open = await sql`select id from pgboss.job where name like 'users/%' and state <> 'completed'`;
  return open.length === 0;
}
