import { startTestSubgraph } from '@nexus/contracts/testing';
import { ACCESS_TOKEN } from '@nexus/contracts/viewer';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { expect, test } from 'vitest';
import { usersSubgraph } from '../src/subgraph.ts';
import { PASSWORD, signInFrom, signUp, USER_ERRORS, viewerOf } from './people.ts';

const SIGN_UP = `mutation ($input: SignUpInput!) { signUp(input: $input) { viewer { id } accessToken ${USER_ERRORS} } }`;
const SIGN_IN = `mutation ($emailOrHandle: String!, $password: String!) {
  signIn(input: { password: { emailOrHandle: $emailOrHandle, password: $password } }) {
    viewer { id user { handle } } accessToken accessTokenExpiresAt refreshToken ${USER_ERRORS}
  }
}`;
const ME =
  '{ viewer { id email createdAt user { id handle displayName bio links { url } avatar { url } isVerified state } } }';

test('whoever signs up is signed in and finds themselves', async () => {
  await using users = await startTestSubgraph(usersSubgraph);

  const maria = await signUp(users, 'Maria_A');
  const { data } = await users.ask(ME, {}, maria.viewer);

  expect(data.viewer).toMatchObject({
    id: expect.stringMatching(/^viewer_/),
    email: 'Maria_A@example.org',
    user: { id: maria.id, handle: 'Maria_A', displayName: 'Maria_A', links: [], avatar: null, state: 'ACTIVE' },
  });
  expect((await users.ask(ME)).data.viewer).toBeNull();
});

test('one signs in by handle or e-mail, capitals aside, and the token is verified with the published keys', async () => {
  await using users = await startTestSubgraph(usersSubgraph);
  const maria = await signUp(users, 'Maria');
  const keys = createRemoteJWKSet(new URL('/.well-known/jwks.json', users.url));

  for (const emailOrHandle of ['maria', ' MARIA@EXAMPLE.ORG ']) {
    const { signIn } = (await users.ask(SIGN_IN, { emailOrHandle, password: PASSWORD })).data;
    const { payload, protectedHeader } = await jwtVerify(signIn.accessToken, keys, {
      issuer: ACCESS_TOKEN.issuer,
      audience: ACCESS_TOKEN.audience,
      typ: ACCESS_TOKEN.type,
      algorithms: [ACCESS_TOKEN.algorithm],
    });

    expect(signIn).toMatchObject({ viewer: { user: { handle: 'Maria' } }, userErrors: [] });
    expect(payload.sub).toBe(maria.viewer.id);
    expect(Number(payload.exp) - Number(payload.iat)).toBe(600);
    expect(new Date(signIn.accessTokenExpiresAt).getTime()).toBe(Number(payload.exp) * 1_000);
    expect(protectedHeader.kid).toBeTypeOf('string');
  }
});

test('a wrong password and an unknown name are refused alike, and for a while after ten tries', async () => {
  await using users = await startTestSubgraph(usersSubgraph);
  await signUp(users, 'maria');
  const refusal = { viewer: null, accessToken: null, refreshToken: null };
  const wrong = { code: 'INVALID', message: 'The name or the password is wrong.', path: ['input', 'password'] };

  for (const emailOrHandle of ['maria', 'nobody_here', 'no\u0000body']) {
    for (let attempt = 1; attempt <= 10; attempt += 1) {
      const { signIn } = (await users.ask(SIGN_IN, { emailOrHandle, password: 'wrong horse' })).data;
      expect(signIn).toMatchObject({ ...refusal, userErrors: [wrong] });
    }
    const { signIn } = (await users.ask(SIGN_IN, { emailOrHandle, password: PASSWORD })).data;
    expect(signIn).toMatchObject({ ...refusal, userErrors: [{ code: 'RATE_LIMITED' }] });
    expect(signIn.userErrors[0].retryAfterSeconds).toBeGreaterThan(800);
  }
});

test('a right password forgets the wrong ones', async () => {
  await using users = await startTestSubgraph(usersSubgraph);
  await signUp(users, 'maria');
  const signIn = async (password: string) =>
    (await users.ask(SIGN_IN, { emailOrHandle: 'maria', password })).data.signIn.userErrors;

  for (let round = 0; round < 2; round += 1) {
    for (let attempt = 1; attempt <= 9; attempt += 1) await signIn('wrong horse');
    expect(await signIn(PASSWORD)).toEqual([]);
  }
});

