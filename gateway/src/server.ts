import type { SupergraphManager } from '@apollo/gateway';
import { listen } from '@nexus/kit/listen';
import type { Logger } from '@nexus/kit/log';
import { reasonOf } from '@nexus/kit/reasons';
import { StartupError } from '@nexus/kit/startup-error';
import type { GraphQLSchema } from 'graphql';
import { credentialsOf } from './authorization/credentials.ts';
import { createGateway, type Gateway } from './executor/gateway.ts';
import { addAnalytics, type ReadAnalytics } from './http/analytics-route.ts';
import { createApollo } from './http/apollo.ts';
import { createApp } from './http/app.ts';
import { createDocumentStore, type DocumentStore } from './http/document-store.ts';
import { createDrain } from './http/drain.ts';
import { addExports, type DownloadExport } from './http/export-route.ts';
import { addGraphql } from './http/graphql-route.ts';
import { addHealth } from './http/health.ts';
import type { RequestContext } from './http/request-context.ts';
import { addPlayground, type PlaygroundOptions, SANDBOX_ORIGIN } from './playground/playground.ts';
import { DEFAULT_LIMITS, type Limits } from './protection/limits.ts';
import { openPoints, type PointsConfig } from './protection/points.ts';
import type { TrustedDocuments } from './protection/trusted-documents.ts';
import { type AssertionKey, createSubgraphClients, type SubgraphRules } from './subgraph-client/subgraph-clients.ts';
import { openUsage, type UsageConfig, withUsage } from './usage/record-usage.ts';
import { createIdentify } from './viewer/access-token.ts';
import { type FindEndedSessions, watchEndedSessions } from './viewer/ended-sessions.ts';

/** For `preloadPlanner`, where a swap is urgent. */
export const URGENT_SWAP = { isUrgent: true };

/** The header by which Apollo's tools ask for the query plan. */
const EXPOSE_PLAN = 'apollo-query-plan-experimental';

type ViewerConfig = {
  jwksUrl: string;
  assertionKey: AssertionKey;
  /** Absent: an access token is good until it expires. */
  findEndedSessions?: FindEndedSessions;
  /** Absent: nobody can get a copy of their data. */
  downloadExport?: DownloadExport;
  /** Absent: nobody can get their analytics as a file. */
  readAnalytics?: ReadAnalytics;
};

export type GatewayConfig = {
  host: string;
  /** 0 means any free one. */
  port: number;
  /** What brings the supergraph, and every later version of it. */
  supergraph: SupergraphManager;
  /** Replaces routing URLs of the supergraph, by subgraph name. */
  subgraphUrls?: Readonly<Record<string, string>>;
  /** Absent: any supergraph, nobody is signed in, and a client's `authorization` goes nowhere. */
  viewer?: ViewerConfig;
  /** Deadlines, bounds and header rules of subgraphs. */
  subgraphs?: SubgraphRules;
  /** Addresses or networks whose `X-Forwarded-For` is believed, separated by commas. */
  trustedProxies?: string | undefined;
  /** What requests and operations may ask for, where it differs from `DEFAULT_LIMITS`. */
  limits?: Partial<Limits>;
  /** Root fields of mutations that may be asked only once in an operation. */
  oncePerOperation?: readonly string[];
  /** Absent: every document may be asked. */
  trustedDocuments?: TrustedDocuments | undefined;
  /** What each viewer may spend on operations; absent: as many as they like. */
  points?: PointsConfig | undefined;
  /** Where what clients ask for is counted; absent: it is not. */
  usage?: UsageConfig | undefined;
  environment: 'development' | 'production';
  /** Whether clients may ask for the schema; by default in development only. */
  introspection?: boolean | undefined;
  /** Shown in development only; false hides it there too. */
  playground?: PlaygroundOptions | false;
  /** A new supergraph takes over as soon as it can, at the cost of requests: while somebody develops it. */
  isSwapUrgent?: boolean;
  /** Told of every supergraph that took over. */
  onSwitch?: () => void;
  logger: Logger;
};

