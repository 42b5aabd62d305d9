import { encodeId } from '@nexus/contracts/ids';
import { startTestSubgraph, type TestSubgraph } from '@nexus/contracts/testing';
import type { Viewer } from '@nexus/contracts/viewer';
import { newId } from '@nexus/kit/new-id';
import postgres from 'postgres';
import { expect, test } from 'vitest';
import { deleteEndedSessions } from '../src/session/session.store.ts';
import { usersSubgraph } from '../src/subgraph.ts';
import { signInFrom, signUp, USER_ERRORS, viewerOf } from './people.ts';

const SESSIONS = '{ viewer { sessions { id isCurrent userAgent ipPrefix createdAt lastUsedAt expiresAt } } }';
const REVOKE = `mutation ($input: RevokeSessionInput!) {
  revokeSession(input: $input) { revokedSessionIds viewer { sessions { id } } ${USER_ERRORS} }
}`;
const REFRESH = `mutation ($refreshToken: String!) {
  refreshSession(input: { refreshToken: $refreshToken }) { accessToken userErrors { message } }
}`;

const idOf = ({ sessionId }: Viewer) => encodeId('session', sessionId);

test('a person sees where they are signed in, by network and not by address', async () => {
  await using users = await startTestSubgraph(usersSubgraph);
  const maria = await signUp(users, 'maria');
  const phone = await signInFrom(users, { ip: '203.0.113.77', userAgent: `Phone/1 ${'x'.repeat(400)}` });
  await signInFrom(users, { ip: '2001:db8:7:8::9', userAgent: 'Laptop/2' });

  const { data } = await users.ask(SESSIONS, {}, viewerOf(phone.accessToken));

  expect(phone.viewer.sessions[0]?.isCurrent).toBe(true);
  expect(data.viewer.sessions).toMatchObject([
    { isCurrent: false, userAgent: 'Laptop/2', ipPrefix: '2001:db8:7::/48' },
    { isCurrent: true, userAgent: expect.stringMatching(/^Phone\/1 x{247}$/), ipPrefix: '203.0.113.0/24' },
    { isCurrent: false, id: idOf(maria.viewer), userAgent: null, ipPrefix: null },
  ]);
});

