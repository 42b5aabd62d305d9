import { afterAll, expect, test } from 'vitest';
import { startTestGraph } from '../setup/graph.ts';
import { operationsOf } from '../setup/operations.ts';
import { PASSWORD, signIn, signUp } from '../setup/people.ts';

const graph = await startTestGraph();
const run = operationsOf(graph);
afterAll(() => graph[Symbol.asyncDispose]());

const REFRESH = `mutation ($token: String!) { refreshSession(input: { refreshToken: $token }) {
  accessToken refreshToken userErrors { code message } } }`;

const refresh = async (token: string) => (await graph.ask(REFRESH, { token })).data.refreshSession;

test('a hundred refreshes at once with one token give one successor; an older token ends the session', async () => {
  const { refreshToken } = await signUp(graph, 'hurried');

  const answers = await Promise.all(Array.from({ length: 100 }, () => refresh(refreshToken)));
  const successors = new Set(answers.map((answer) => answer.refreshToken));
  expect(successors.size).toBe(1);
  const [successor] = successors;
  expect(successor).toEqual(expect.any(String));

  const grandchild = (await refresh(successor)).refreshToken;
  expect(grandchild).toEqual(expect.any(String));
  expect(await refresh(refreshToken)).toMatchObject({ accessToken: null, refreshToken: null });
  expect(await refresh(grandchild)).toMatchObject({ accessToken: null, refreshToken: null });
});

test('a person sees who they are, and the page that others see', async () => {
  const [me, other] = [await signUp(graph, 'myself'), await signUp(graph, 'somebody')];

  const { viewer } = await run('who-am-i', {}, me);
  const { user } = await run('profile', { handle: 'myself' }, other);

  expect(viewer).toMatchObject({ user: { handle: 'myself', postCount: 0 }, sessions: [{ isCurrent: true }] });
  expect(user).toMatchObject({ id: viewer.user.id, relationship: { isFollowing: false }, posts: { edges: [] } });
});

test('a person sees their sessions and ends the others', async () => {
  const { token } = await signUp(graph, 'roamer');
  await signIn(graph, 'roamer', PASSWORD);
  const SESSIONS = '{ viewer { sessions { id isCurrent } } }';
  const { sessions } = (await graph.ask(SESSIONS, {}, token)).data.viewer;
  const current = sessions.find(({ isCurrent }: { isCurrent: boolean }) => isCurrent);
  expect(sessions).toHaveLength(2);

  const REVOKE = 'mutation { revokeSession(input: { allOthers: true }) { userErrors { message } } }';
  expect((await graph.ask(REVOKE, {}, token)).data.revokeSession.userErrors).toEqual([]);

  expect((await graph.ask(SESSIONS, {}, token)).data.viewer.sessions).toEqual([current]);
});

test('who is signed in is what the token says, whatever other headers claim', async () => {
  const { id } = await signUp(graph, 'honest');
  const response = await fetch(`${graph.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-viewer-id': id, 'x-nexus-viewer': id, 'x-user-id': id },
    body: JSON.stringify({ query: '{ viewer { id } }' }),
  });

  expect(await response.json()).toEqual({ data: { viewer: null } });
});
