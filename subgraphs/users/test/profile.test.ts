import { startTestSubgraph, type TestSubgraph } from '@nexus/contracts/testing';
import type { Viewer } from '@nexus/contracts/viewer';
import postgres from 'postgres';
import { expect, test } from 'vitest';
import { usersSubgraph } from '../src/subgraph.ts';
import { signUp, USER_ERRORS } from './people.ts';

const UPDATE = `mutation ($input: UpdateProfileInput!) {
  updateProfile(input: $input) { user { displayName bio links { url label } } viewer { user { bio } } ${USER_ERRORS} }
}`;

test('what is left out of a profile change stays, null removes it', async () => {
  await using users = await startTestSubgraph(usersSubgraph);
  const { viewer } = await signUp(users, 'maria');
  const update = async (input: object) => (await users.ask(UPDATE, { input }, viewer)).data.updateProfile;
  const links = [{ url: 'https://example.org/maria', label: ' Home ' }, { url: 'http://example.com' }];

  await update({ displayName: ' Maria   Alkaios ', bio: 'Athens\r\nGreece', links });
  const renamed = await update({ displayName: 'Maria 🏛️' });
  const emptied = await update({ bio: null, links: null });

  expect(renamed).toEqual({
    user: {
      displayName: 'Maria 🏛️',
      bio: 'Athens\nGreece',
      links: [
        { url: 'https://example.org/maria', label: 'Home' },
        { url: 'http://example.com/', label: null },
      ],
    },
    viewer: { user: { bio: 'Athens\nGreece' } },
    userErrors: [],
  });
  expect(emptied.user).toEqual({ displayName: 'Maria 🏛️', bio: null, links: [] });
});