test('who signs out cannot refresh any more', async () => {
  await using users = await startTestSubgraph(usersSubgraph);
  const maria = await signUp(users, 'maria');

  const out = await users.ask('mutation { signOut { success } }', {}, maria.viewer);

  expect(out.data.signOut.success).toBe(true);
  const { data } = await users.ask(REFRESH, { refreshToken: maria.refreshToken });
  expect(data.refreshSession).toMatchObject({ accessToken: null, userErrors: [{ message: expect.any(String) }] });
  const nobody = await users.ask('mutation { signOut { success } }');
  expect(nobody.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
});

test('a person ends one session, or all others, but nobody else ends theirs', async () => {
  await using users = await startTestSubgraph(usersSubgraph);
  const [maria, other] = [await signUp(users, 'maria'), await signUp(users, 'other')];
  const [lost, kept] = [await signInFrom(users, { ip: '10.0.0.1' }), await signInFrom(users, { ip: '10.0.0.1' })];
  const lostId = idOf(viewerOf(lost.accessToken));
  const me = viewerOf(kept.accessToken);
  const revoke = async (input: object, viewer: Viewer) =>
    (await users.ask(REVOKE, { input }, viewer)).data.revokeSession;

  const stranger = await revoke({ sessionId: lostId }, other.viewer);
  const one = await revoke({ sessionId: lostId }, me);
  const again = await revoke({ sessionId: lostId }, me);
  const rest = await revoke({ allOthers: true }, me);

  const notFound = { revokedSessionIds: null, userErrors: [{ code: 'NOT_FOUND', path: ['input', 'sessionId'] }] };
  expect(stranger).toMatchObject(notFound);
  expect(one).toMatchObject({ revokedSessionIds: [lostId], userErrors: [] });
  expect(again).toMatchObject(notFound);
  expect(rest).toMatchObject({ revokedSessionIds: [idOf(maria.viewer)], viewer: { sessions: [{ id: idOf(me) }] } });
});

test('what ends no session is refused', async () => {
  await using users = await startTestSubgraph(usersSubgraph);
  const { viewer } = await signUp(users, 'maria');
  const inputs = [{}, { sessionId: encodeId('session', newId()), allOthers: true }, { sessionId: 'session_nonsense' }];

  for (const input of inputs) {
    const { data } = await users.ask(REVOKE, { input }, viewer);
    expect(data.revokeSession).toMatchObject({ revokedSessionIds: null, userErrors: [{ code: 'INVALID' }] });
  }
});

test('one network signs in a hundred times in a quarter of an hour and begins a hundred sessions', async () => {
  await using users = await startTestSubgraph(usersSubgraph);
  const maria = await signUp(users, 'maria');

  for (let n = 0; n < 100; n += 1) expect((await signInFrom(users, { ip: '10.0.0.1' })).userErrors).toEqual([]);
  const refused = await signInFrom(users, { ip: '10.0.0.1' });

  expect(refused.userErrors).toMatchObject([{ code: 'RATE_LIMITED' }]);
  const { sessions } = (await users.ask(SESSIONS, {}, maria.viewer)).data.viewer;
  expect(sessions).toHaveLength(100);
  expect(sessions.some(({ id }: { id: string }) => id === idOf(maria.viewer))).toBe(false);
});

test('sessions that ended more than a month ago are forgotten, a thousand at a time', async () => {
  await using users = await startTestSubgraph(usersSubgraph);
  const maria = await signUp(users, 'maria');
  await using sql = adminOf(users);
  await sql.addSessions(maria.viewer, 1_300, { expired: '31 days', revoked: null });
  await sql.addSessions(maria.viewer, 200, { expired: '-1 day', revoked: '31 days' });
  await sql.addSessions(maria.viewer, 2, { expired: '29 days', revoked: null });
  await sql.addSessions(maria.viewer, 3, { expired: '-1 day', revoked: '29 days' });

  expect(await deleteEndedSessions(users.db)).toEqual({ hasMore: true });
  expect(await deleteEndedSessions(users.db)).toEqual({ hasMore: false });

  // Those that ended lately, and the one from signing up.
  expect(await sql.countSessions()).toBe(6);
});

function adminOf({ adminUrl }: TestSubgraph) {
  const sql = postgres(adminUrl, { max: 1 });
  return {
    addSessions: async ({ id }: Viewer, count: number, ago: { expired: string; revoked: string | null }) => {
      await sql`insert into users.session (id, user_id, expires_at, revoked_at)
        select uuidv7(), ${id}, now() - ${ago.expired}::interval, now() - ${ago.revoked}::interval
        from generate_series(1, ${count}::integer)`;
    },
    countSessions: async () => {
      const [row] = await sql`select count(*)::integer as count from users.session`;
      return row?.count;
    },
    [Symbol.asyncDispose]: () => sql.end(),
  };
}

test('whoever has only the token of an ended session changes nothing about the account', async () => {
  await using users = await startTestSubgraph(usersSubgraph);
  const maria = await signUp(users, 'maria');
  await users.ask('mutation { signOut { success } }', {}, maria.viewer);

  for (const mutation of [
    'revokeSession(input: { allOthers: true }) { revokedSessionIds }',
    'changeHandle(input: { handle: "thief" }) { user { id } }',
    'updateProfile(input: { bio: "mine now" }) { user { id } }',
  ]) {
    const { errors } = await users.ask(`mutation { ${mutation} }`, {}, maria.viewer);
    expect(errors).toMatchObject([
      { message: 'This session has ended. Sign in again.', extensions: { code: 'UNAUTHENTICATED' } },
    ]);
  }
});
