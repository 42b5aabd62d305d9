import { fastifyApolloHandler } from '@as-integrations/fastify';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyRequest, LogController } from 'fastify';
import { GraphQLError } from 'graphql';
import { Registry } from 'prom-client';
import { connect, type Database, type Statement } from './database.ts';
import { BUS_CONNECTIONS, openBus } from './events/bus.ts';
import type { EventCatalog } from './events/contract.ts';
import { CLIENT_IP, CLIENT_USER_AGENT, REQUEST_ID } from './headers.ts';
import { type HotStore, NO_HOT_STORE } from './hot/store.ts';
import { listen } from './listen.ts';
import type { Logger } from './log.ts';
import { addOperatorsRoutes } from './operators.ts';
import { createRateLimiters, type RateLimiters } from './rate-limit.ts';
import { buildSchema, type Caller, createApolloServer, type Services, type Subgraph } from './subgraph.ts';
import { renewable } from './transact.ts';

/** What all subgraphs of a graph agree on: the events, and how a caller proves who asks (or is refused). */
export type Agreement<Catalog extends EventCatalog, Viewer> = {
  catalog: Catalog;
  identify(call: { subgraph: string; secret: string; token: string | undefined }): Promise<Viewer | undefined>;
};

export type SubgraphSettings = {
  host: string;
  port: number;
  databaseUrl: string;
  redisUrl: string | undefined;
  /** Shared by all services of a process. */
  hot?: HotStore;
  /** In place of its own. */
  rateLimiters?: RateLimiters;
  /** Read when a neighbour is asked: services that start together fill it as they go. */
  neighbours?: Readonly<Record<string, string>>;
  secret: string;
  logger: Logger;
  onStatement?: (statement: Statement) => void;
};

export type RunningSubgraph<Catalog extends EventCatalog> = Services<Catalog> & { url: string; stop(): Promise<void> };

/** Entities are asked for in crowds: 500 representations fit, a flood does not. */
const BODY_LIMIT = 1_048_576;
/** Connections for requests, and for what happens behind them: events and background work never keep a request waiting. */
const POOL = 10;
const BACKSTAGE_POOL = 3;
/** The most that one subgraph's process takes. */
export const CONNECTIONS = POOL + BACKSTAGE_POOL + BUS_CONNECTIONS;

/** Starts one subgraph on its own role's database URL: GraphQL over HTTP, event listeners, background work. */
export async function startSubgraph<Catalog extends EventCatalog, Viewer, Context extends object>(
  subgraph: Subgraph<Catalog, Viewer, Context>,
  { catalog, identify }: Agreement<Catalog, Viewer>,
  settings: SubgraphSettings,
): Promise<RunningSubgraph<Catalog>> {
  await using resources = new AsyncDisposableStack();
  const { services, backstage, registry } = await openServices(subgraph.name, catalog, { ...settings, resources });
  const apollo = createApolloServer<Context>(await buildSchema(subgraph), settings.logger);
  await apollo.start();
  resources.defer(() => apollo.stop());
  const context = async (request: FastifyRequest) => {
    const call = { subgraph: subgraph.name, secret: settings.secret, token: bearer(request) };
    const viewer = await identify(call).catch(refuse);
    const caller = callerOf(request, viewer);
    await subgraph.before?.(services, caller);
    return renewable(() => subgraph.createContext(services, caller));
  };
  const app = createApp(settings.logger);
  app.post('/graphql', fastifyApolloHandler(apollo, { context }));
  addHealth(app, services);
  addOperatorsRoutes(app, { registry, catalog, db: backstage.db });
  subgraph.routes?.(app, services);

  await services.events.listen(subgraph.listeners);
  const background = subgraph.background?.({ ...services, db: backstage.db }) ?? [];
  for (const stop of background) resources.defer(stop);
  resources.defer(() => app.close());
  const url = await listen(app, { ...settings, name: subgraph.name });
  const running = resources.move();
  return { ...services, url, stop: () => running.disposeAsync() };
}

type Opening = SubgraphSettings & { resources: AsyncDisposableStack };

/** Opens what a subgraph has for as long as it runs; the stack closes it in reverse order. */
async function openServices<Catalog extends EventCatalog>(
  service: string,
  catalog: Catalog,
  opening: Opening,
): Promise<{ services: Services<Catalog>; backstage: Database; registry: Registry }> {
  const { databaseUrl: url, redisUrl, hot = NO_HOT_STORE, neighbours = {}, secret, logger } = opening;
  const { onStatement, resources } = opening;
  const database = connect(url, { max: POOL, ...(onStatement && { onStatement }) });
  resources.defer(() => database.close());
  const backstage = connect(url, { max: BACKSTAGE_POOL });
  resources.defer(() => backstage.close());
  const rateLimiters = opening.rateLimiters ?? createRateLimiters(redisUrl, logger);
  resources.defer(() => rateLimiters.close());
  const registry = new Registry();
  registry.setDefaultLabels({ service });
  const events = await openBus({ url, service, catalog, database: backstage, logger, registry });
  resources.defer(() => events.stop());
  const services = { database, db: database.db, events, rateLimiters, hot, neighbours, secret, logger };
  return { services, backstage, registry };
}

function addHealth<Catalog extends EventCatalog>(app: FastifyInstance, { database }: Services<Catalog>): void {
  app.get('/health/live', async () => ({ status: 'live' }));
  app.get('/health/ready', async (_, reply) => {
    const isReady = await database.sql`select 1`.then(
      () => true,
      () => false,
    );
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'database unreachable' });
  });
}

function createApp(logger: FastifyBaseLogger): FastifyInstance {
  const logController = new LogController({ disableRequestLogging: true });
  return Fastify({ loggerInstance: logger, bodyLimit: BODY_LIMIT, logController });
}

function refuse(error: Error): never {
  throw new GraphQLError(error.message, { extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } } });
}

const bearer = (request: FastifyRequest) => request.headers.authorization?.match(/^Bearer (\S+)$/)?.[1];

function callerOf<Viewer>(request: FastifyRequest, viewer: Viewer | undefined): Caller<Viewer> {
  const header = (name: string) => {
    const value = request.headers[name];
    return typeof value === 'string' ? value : undefined;
  };
  return { viewer, requestId: header(REQUEST_ID), userAgent: header(CLIENT_USER_AGENT), ip: header(CLIENT_IP) };
}
