import { composeServices } from '@apollo/composition';
import type { SupergraphManager } from '@apollo/gateway';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLFormattedError, parse } from 'graphql';
import { createGateway } from '../../src/executor/gateway.ts';
import type { GatewayOptions } from '../../src/executor/gateway-options.ts';
import type { Transport } from '../../src/executor/transport.ts';
import { createInProcessTransport } from '../../src/subgraph-client/in-process.ts';
import { readAnswer } from '../../src/subgraph-client/subgraph-answer.ts';
import { subgraphFailure } from '../../src/subgraph-client/subgraph-failure.ts';
import { federated } from '../differential/test-graph.ts';

/** One fetch of a plan, as a subgraph sees it. */
export type Fetch = {
  subgraph: string;
  text: string;
  variables: Record<string, unknown>;
  deadline?: number | undefined;
};

/** A subgraph: resolvers answer as they should, `answer` says whatever it likes. */
export type SmallSubgraph = { sdl: string; resolvers?: object; answer?: (fetch: Fetch) => unknown };

export type SmallSubgraphs = Readonly<Record<string, SmallSubgraph>>;

type Context = Record<string, unknown>;

export type Answer = {
  data?: Record<string, unknown> | null;
  errors?: GraphQLFormattedError[];
  extensions?: Record<string, unknown>;
};

/** A document of one operation, or one of several by its name. */
type Asked = string | { document: string; name: string };

/** The supergraph of some subgraphs, each at its URL. */
export function supergraphOf(subgraphs: SmallSubgraphs, urlOf = (name: string) => `http://${name}.test/`): string {
  const services = Object.entries(subgraphs).map(([name, { sdl }]) => ({
    name,
    url: urlOf(name),
    typeDefs: parse(federated(sdl)),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (supergraphSdl === undefined) throw new Error(`The small graph does not compose: ${errors}`);
  return supergraphSdl;
}

export const schemaOf = ({ sdl, resolvers = {} }: SmallSubgraph) =>
  buildSubgraphSchema([{ typeDefs: parse(federated(sdl)), resolvers: resolvers as never }]);

function transportOf(subgraph: SmallSubgraph): Transport<Context> {
  const { answer } = subgraph;
  if (!answer) return createInProcessTransport<Context>({ schema: schemaOf(subgraph) });
  return async ({ operation, variables }) => {
    const fetch = { subgraph: operation.subgraph, text: operation.text, variables: JSON.parse(variables) };
    try {
      return readAnswer(JSON.stringify(await answer(fetch)));
    } catch (error) {
      throw subgraphFailure(operation, error);
    }
  };
}

const recording =
  (fetches: Fetch[], transport: Transport<Context> | undefined): Transport<Context> =>
  async (request) => {
    const { operation, variables, deadline } = request;
    fetches.push({ subgraph: operation.subgraph, text: operation.text, variables: JSON.parse(variables), deadline });
    if (!transport) throw new Error(`There is no subgraph ${operation.subgraph}.`);
    return transport(request);
  };

type SmallGraphOptions = Partial<Omit<GatewayOptions<Context>, 'transport'>> & {
  plugins?: ApolloServerPlugin<Context>[];
};

/** Our gateway in an Apollo Server over subgraphs in this process, which remembers what they were asked. */
export async function startSmallGraph(subgraphs: SmallSubgraphs, options: SmallGraphOptions = {}) {
  const { plugins = [], supergraphSdl = supergraphOf(subgraphs), ...rest } = options;
  const fetches: Fetch[] = [];
  const transports = new Map(Object.entries(subgraphs).map(([name, subgraph]) => [name, transportOf(subgraph)]));
  const gateway = createGateway<Context>({
    supergraphSdl,
    transport: ({ name }) => recording(fetches, transports.get(name)),
    logger: { info: () => undefined, error: () => undefined },
    ...rest,
  });
  const server = new ApolloServer<Context>({
    gateway,
    plugins,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
  });
  await server.start();
  return {
    fetches,
    /** How often each subgraph was asked, by its name. */
    counts: () => Object.fromEntries([...Map.groupBy(fetches, (one) => one.subgraph)].map(([k, v]) => [k, v.length])),
    async ask(asked: Asked, variables: Record<string, unknown> = {}, contextValue: Context = {}): Promise<Answer> {
      const request =
        typeof asked === 'string' ? { query: asked } : { query: asked.document, operationName: asked.name };
      const { body } = await server.executeOperation({ ...request, variables }, { contextValue });
      // What a client reads has no GraphQLError in it.
      return JSON.parse(JSON.stringify(body.kind === 'single' ? body.singleResult : {}));
    },
    [Symbol.asyncDispose]: () => server.stop(),
  };
}

/** The representations of a fetch of entities. */
export const representationsOf = ({ variables }: Fetch): unknown[] =>
  Array.isArray(variables.representations) ? variables.representations : [];

/** A supergraph that a test replaces. */
export function replaceable(supergraphSdl: string): SupergraphManager & { replace(next: string): void } {
  let update: (next: string) => void = () => undefined;
  return {
    async initialize(options) {
      update = options.update;
      return { supergraphSdl };
    },
    replace: (next) => update(next),
  };
}

/** Code and path of each error, in the order of the answer. */
export const told = ({ errors = [] }: Answer): string[] =>
  errors.map(({ extensions, path = [] }) => `${extensions?.code} at ${path.join('.')}`);
