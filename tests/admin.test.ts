import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { childEnvironment } from './setup/child-environment.ts';
import { postGraphql, type TestGraph } from './setup/graph.ts';
import { onTestDatabase, startNexus } from './setup/nexus-process.ts';
import { PASSWORD, signUp } from './setup/people.ts';

const ADMIN = fileURLToPath(new URL('../scripts/admin.ts', import.meta.url));

const SIGN_IN = `mutation ($password: String!) {
  signIn(input: { password: { emailOrHandle: "maria", password: $password } }) {
    accessToken userErrors { code message } viewer { role } } }`;

test('operators suspend, restore and promote people while Nexus runs', async () => {
  const env = await onTestDatabase();
  const nexus = await startNexus(env);
  const ask: TestGraph['ask'] = (query, variables = {}, token = undefined) =>
    postGraphql(`${nexus.gateway}/graphql`, { query, variables }, token);
  const admin = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [ADMIN, ...args], {
      env: { ...childEnvironment(), ...env },
      encoding: 'utf8',
    });
    return { status, said: stdout + stderr };
  };
  const maria = await signUp({ ask } as TestGraph, 'maria');
  const { post } = (
    await ask('mutation { createPost(input: { content: { text: "Hi" } }) { post { id } } }', {}, maria.token)
  ).data.createPost;
  const isSeen = async () =>
    (await ask('query ($id: ID!) { post(id: $id) { id } }', { id: post.id })).data.post !== null;
  const signIn = async () => (await ask(SIGN_IN, { password: PASSWORD })).data.signIn;

  expect(admin('suspend', '@maria', '--until', '2999-01-01T00:00Z')).toEqual({
    status: 0,
    said: 'maria is SUSPENDED.\n',
  });
  expect(await isSeen()).toBe(false);
  expect((await signIn()).userErrors).toEqual([
    { code: 'FORBIDDEN', message: 'This account is suspended until 2999-01-01T00:00:00.000Z.' },
  ]);
  await expect
    .poll(async () => (await ask('{ viewer { id } }', {}, maria.token)).errors?.[0]?.extensions.code, {
      timeout: 1_000,
    })
    .toBe('UNAUTHENTICATED');

  expect(admin('restore', 'maria')).toEqual({ status: 0, said: 'maria is ACTIVE.\n' });
  expect(await isSeen()).toBe(true);
  expect(admin('grant', 'maria', 'MODERATOR')).toEqual({ status: 0, said: 'maria is MODERATOR.\n' });
  expect((await signIn()).viewer.role).toBe('MODERATOR');

  expect(admin('suspend', 'nobody')).toEqual({ status: 1, said: 'The person nobody was not found.\n' });
  for (const wrong of [['suspend'], ['grant', 'maria', 'KING'], ['grant', 'maria', 'ADMIN', 'bob']]) {
    expect(admin(...wrong)).toMatchObject({ status: 1, said: expect.stringContaining('Usage: npm run admin') });
  }
  for (const time of ['2001-01-01', '+275760-09-13']) {
    expect(admin('suspend', 'maria', '--until', time).said).toContain(`${time} is no time to come.`);
  }
  await nexus.end('SIGINT');
}, 180_000);
