import { readFile } from 'node:fs/promises';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { buildSubgraphSchema, type GraphQLResolverMap } from '@apollo/subgraph';
import type { FastifyInstance } from 'fastify';
import { type DocumentNode, GraphQLError, type GraphQLSchema, Kind, parse } from 'graphql';
import { awaitOnce } from './await-once.ts';
import type { Database, Db } from './database.ts';
import type { EventBus } from './events/bus.ts';
import type { EventCatalog } from './events/contract.ts';
import type { Listeners } from './events/listen.ts';
import { type Guards, guardFields } from './guards.ts';
import type { HotStore } from './hot/store.ts';
import type { Logger } from './log.ts';
import type { SchemaOwner } from './migrations.ts';
import type { RateLimiters } from './rate-limit.ts';
import { scalarResolvers } from './scalars.ts';
import { answerRefusalsAsUserErrors } from './user-errors.ts';

/** What a running subgraph has for as long as it runs. `secret` is for deriving keys, never for use as it is. */
export type Services<Catalog extends EventCatalog> = {
  database: Database;
  db: Db;
  events: EventBus<Catalog>;
  rateLimiters: RateLimiters;
  hot: HotStore;
  /** Where the other services answer, by name. */
  neighbours: Readonly<Record<string, string>>;
  secret: string;
  logger: Logger;
};

/** Where a subgraph's plain HTTP routes are added. */
export type App = FastifyInstance;

/** What one request brings: who asks, and where from (as the gateway saw it). */
export type Caller<Viewer> = {
  viewer: Viewer | undefined;
  requestId: string | undefined;
  userAgent: string | undefined;
  ip: string | undefined;
};

/** A subgraph as data: its contract, its schema's migrations, its slices, and what it does besides answering. */
export type Subgraph<Catalog extends EventCatalog, Viewer, Context extends object> = SchemaOwner & {
  schemaFile: URL;
  resolvers: readonly object[];
  guards: Guards;
  /** Done before a request is answered. */
  before?(services: Services<Catalog>, caller: Caller<Viewer>): Promise<void>;
  createContext(services: Services<Catalog>, caller: Caller<Viewer>): Context;
  listeners: Listeners<Catalog>;
  /** Plain HTTP routes beside /graphql. */
  routes?(app: App, services: Services<Catalog>): void;
  /** Work between requests; returns how to stop each piece of it. */
  background?(services: Services<Catalog>): readonly (() => Promise<void>)[];
};

type Parts = { schemaFile: URL; resolvers: readonly object[]; guards: Guards };

/** The executable schema: the file's types, the slices' resolvers behind their guards, refusals of mutations as `userErrors`. */
export async function buildSchema({ schemaFile, resolvers, guards }: Parts): Promise<GraphQLSchema> {
  const typeDefs = parse(await readFile(schemaFile, 'utf8'));
  const slices = resolvers as GraphQLResolverMap<unknown>[];
  const schema = buildSubgraphSchema([
    { typeDefs, resolvers: scalarResolvers },
    ...slices.map((slice) => ({ typeDefs: NOTHING, resolvers: slice })),
  ]);
  guardFields(schema, guards);
  awaitOnce(schema);
  answerRefusalsAsUserErrors(schema);
  return schema;
}

const NOTHING: DocumentNode = { kind: Kind.DOCUMENT, definitions: [] };

/** Apollo Server for a subgraph: refusals keep their code, bugs are logged with the request's id and masked. */
export function createApolloServer<Context extends object>(
  schema: GraphQLSchema,
  logger: Logger,
): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema,
    introspection: true,
    csrfPrevention: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    plugins: [ApolloServerPluginInlineTraceDisabled(), logBugs(logger)],
    formatError: (formatted, error) => (isBug(error) ? { ...formatted, ...MASK } : formatted),
  });
}

const MASK = { message: 'Internal error', extensions: { code: 'INTERNAL_SERVER_ERROR' } };

/** Everything but refusals and what graphql-js says with a code of its own about the operation. */
function isBug(error: unknown): boolean {
  const cause = unwrapResolverError(error);
  if (!(cause instanceof GraphQLError)) return true;
  const { code } = cause.extensions;
  return code === undefined || code === 'INTERNAL_SERVER_ERROR';
}

function logBugs(logger: Logger): ApolloServerPlugin {
  return {
    requestDidStart: async () => ({
      didEncounterErrors: async ({ errors, contextValue }) => {
        const requestId = 'requestId' in contextValue ? contextValue.requestId : undefined;
        for (const error of errors.filter(isBug)) {
          logger.error({ err: unwrapResolverError(error), path: error.path, requestId }, 'a resolver failed');
        }
      },
    }),
  };
}