export type RunningGateway = { url: string; stop(): Promise<void> };

/** Starts the gateway on a supergraph and returns its origin; a StartupError says why it cannot. */
export async function startGateway(config: GatewayConfig): Promise<RunningGateway> {
  await using resources = new AsyncDisposableStack();
  const { logger, viewer, oncePerOperation = [], playground = {} } = config;
  const isDevelopment = config.environment === 'development';
  const clients = createSubgraphClients({ assertionKey: viewer?.assertionKey, ...config.subgraphs });
  resources.defer(() => clients.close());
  const documents = createDocumentStore();
  const usage = config.usage && openUsage(config.usage, logger);
  resources.defer(() => usage?.stop());
  const executor = withUsage(createExecutor(config, clients, documents), usage);
  const points = config.points && openPoints(config.points, logger);
  resources.defer(() => points?.bucket.close());
  const limits = { ...DEFAULT_LIMITS, ...config.limits };
  const apollo = createApollo({
    executor,
    documents,
    limits,
    oncePerOperation,
    trustedDocuments: config.trustedDocuments,
    points,
    introspection: config.introspection ?? isDevelopment,
    isDevelopment,
    logger,
  });
  await apollo.start().catch(refuseSupergraph);
  resources.defer(() => apollo.stop());

  const app = createApp(logger, config.trustedProxies, limits);
  const { drain, isDraining } = createDrain(app);
  resources.defer(drain);
  const ended = viewer?.findEndedSessions && (await watchEndedSessions(viewer.findEndedSessions, logger));
  resources.defer(() => ended?.stop());
  const identify = viewer && createIdentify({ ...viewer, ended }, logger);
  addGraphql(app, { apollo, identify, limits, allowedOrigins: isDevelopment ? [SANDBOX_ORIGIN] : [] });
  if (identify && viewer.downloadExport) addExports(app, { identify, download: viewer.downloadExport, points });
  if (identify && viewer.readAnalytics) addAnalytics(app, { identify, read: viewer.readAnalytics, points });
  addHealth(app, { clients, isDraining, namesSubgraphs: isDevelopment });
  if (isDevelopment && playground) addPlayground(app, playground, latestApi(executor));

  const url = await listen(app, { ...config, name: 'gateway' });
  const running = resources.move();
  return { url, stop: () => running.disposeAsync() };
}

/** The schema that clients see now. */
function latestApi(gateway: Pick<Gateway, 'onSchemaLoadOrUpdate'>): () => GraphQLSchema | undefined {
  let latest: GraphQLSchema | undefined;
  gateway.onSchemaLoadOrUpdate(({ apiSchema }) => {
    latest = apiSchema;
  });
  return () => latest;
}

function createExecutor(config: GatewayConfig, clients: Clients, documents: DocumentStore): Gateway {
  const { supergraph, subgraphUrls, viewer, environment, logger } = config;
  return createGateway<RequestContext>({
    supergraphSdl: supergraph,
    subgraphUrls,
    transport: (subgraph) => clients.of(subgraph).ask,
    onWarm: documents.keep,
    onSwitch: (subgraphs) => {
      clients.retain(subgraphs);
      config.onSwitch?.();
    },
    ...(config.isSwapUrgent && { maxWarmUp: 0, planner: URGENT_SWAP }),
    credentialsOf,
    // Where we know viewers, the subgraphs are ours and say it in these words.
    authorization: { codes: viewer ? 'refusal' : 'router' },
    limitsOf: ({ deadline, signal }) => ({ deadline, signal }),
    exposePlan: ({ headers }) => environment === 'development' && headers?.[EXPOSE_PLAN] !== undefined,
    logger,
  });
}

type Clients = ReturnType<typeof createSubgraphClients>;

function refuseSupergraph(error: unknown): never {
  if (error instanceof StartupError) throw error;
  throw new StartupError(`The supergraph is not usable: ${reasonOf(error).replace(/\.$/, '')}.`);
}
