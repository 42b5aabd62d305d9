import { startTestSubgraph, type TestSubgraph } from '@nexus/contracts/testing';
import { sized } from '@nexus/kit/testing/thoroughness';
import fc from 'fast-check';
import postgres from 'postgres';
import { expect, test } from 'vitest';
import { usersSubgraph } from '../src/subgraph.ts';
import { PASSWORD, type Person, signUp, viewerOf } from './people.ts';

const REFRESH = `mutation ($refreshToken: String!) {
  refreshSession(input: { refreshToken: $refreshToken }) {
    viewer { user { handle } } accessToken refreshToken userErrors { __typename message path }
  }
}`;
const SIGN_IN = `mutation ($password: String!) {
  signIn(input: { password: { emailOrHandle: "maria", password: $password } }) { accessToken refreshToken }
}`;
const REFUSED = {
  viewer: null,
  accessToken: null,
  refreshToken: null,
  userErrors: [
    {
      __typename: 'ValidationError',
      message: 'This session has ended. Sign in again.',
      path: ['input', 'refreshToken'],
    },
  ],
};

async function refresh(users: TestSubgraph, refreshToken: string) {
  return (await users.ask(REFRESH, { refreshToken })).data.refreshSession;
}

test('a refresh gives the next token and an access token of the same session', async () => {
  await using users = await startTestSubgraph(usersSubgraph);
  const maria = await signUp(users, 'maria');

  const first = await refresh(users, maria.refreshToken);
  const second = await refresh(users, first.refreshToken);

  expect(first).toMatchObject({ viewer: { user: { handle: 'maria' } }, userErrors: [] });
  expect(viewerOf(second.accessToken)).toEqual(maria.viewer);
  expect(new Set([maria.refreshToken, first.refreshToken, second.refreshToken]).size).toBe(3);
});

test('a hundred refreshes at once with one token get one successor, and it works', async () => {
  await using users = await startTestSubgraph(usersSubgraph);
  const maria = await signUp(users, 'maria');

  const answers = await Promise.all(Array.from({ length: 100 }, () => refresh(users, maria.refreshToken)));

  expect(answers.filter(({ userErrors }) => userErrors.length > 0)).toEqual([]);
  const [successor, ...others] = new Set(answers.map((answer) => answer.refreshToken));
  expect(others).toEqual([]);
  expect((await refresh(users, successor)).userErrors).toEqual([]);
});

test('a token from before the last one ends the session, for its thief and its owner', async () => {
  await using users = await startTestSubgraph(usersSubgraph);
  const maria = await signUp(users, 'maria');
  const { refreshToken: second } = await refresh(users, maria.refreshToken);
  const { refreshToken: third } = await refresh(users, second);

  expect(await refresh(users, maria.refreshToken)).toEqual(REFUSED);
  expect(await refresh(users, third)).toEqual(REFUSED);
});

test('a token that nobody gave out is refused and harms no session', async () => {
  await using users = await startTestSubgraph(usersSubgraph);
  const maria = await signUp(users, 'maria');
  const bytes = Buffer.from(maria.refreshToken, 'base64url');
  const older = Buffer.from(bytes);
  older.writeUInt32BE(0, 16);
  const forged = ['', 'x', `${maria.refreshToken}=`, bytes.subarray(0, -1), older, Buffer.alloc(bytes.length)];

  for (const token of forged) {
    expect(await refresh(users, typeof token === 'string' ? token : token.toString('base64url'))).toEqual(REFUSED);
  }
  expect((await refresh(users, maria.refreshToken)).userErrors).toEqual([]);
});

test('a session that was not refreshed for 30 days is over', async () => {
  await using users = await startTestSubgraph(usersSubgraph);
  const maria = await signUp(users, 'maria');
  await using clock = databaseClock(users, maria);

  await clock.letPass('29 days');
  const { refreshToken } = await refresh(users, maria.refreshToken);
  await clock.letPass('31 days');

  expect(await refresh(users, refreshToken)).toEqual(REFUSED);
});

/** The same token with one bit of its signature turned. */
function forge(token: string): string {
  const bytes = Buffer.from(token, 'base64url');
  bytes.writeUInt8((bytes.at(-1) ?? 0) ^ 1, bytes.length - 1);
  return bytes.toString('base64url');
}

type Step = { give: number } | 'wait' | 'forge';
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ give: fc.constantFrom(0, 0, 0, 1, 1, 2, 3) }) },
  { weight: 2, arbitrary: fc.constant<Step>('wait') },
  { weight: 1, arbitrary: fc.constant<Step>('forge') },
);

test('in any order of uses the present token works, the one before for ten seconds, and older ones end it', async () => {
  await using users = await startTestSubgraph(usersSubgraph);
  await signUp(users, 'maria');

  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const { signIn } = (await users.ask(SIGN_IN, { password: PASSWORD })).data;
      await using clock = databaseClock(users, { viewer: viewerOf(signIn.accessToken) });
      const tokens: string[] = [signIn.refreshToken];
      let isLive = true;
      let isFresh = true;

      for (const what of steps) {
        if (what === 'wait') {
          await clock.letPass('11 seconds');
          isFresh = false;
        } else if (what === 'forge') {
          expect(await refresh(users, forge(tokens.at(-1) ?? ''))).toEqual(REFUSED);
        } else {
          const index = Math.max(0, tokens.length - 1 - what.give);
          const age = tokens.length - 1 - index;
          const answer = await refresh(users, tokens[index] ?? '');
          isLive &&= age === 0 || (age === 1 && isFresh);
          if (!isLive) expect(answer).toEqual(REFUSED);
          else if (age === 1) expect(answer.refreshToken).toBe(tokens.at(-1));
          else {
            expect(tokens).not.toContain(answer.refreshToken);
            tokens.push(answer.refreshToken);
            isFresh = true;
          }
        }
      }
    }),
    { numRuns: sized({ thorough: 40, daily: 15 }) },
  );
});

/** Lets time pass for one session, as if its times lay that much further back. */
function databaseClock({ adminUrl }: TestSubgraph, { viewer }: Pick<Person, 'viewer'>) {
  const sql = postgres(adminUrl, { max: 1 });
  return {
    letPass: async (interval: string) => {
      await sql`update users.session set rotated_at = rotated_at - ${interval}::interval,
        expires_at = expires_at - ${interval}::interval where id = ${viewer.sessionId}`;
    },
    [Symbol.asyncDispose]: () => sql.end(),
  };
}
