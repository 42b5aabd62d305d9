import type { Statement } from '@nexus/kit/database';
import { createLogger } from '@nexus/kit/log';
import { roleUrl } from '@nexus/kit/migrations';
import { type RunningSubgraph, startSubgraph } from '@nexus/kit/server';
import { createTestDatabase, TEST_SECRET } from '@nexus/kit/testing/database';
import { agreement, assertionKey, type Subgraph } from './agreement.ts';
import type { Events } from './events.ts';
import { signAssertion, type Viewer } from './viewer.ts';

/** What a GraphQL answer looks like to a test: fields are read without ceremony. */
// biome-ignore lint/suspicious/noExplicitAny: a test asserts the shape itself.
export type Answer = { data: any; errors?: { message: string; path?: unknown[]; extensions: { code: string } }[] };

export type TestSubgraph = RunningSubgraph<Events> & {
  /** Posts an operation as the gateway would, for the viewer or for nobody. */
  ask(query: string, variables?: object, viewer?: Viewer): Promise<Answer>;
  /** The statements since the last `ask` began. */
  statements: Statement[];
  adminUrl: string;
} & AsyncDisposable;

/** One subgraph on a database of its own, listening on a free port; it leaves with the scope. It may know neighbours. */
export async function startTestSubgraph<Context extends object>(
  subgraph: Subgraph<Context>,
  neighbours: Readonly<Record<string, string>> = {},
): Promise<TestSubgraph> {
  const database = await createTestDatabase();
  const statements: Statement[] = [];
  const running = await startSubgraph(subgraph, agreement, {
    host: '127.0.0.1',
    port: 0,
    databaseUrl: roleUrl(database.adminUrl, TEST_SECRET, subgraph.name),
    redisUrl: undefined,
    neighbours,
    secret: TEST_SECRET,
    logger: createLogger(subgraph.name, 'silent'),
    onStatement: (statement) => statements.push(statement),
  });

  return {
    ...running,
    adminUrl: database.adminUrl,
    statements,
    ask: async (query, variables = {}, viewer = undefined) => {
      statements.length = 0;
      const assertion = await signAssertion(assertionKey(TEST_SECRET, subgraph.name), subgraph.name, viewer);
      const response = await fetch(`${running.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${assertion}` },
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as Answer;
    },
    [Symbol.asyncDispose]: async () => {
      await running.stop();
      await database.drop();
    },
  };
}
