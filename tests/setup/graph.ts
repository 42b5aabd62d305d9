import { agreement, type Subgraph } from '@nexus/contracts/agreement';
import type { Answer } from '@nexus/contracts/testing';
import { gatewayConfig } from '@nexus/gateway/config';
import type { Limits } from '@nexus/gateway/protection/limits';
import { startGateway } from '@nexus/gateway/server';
import type { Statement } from '@nexus/kit/database';
import { openHotStore } from '@nexus/kit/hot';
import type { HotStore } from '@nexus/kit/hot/store';
import { createLogger } from '@nexus/kit/log';
import { roleUrl } from '@nexus/kit/migrations';
import { startSubgraph } from '@nexus/kit/server';
import { createTestDatabase, TEST_SECRET } from '@nexus/kit/testing/database';
import { subgraphs } from '../../scripts/subgraphs.ts';

/** The whole product on a database of its own: three subgraphs and the gateway, over HTTP. */
export type TestGraph = {
  url: string;
  /** Where each subgraph answers. */
  subgraphUrls: Readonly<Record<string, string>>;
  adminUrl: string;
  /** Posts an operation to the gateway, with an access token or anonymously. */
  ask(query: string, variables?: object, token?: string): Promise<Answer>;
  /** What each subgraph asked of Postgres since the last `ask` began. */
  statements: Record<string, Statement[]>;
} & AsyncDisposable;

export type GraphOptions = {
  /** Subgraphs in place of the product's: some that do less. */
  subgraphs?: readonly Subgraph<object>[];
  redisUrl?: string | undefined;
  /** In place of what the subgraphs share. */
  hot?: HotStore;
  /** What may be asked for at once, where it differs. */
  limits?: Partial<Limits>;
};

/** Starts it; everything leaves with the scope. */
export async function startTestGraph(options: GraphOptions = {}): Promise<TestGraph> {
  const resources = new AsyncDisposableStack();
  const database = await createTestDatabase();
  resources.defer(() => database.drop());
  const statements: Record<string, Statement[]> = {};
  const urls: Record<string, string> = {};
  const { redisUrl, hot = openHotStore({ redisUrl, logger: createLogger('hot', 'silent') }) } = options;
  resources.defer(() => hot.close());
  for (const subgraph of options.subgraphs ?? subgraphs) {
    const heard: Statement[] = [];
    const running = await startSubgraph(subgraph, agreement, {
      host: '127.0.0.1',
      port: 0,
      databaseUrl: roleUrl(database.adminUrl, TEST_SECRET, subgraph.name),
      redisUrl,
      hot,
      neighbours: urls,
      secret: TEST_SECRET,
      logger: createLogger(subgraph.name, 'silent'),
      onStatement: (statement) => heard.push(statement),
    });
    resources.defer(() => running.stop());
    statements[subgraph.name] = heard;
    urls[subgraph.name] = running.url;
  }
  const url = await startTestGateway({ urls, limits: options.limits }, resources);
  return {
    url,
    subgraphUrls: urls,
    adminUrl: database.adminUrl,
    statements,
    ask: async (query, variables = {}, token = undefined) => {
      for (const heard of Object.values(statements)) heard.length = 0;
      return await postGraphql(`${url}/graphql`, { query, variables }, token);
    },
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  };
}

type Gateway = { urls: Record<string, string>; limits: Partial<Limits> | undefined };

async function startTestGateway({ urls, limits = {} }: Gateway, resources: AsyncDisposableStack): Promise<string> {
  const settings = {
    host: '127.0.0.1',
    port: 0,
    trustedProxies: undefined,
    environment: 'development',
    logLevel: 'silent',
  } as const;
  const gateway = await startGateway({ ...gatewayConfig({ settings, secret: TEST_SECRET, urls }), limits });
  resources.defer(() => gateway.stop());
  return gateway.url;
}

/** One GraphQL request over HTTP. */
export async function postGraphql(url: string, body: object, token?: string): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  });
  return (await response.json()) as Answer;
}
