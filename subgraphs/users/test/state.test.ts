import { startTestSubgraph, type TestSubgraph } from '@nexus/contracts/testing';
import { newId } from '@nexus/kit/new-id';
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { expect, test } from 'vitest';
import { liftSuspensions } from '../src/state/lift-suspensions.service.ts';
import { grant, restore, suspend } from '../src/state/state.service.ts';
import { usersSubgraph } from '../src/subgraph.ts';
import { PASSWORD, signInFrom, signUp, USER_ERRORS, viewerOf } from './people.ts';

const DEACTIVATE = `mutation { deactivateAccount { viewer { user { state } } ${USER_ERRORS} } }`;
const REFRESH = `mutation ($token: String!) {
  refreshSession(input: { refreshToken: $token }) { accessToken userErrors { message } }
}`;
const ip = '203.0.113.7';

const shown = async (users: TestSubgraph, handle: string) =>
  (await users.ask('query ($handle: String!) { user(handle: $handle) { state } }', { handle })).data.user;

const refresh = async (users: TestSubgraph, token: string) =>
  (await users.ask(REFRESH, { token })).data.refreshSession.accessToken;

test('who switches their account off is seen by nobody until they sign in again', async () => {
  await using users = await startTestSubgraph(usersSubgraph);
  const maria = await signUp(users, 'maria');

  const { data } = await users.ask(DEACTIVATE, {}, maria.viewer);

  expect(data.deactivateAccount).toEqual({ viewer: { user: { state: 'DEACTIVATED' } }, userErrors: [] });
  expect(await shown(users, 'maria')).toBeNull();
  expect(await refresh(users, maria.refreshToken)).toBeNull();
  expect((await users.ask(DEACTIVATE, {}, maria.viewer)).errors).toMatchObject([
    { message: 'This session has ended. Sign in again.' },
  ]);

  expect((await signInFrom(users, { ip })).userErrors).toEqual([]);
  expect(await shown(users, 'maria')).toEqual({ state: 'ACTIVE' });
});

test('a suspended person cannot sign in or refresh, and only the right password learns why', async () => {
  await using users = await startTestSubgraph(usersSubgraph);
  const { refreshToken } = await signUp(users, 'maria');

  await suspend(users, 'MARIA', new Date('2999-01-01T00:00:00Z'));

  expect((await signInFrom(users, { ip, password: 'a wrong one' })).userErrors).toMatchObject([{ code: 'INVALID' }]);
  expect((await signInFrom(users, { ip })).userErrors).toMatchObject([
    { code: 'FORBIDDEN', message: 'This account is suspended until 2999-01-01T00:00:00.000Z.' },
  ]);
  expect(await refresh(users, refreshToken)).toBeNull();
  expect(await shown(users, 'maria')).toBeNull();

  await restore(users, 'maria');
  expect((await signInFrom(users, { ip })).userErrors).toEqual([]);
  expect(await shown(users, 'maria')).toEqual({ state: 'ACTIVE' });
});

test('who is suspended by a moderator is told why, if they were to be told', async () => {
  await using users = await startTestSubgraph(usersSubgraph);
  for (const handle of ['maria', 'mod']) await signUp(users, handle);
  await suspend(users, 'maria', null);
  await users.db.execute(sql`
    with maria as (select id from users."user" where handle = 'maria'), report as (
      insert into users.moderation_case (id, subject_kind, subject_id, person_id)
      select ${newId()}, 'USER', id, id from maria returning id, person_id
    )
    insert into users.moderation_action (id, case_id, kind, moderator_id, person_id, is_told, reason, created_at)
    select uuidv7(), report.id, kind, mod.id, person_id, is_told, said, now() - ago * interval '1 day'
    from report, users."user" mod, (values
      ('SUSPEND', true, 'Threats.', 1), ('SUSPEND', true, 'Spam.', 2), ('WARN', true, 'Rude.', 0)
    ) as decided(kind, is_told, said, ago) where mod.handle = 'mod'`);
  const told = async () => (await signInFrom(users, { ip })).userErrors;

  expect(await told()).toMatchObject([{ message: 'This account is suspended. Why: Threats.' }]);
  await users.db.execute(sql`update users.moderation_action set is_told = false`);
  expect(await told()).toMatchObject([{ message: 'This account is suspended.' }]);
});