test('a stranger who guesses is refused at their place and does not lock the owner out', async () => {
  await using users = await startTestSubgraph(usersSubgraph);
  await signUp(users, 'maria');
  const guess = { ip: '203.0.113.7', password: 'wrong horse' };
  const wrong = [{ code: 'INVALID' }];
  const refused = [{ code: 'RATE_LIMITED' }];

  for (let n = 0; n < 10; n += 1) expect((await signInFrom(users, guess)).userErrors).toMatchObject(wrong);
  for (let n = 0; n < 89; n += 1) expect((await signInFrom(users, guess)).userErrors).toMatchObject(refused);

  expect((await signInFrom(users, { ...guess, ip: '203.0.113.8' })).userErrors).toMatchObject(refused);
  expect((await signInFrom(users, { ip: '203.0.113.8' })).userErrors).toMatchObject(refused);
  expect((await signInFrom(users, { ip: '198.51.100.1' })).userErrors).toEqual([]);
});

test('all strangers together guess an account’s password a hundred times an hour', async () => {
  await using users = await startTestSubgraph(usersSubgraph);
  await signUp(users, 'maria');
  const guess = async (n: number) =>
    (await signInFrom(users, { ip: `10.0.${n % 20}.1`, password: 'wrong horse' })).userErrors;

  for (let n = 0; n < 100; n += 1) expect(await guess(n)).toMatchObject([{ code: 'INVALID' }]);

  const [refusal] = await guess(100);
  expect(refusal).toMatchObject({ code: 'RATE_LIMITED' });
  expect(refusal?.retryAfterSeconds).toBeGreaterThan(3_000);
});

test('a form gets a sentence for whatever it can fix', async () => {
  await using users = await startTestSubgraph(usersSubgraph);
  await signUp(users, 'maria');
  const good = { email: 'new@example.org', password: PASSWORD, handle: 'newcomer' };
  const refusals = [
    [{ email: 'not an address' }, 'INVALID', 'email'],
    [{ email: 'Maria@EXAMPLE.org' }, 'CONFLICT', 'email'],
    [{ handle: 'MARIA' }, 'CONFLICT', 'handle'],
    [{ handle: 'Admin' }, 'CONFLICT', 'handle'],
    [{ handle: 'no' }, 'INVALID', 'handle'],
    [{ handle: 'no-dashes' }, 'INVALID', 'handle'],
    [{ password: 'short' }, 'INVALID', 'password'],
    [{ password: 'x'.repeat(257) }, 'INVALID', 'password'],
    [{ password: 'Password123' }, 'INVALID', 'password'],
    [{ password: 'NEWCOMER' }, 'INVALID', 'password'],
    [{ displayName: ' \t ' }, 'INVALID', 'displayName'],
    [{ displayName: 'a\u0000b' }, 'INVALID', 'displayName'],
  ] as const;

  for (const [change, code, field] of refusals) {
    const { data } = await users.ask(SIGN_UP, { input: { ...good, ...change } });
    expect(data.signUp).toMatchObject({
      viewer: null,
      accessToken: null,
      userErrors: [{ code, path: ['input', field] }],
    });
  }
  const { data } = await users.ask(SIGN_UP, { input: good });
  expect(data.signUp.userErrors).toEqual([]);
  expect(viewerOf(data.signUp.accessToken).id).toBeTypeOf('string');
});

test('twenty people who want one handle at once: one gets it', async () => {
  await using users = await startTestSubgraph(usersSubgraph);
  const inputs = Array.from({ length: 20 }, (_, n) => ({
    email: `n${n}@example.org`,
    password: PASSWORD,
    handle: 'first',
  }));

  const answers = await Promise.all(inputs.map((input) => users.ask(SIGN_UP, { input })));

  const codes = answers.map(({ data }) => data.signUp.userErrors[0]?.code ?? 'OK').sort();
  expect(codes).toEqual([...Array<string>(19).fill('CONFLICT'), 'OK']);
});
