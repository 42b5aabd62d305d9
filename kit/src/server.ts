import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyRequest, LogController } from 'fastify';
import { GraphQLError } from 'graphql';
import { connect, type Statement } from './database.ts';
import { openBus } from './events/bus.ts';
import type { EventCatalog } from './events/contract.ts';
import { listen } from './listen.ts';
import type { Logger } from './log.ts';
import { createRateLimiters } from './rate-limit.ts';
import { buildSchema, type Caller, createApolloServer, type Services, type Subgraph } from './subgraph.ts';

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
  secret: string;
  logger: Logger;
  onStatement?: (statement: Statement) => void;
};

export type RunningSubgraph<Catalog extends EventCatalog> = Services<Catalog> & { url: string; stop(): Promise<void> };

/** Entities are asked for in crowds: 500 representations fit, a flood does not. */
const BODY_LIMIT = 1_048_576;

/** Starts one subgraph on its own role's database URL: GraphQL over HTTP, event listeners, background work. */
export async function startSubgraph<Catalog extends EventCatalog, Viewer, Context extends object>(
  subgraph: Subgraph<Catalog, Viewer, Context>,
  { catalog, identify }: Agreement<Catalog, Viewer>,
  settings: SubgraphSettings,
): Promise<RunningSubgraph<Catalog>> {
  const { databaseUrl, logger, secret } = settings;
  const database = connect(databaseUrl, settings.onStatement ? { onStatement: settings.onStatement } : {});
  const events = await openBus({ url: databaseUrl, service: subgraph.name, catalog, database, logger });
  const rateLimiters = createRateLimiters(settings.redisUrl);
  const services: Services<Catalog> = { database, db: database.db, events, rateLimiters, secret, logger };

  const app: FastifyInstance = createApp(logger);
  const apollo = createApolloServer<Context>(await buildSchema(subgraph), logger);
  apollo.addPlugin(fastifyApolloDrainPlugin<Context>(app));
  await apollo.start();
  const context = async (request: FastifyRequest) => {
    const viewer = await identify({ subgraph: subgraph.name, secret, token: bearer(request) }).catch(refuse);
    return subgraph.createContext(services, callerOf(request, viewer));
  };
  app.post('/graphql', fastifyApolloHandler(apollo, { context }));
  addHealth(app, services);
  subgraph.routes?.(app, services);

  await events.listen(subgraph.listeners);
  const stopBackground = subgraph.background?.(services);
  const url = await listen(app, { ...settings, name: subgraph.name });
  const stop = async () => {
    await app.close();
    await stopBackground?.();
    await events.stop();
    await rateLimiters.close();
    await database.close();
  };
  return { ...services, url, stop };
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
  return { viewer, userAgent: header('x-client-user-agent'), ip: header('x-client-ip') };
}