test('an operator suspends in place of what a moderator decided, so that no appeal against that takes it back', async () => {
  await using users = await startTestSubgraph(usersSubgraph);
  for (const handle of ['maria', 'mod']) await signUp(users, handle);
  await users.db.execute(sql`
    with maria as (select id from users."user" where handle = 'maria'), report as (
      insert into users.moderation_case (id, subject_kind, subject_id, person_id)
      select ${newId()}, 'USER', id, id from maria returning id, person_id
    )
    insert into users.moderation_action (id, case_id, kind, moderator_id, person_id, is_told, appeal_state)
    select ${newId()}, report.id, 'SUSPEND', mod.id, person_id, true, 'OPEN'
    from report, users."user" mod where mod.handle = 'mod'`);

  await suspend(users, 'maria', null);

  const standing = await users.db.execute(sql`select 1 from users.moderation_action where reverted_at is null`);
  expect(standing).toHaveLength(0);
});

test('a suspension that is over is lifted by itself, or by whoever signs in first', async () => {
  await using users = await startTestSubgraph(usersSubgraph);
  for (const handle of ['maria', 'other', 'long']) await signUp(users, handle);
  const over = new Date(Date.now() - 1_000);
  await suspend(users, 'maria', over);
  await suspend(users, 'other', over);
  await suspend(users, 'long', null);

  expect((await signInFrom(users, { ip })).userErrors).toEqual([]);
  await liftSuspensions(users);

  expect(await shown(users, 'maria')).toEqual({ state: 'ACTIVE' });
  expect(await shown(users, 'other')).toEqual({ state: 'ACTIVE' });
  expect(await shown(users, 'long')).toBeNull();
});

test('whoever had switched their account off finds it as they left it when a suspension is taken back', async () => {
  await using users = await startTestSubgraph(usersSubgraph);
  const maria = await signUp(users, 'maria');
  await users.ask(DEACTIVATE, {}, maria.viewer);

  await suspend(users, 'maria', null);
  const restored = await restore(users, 'maria');

  expect(restored.state).toBe('DEACTIVATED');
  await expect(suspend(users, 'nobody', null)).rejects.toThrow('The person nobody was not found.');
});

test('each change of state is told once, with a version that grows', async () => {
  await using users = await startTestSubgraph(usersSubgraph);
  await signUp(users, 'maria');
  await suspend(users, 'maria', null);
  await suspend(users, 'maria', new Date('2999-01-01'));
  await restore(users, 'maria');
  await restore(users, 'maria');

  expect(await toldOfMaria(users)).toEqual([
    { state: 'ACTIVE', version: 1 },
    { state: 'SUSPENDED', version: 2 },
    { state: 'ACTIVE', version: 3 },
  ]);
});

test('a role comes with the next session: those of before end', async () => {
  await using users = await startTestSubgraph(usersSubgraph);
  const maria = await signUp(users, 'maria');

  await grant(users, 'maria', 'MODERATOR');

  expect(await refresh(users, maria.refreshToken)).toBeNull();
  expect(viewerOf((await signInFrom(users, { ip })).accessToken).role).toBe('MODERATOR');
});

test('of a sign-in and a suspension at once, no session is left', async () => {
  await using users = await startTestSubgraph(usersSubgraph);
  await signUp(users, 'maria');
  const signIns = Array.from({ length: 8 }, () => signInFrom(users, { ip, password: PASSWORD }));

  await suspend(users, 'maria', null);
  await Promise.all(signIns);

  await using sql = adminOf(users);
  const [live] = await sql.query`select count(*)::int from users.session where revoked_at is null`;
  expect(live).toEqual({ count: 0 });
});

async function toldOfMaria(users: TestSubgraph) {
  await using sql = adminOf(users);
  return [
    ...(await sql.query`
      select data->'payload'->>'state' as state, (data->'payload'->>'version')::int as version from pgboss.job
      where name = 'posts/users.user.updated.v1' order by version`),
  ];
}

function adminOf({ adminUrl }: TestSubgraph) {
  const query = postgres(adminUrl, { max: 1 });
  return { query, [Symbol.asyncDispose]: () => query.end() };
}