test('a profile says no nonsense', async () => {
  await using users = await startTestSubgraph(usersSubgraph);
  const { viewer } = await signUp(users, 'maria');
  const link = { url: 'https://example.org' };
  const refusals: [object, string[]][] = [
    [{ displayName: null }, ['displayName']],
    [{ displayName: '\u200b' }, ['displayName']],
    [{ displayName: '\u3164' }, ['displayName']],
    [{ displayName: 'evil \u202e gpj' }, ['displayName']],
    [{ displayName: 'x'.repeat(51) }, ['displayName']],
    [{ bio: 'x'.repeat(501) }, ['bio']],
    [{ bio: 'a\u0000b' }, ['bio']],
    [{ links: Array.from({ length: 6 }, () => link) }, ['links']],
    [{ links: [link, { url: 'javascript:alert(1)' }] }, ['links', '1', 'url']],
    [{ links: [{ ...link, label: 'x'.repeat(51) }] }, ['links', '0', 'label']],
  ];

  for (const [input, path] of refusals) {
    const { data } = await users.ask(UPDATE, { input }, viewer);
    expect(data.updateProfile).toMatchObject({
      user: null,
      userErrors: [{ code: 'INVALID', path: ['input', ...path] }],
    });
  }
  const nobody = await users.ask(UPDATE, { input: { bio: 'me' } });
  expect(nobody.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
});

const CHANGE = `mutation ($handle: String!) {
  changeHandle(input: { handle: $handle }) { user { handle } viewer { user { handle } } ${USER_ERRORS} }
}`;
const BY_HANDLE = 'query ($handle: String) { user(handle: $handle) { id handle } }';

const changeHandle = async (users: TestSubgraph, handle: string, viewer: Viewer) =>
  (await users.ask(CHANGE, { handle }, viewer)).data.changeHandle;
const availability = async (users: TestSubgraph, handle: string, viewer?: Viewer) =>
  (await users.ask('query ($handle: String!) { handleAvailability(handle: $handle) }', { handle }, viewer)).data
    .handleAvailability;

test('an old handle leads to its former owner and is kept for them alone, for 30 days', async () => {
  await using users = await startTestSubgraph(usersSubgraph);
  const [maria, other] = [await signUp(users, 'maria'), await signUp(users, 'other')];

  const changed = await changeHandle(users, 'Alkaios', maria.viewer);

  const now = { handle: 'Alkaios' };
  expect(changed).toMatchObject({ user: now, viewer: { user: now }, userErrors: [] });
  expect((await users.ask(BY_HANDLE, { handle: 'MARIA' })).data.user).toEqual({ id: maria.id, ...now });
  expect(await changeHandle(users, 'Maria', other.viewer)).toMatchObject({
    user: null,
    userErrors: [{ code: 'CONFLICT' }],
  });
  expect(await changeHandle(users, 'maria', maria.viewer)).toMatchObject({ user: { handle: 'maria' } });

  await using sql = adminOf(users);
  await sql.age('31 days');
  expect((await users.ask(BY_HANDLE, { handle: 'alkaios' })).data.user).toBeNull();
  expect(await changeHandle(users, 'alkaios', other.viewer)).toMatchObject({ user: { handle: 'alkaios' } });
});

test('every change of what others show of a person is told, with a growing version', async () => {
  await using users = await startTestSubgraph(usersSubgraph);
  const { viewer } = await signUp(users, 'maria');

  await users.ask(UPDATE, { input: { displayName: 'Maria' } }, viewer);
  await changeHandle(users, 'alkaios', viewer);

  await using sql = adminOf(users);
  expect(await sql.told()).toMatchObject([
    { userId: viewer.id, handle: 'maria', displayName: 'maria', avatar: null, state: 'ACTIVE', version: 1 },
    { userId: viewer.id, handle: 'maria', displayName: 'Maria', version: 2 },
    { userId: viewer.id, handle: 'alkaios', displayName: 'Maria', version: 3 },
  ]);
});

test('a handle changes twice in 14 days', async () => {
  await using users = await startTestSubgraph(usersSubgraph);
  const { viewer } = await signUp(users, 'one');

  for (const handle of ['two', 'two', 'three']) await changeHandle(users, handle, viewer);
  const refused = await changeHandle(users, 'four', viewer);

  expect(refused).toMatchObject({
    user: null,
    userErrors: [{ __typename: 'RateLimitError', message: expect.stringContaining('in 14 days') }],
  });
  expect(refused.userErrors[0].retryAfterSeconds).toBeGreaterThan(13 * 86_400);
  await using sql = adminOf(users);
  await sql.age('14 days');
  expect(await changeHandle(users, 'four', viewer)).toMatchObject({ user: { handle: 'four' } });
});

test('two changes at once that would be one too many: one is refused', async () => {
  await using users = await startTestSubgraph(usersSubgraph);
  const { viewer } = await signUp(users, 'one');
  await changeHandle(users, 'two', viewer);

  const answers = await Promise.all(['three', 'four'].map((handle) => changeHandle(users, handle, viewer)));

  expect(answers.flatMap(({ userErrors }) => userErrors)).toMatchObject([{ code: 'RATE_LIMITED' }]);
});

test('one can ask beforehand whether a handle is to be had', async () => {
  await using users = await startTestSubgraph(usersSubgraph);
  const maria = await signUp(users, 'maria');
  await changeHandle(users, 'alkaios', maria.viewer);

  expect(await availability(users, 'nobody_yet')).toBe('AVAILABLE');
  expect(await availability(users, 'ALKAIOS', maria.viewer)).toBe('TAKEN');
  expect(await availability(users, 'Support')).toBe('RESERVED');
  expect(await availability(users, 'maria')).toBe('RESERVED');
  expect(await availability(users, 'maria', maria.viewer)).toBe('AVAILABLE');
  for (const handle of ['', 'ab', 'a b c', 'x'.repeat(31), 'nul\u0000']) {
    expect(await availability(users, handle)).toBe('INVALID');
  }
});

/** Lets time pass for handles given up, as if that were so much longer ago; reads what was told. */
function adminOf({ adminUrl }: TestSubgraph) {
  const sql = postgres(adminUrl, { max: 1 });
  return {
    age: async (interval: string) => {
      await sql`update users.handle_change set changed_at = changed_at - ${interval}::interval`;
    },
    told: async () => {
      const rows = await sql`select data->'payload' as payload from pgboss.job
        where name = 'posts/users.user.updated.v1' order by created_on`;
      return rows.map(({ payload }) => payload);
    },
    [Symbol.asyncDispose]: () => sql.end(),
  };
}
