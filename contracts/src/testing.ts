import type { Statement } from '@nexus/kit/database';
import { createLogger } from '@nexus/kit/log';
import { roleUrl } from '@nexus/kit/migrations';
import { type RunningSubgraph, startSubgraph } from '@nexus/kit/server';
import { createTestDatabase, TEST_SECRET } from '@nexus/kit/testing/database';
import { emptyDatabase } from '@nexus/kit/testing/empty-database';
import { createIdle } from '@nexus/kit/testing/idle';
import { createForgetfulLimiters } from '@nexus/kit/testing/rate-limiters';
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

type Started = {
  running: RunningSubgraph<Events>;
  statements: Statement[];
  adminUrl: string;
  /** Makes it as it was at first; false when that cannot be. */
  renew(): Promise<boolean>;
  end(): Promise<void>;
};

const idle = createIdle<Started>();

/**
 * One subgraph on an empty database of its own, listening on a free port; it leaves with the scope. It may know
 * neighbours. One that knows none is emptied when it leaves, and serves the next who starts it: what takes long is to
 * start, and to find out that no neighbour hears.
 */
export async function startTestSubgraph<Context extends object>(
  subgraph: Subgraph<Context>,
  neighbours: Readonly<Record<string, string>> = {},
): Promise<TestSubgraph> {
  const isReusable = Object.keys(neighbours).length === 0;
  const started = (isReusable && idle.take(subgraph.name)) || (await start(subgraph, { neighbours }));
  return toTest(subgraph, started, () => (isReusable ? idle.put(subgraph.name, started) : started.end()));
}

/** One subgraph on a copy of a template that is filled; nothing happens in it but what the test does. */
export async function startFilledSubgraph<Context extends object>(
  { background: _, ...subgraph }: Subgraph<Context>,
  template: string,
): Promise<TestSubgraph> {
  const started = await start(subgraph, { neighbours: {}, template });
  return toTest(subgraph, started, () => started.end());
}

function toTest(
  subgraph: Pick<Subgraph<object>, 'name'>,
  { running, statements, adminUrl }: Started,
  leave: () => Promise<void>,
): TestSubgraph {
  return {
    ...running,
    adminUrl,
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
    [Symbol.asyncDispose]: leave,
  };
}

async function start<Context extends object>(
  subgraph: Subgraph<Context>,
  { neighbours, template }: { neighbours: Readonly<Record<string, string>>; template?: string },
): Promise<Started> {
  const database = await createTestDatabase(template);
  const statements: Statement[] = [];
  const logger = createLogger(subgraph.name, 'silent');
  const rateLimiters = createForgetfulLimiters(logger);
  const running = await startSubgraph(subgraph, agreement, {
    host: '127.0.0.1',
    port: 0,
    databaseUrl: roleUrl(database.adminUrl, TEST_SECRET, subgraph.name),
    redisUrl: undefined,
    neighbours,
    secret: TEST_SECRET,
    rateLimiters,
    logger,
    onStatement: (statement) => statements.push(statement),
  });
  const renew = async () => {
    rateLimiters.forgetAll();
    statements.length = 0;
    return await emptyDatabase(database.adminUrl, [subgraph.name]);
  };
  const end = async () => {
    await running.stop();
    await database.drop();
  };
  return { running, statements, adminUrl: database.adminUrl, renew, end };
}
