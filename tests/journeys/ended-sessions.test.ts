import { afterAll, expect, test } from 'vitest';
import { postGraphql, startTestGraph, type TestGraph } from '../setup/graph.ts';
import { PASSWORD, signIn, signUp } from '../setup/people.ts';

const graph = await startTestGraph();
afterAll(() => graph[Symbol.asyncDispose]());

const WHO = '{ viewer { user { handle } } }';
const POST =
  'mutation { createPost(input: { content: { text: "still here" } }) { post { id } userErrors { message } } }';

const ENDS = {
  'signing out': 'mutation { signOut { success } }',
  'switching the account off': 'mutation { deactivateAccount { userErrors { message } } }',
};

test.each(Object.entries(ENDS))(
  '%s ends the access token within a second, for reads and for writes',
  async (_, end) => {
    const { token } = await signUp(graph, `leaver${Object.values(ENDS).indexOf(end)}`);
    expect((await graph.ask(WHO, {}, token)).errors).toBeUndefined();

    expect((await graph.ask(end, {}, token)).errors).toBeUndefined();

    await expect.poll(() => codeOf(graph, WHO, token), { timeout: 1_000, interval: 50 }).toBe('UNAUTHENTICATED');
    expect(await codeOf(graph, POST, token)).toBe('UNAUTHENTICATED');
    expect((await postGraphql(`${graph.url}/graphql`, { query: WHO }, token)).errors).toMatchObject([
      { message: 'This session has ended. Sign in again.' },
    ]);
  },
);

test('ending all other sessions ends their access tokens and not its own', async () => {
  const { token } = await signUp(graph, 'tidy');
  const phone = await signIn(graph, 'tidy', PASSWORD);

  await graph.ask('mutation { revokeSession(input: { allOthers: true }) { userErrors { message } } }', {}, token);

  await expect.poll(() => codeOf(graph, WHO, phone.token), { timeout: 1_000, interval: 50 }).toBe('UNAUTHENTICATED');
  expect((await graph.ask(WHO, {}, token)).data.viewer.user.handle).toBe('tidy');
});

const codeOf = async ({ ask }: TestGraph, query: string, token: string) =>
  (await ask(query, {}, token)).errors?.[0]?.extensions.code;
