import { agreement, type Subgraph } from '@nexus/contracts/agreement';
import { gatewayConfig } from '@nexus/gateway/config';
import type { Limits } from '@nexus/gateway/protection/limits';
import { startGateway } from '@nexus/gateway/server';
import type { Statement } from '@nexus/kit/database';
import { openHotStore } from '@nexus/kit/hot';
import type { HotStore } from '@nexus/kit/hot/store';
import { createLogger } from '@nexus/kit/log';
import { roleUrl } from '@nexus/kit/migrations';
import { type SubgraphSettings, startSubgraph } from '@nexus/kit/server';
import { createTestDatabase, TEST_SECRET } from '@nexus/kit/testing/database';
import { emptyDatabase } from '@nexus/kit/testing/empty-database';
import { createForgetfulHotStore } from '@nexus/kit/testing/hot-store';
import { createForgetfulLimiters } from '@nexus/kit/testing/rate-limiters';
import { subgraphs } from '../../scripts/subgraphs.ts';

export type GraphOptions = {
  /** Subgraphs in place of the product's: some that do less. */
  subgraphs?: readonly Subgraph<object>[];
  redisUrl?: string | undefined;
  /** In place of what the subgraphs share. */
  hot?: HotStore;
  /** What may be asked for at once, where it differs. */
  limits?: Partial<Limits>;
};

export type GraphServices = {
  url: string;
  /** Where each subgraph answers. */
  subgraphUrls: Readonly<Record<string, string>>;
  adminUrl: string;
  /** What each subgraph asked of Postgres. */
  statements: Record<string, Statement[]>;
  /** Makes it all as it was at first; false when that cannot be. */
  renew(): Promise<boolean>;
  end(): Promise<void>;
};

/** Starts the subgraphs on a database of their own, and the gateway in front of them. */
export async function startServices(options: GraphOptions): Promise<GraphServices> {
  await using resources = new AsyncDisposableStack();
  const database = await createTestDatabase();
  resources.defer(() => database.drop());
  const { adminUrl } = database;
  const memory = openMemory(options);
  resources.defer(() => memory.hot.close());
  const statements: Record<string, Statement[]> = {};
  const urls: Record<string, string> = {};
  const settings = { redisUrl: options.redisUrl, ...memory, neighbours: urls, adminUrl };
  for (const subgraph of options.subgraphs ?? subgraphs) {
    const heard: Statement[] = [];
    statements[subgraph.name] = heard;
    const running = await startOne(subgraph, { ...settings, onStatement: (statement) => heard.push(statement) });
    resources.defer(() => running.stop());
    urls[subgraph.name] = running.url;
  }
  const gateway = await startTestGateway(urls, options.limits);
  resources.defer(() => gateway.stop());
  const running = resources.move();
  const renew = async () => {
    await memory.forgetAll();
    return await emptyDatabase(adminUrl, Object.keys(urls));
  };
  return { url: gateway.url, subgraphUrls: urls, adminUrl, statements, renew, end: () => running.disposeAsync() };
}

/** What services keep besides the database: in Redis or as said, otherwise in this process, and then it can be forgotten. */
function openMemory({ redisUrl, hot }: GraphOptions) {
  const logger = createLogger('memory', 'silent');
  const forgetfulHot = createForgetfulHotStore();
  const forgetfulLimiters = createForgetfulLimiters(logger);
  return {
    hot: hot ?? (redisUrl === undefined ? forgetfulHot : openHotStore({ redisUrl, logger })),
    ...(redisUrl === undefined && { rateLimiters: forgetfulLimiters }),
    forgetAll: async () => {
      forgetfulLimiters.forgetAll();
      await forgetfulHot.forgetAll();
    },
  };
}

type OneOfThem = Pick<SubgraphSettings, 'redisUrl' | 'hot' | 'rateLimiters' | 'neighbours' | 'onStatement'> & {
  adminUrl: string;
};

function startOne(subgraph: Subgraph<object>, { adminUrl, ...settings }: OneOfThem) {
  return startSubgraph(subgraph, agreement, {
    ...settings,
    host: '127.0.0.1',
    port: 0,
    databaseUrl: roleUrl(adminUrl, TEST_SECRET, subgraph.name),
    secret: TEST_SECRET,
    logger: createLogger(subgraph.name, 'silent'),
  });
}

/** What tests ask is what the graph answers, not how fast this machine is today. */
const PATIENT_MS = 20_000;
const PATIENT = { readMs: PATIENT_MS, mutationMs: PATIENT_MS };

function startTestGateway(urls: Record<string, string>, limits: Partial<Limits> = {}) {
  const settings = {
    host: '127.0.0.1',
    port: 0,
    trustedProxies: undefined,
    environment: 'development',
    logLevel: 'silent',
  } as const;
  const config = gatewayConfig({ settings, secret: TEST_SECRET, urls });
  return startGateway({ ...config, subgraphs: { all: PATIENT }, limits: { fetchMs: PATIENT_MS, ...limits } });
}
