import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { createLogger } from '@nexus/kit/log';
import {
  type GraphQLAbstractType,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNullableType,
  graphql,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { AuthorizationOptions } from '../src/authorization/authorization.ts';
import type { Credentials } from '../src/authorization/credentials.ts';
import { createGateway } from '../src/executor/gateway.ts';
import type { Transport } from '../src/executor/transport.ts';
import { anonymous, compose } from './authorization-graph.ts';

/** A subgraph whose every value tells where it comes from, `Doc.secret`, and that knows what it was asked. */
type Toy = {
  url: string;
  /** The coordinates of all fields that were asked of it. */
  asked: Set<string>;
  /** Which of its possible types an object of an abstract type has; those of a list are all of them. */
  turn: number;
  stop(): Promise<void>;
};

export type Answer = {
  data?: Record<string, unknown> | null;
  errors?: { path?: string[]; extensions: { code: string } }[];
};

type People = Readonly<Record<string, Credentials>>;

/** A gateway over subgraphs that answer with their own coordinates; asked by one of some people, by name. */
export async function startProtectedGateway(
  typeDefs: readonly string[],
  people: People,
  options?: AuthorizationOptions,
) {
  await using resources = new AsyncDisposableStack();
  const toys: Toy[] = [];
  for (const subgraph of typeDefs) {
    const toy = await startToy(buildSubgraphSchema(parse(subgraph)));
    resources.defer(toy.stop);
    toys.push(toy);
  }
  const gateway = createGateway<{ who: string }>({
    supergraphSdl: compose(...typeDefs),
    transport: ({ name }) => transportTo(toys['abc'.indexOf(name)]),
    credentialsOf: ({ who }) => people[who] ?? anonymous,
    ...(options && { authorization: options }),
    logger: createLogger('gateway', 'silent'),
  });
  const apollo = new ApolloServer<{ who: string }>({ gateway, stopOnTerminationSignals: false });
  const context = async ({ req }: { req: IncomingMessage }) => ({ who: String(req.headers['x-who']) });
  const { url } = await startStandaloneServer(apollo, { listen: { host: '127.0.0.1', port: 0 }, context });
  resources.defer(() => apollo.stop());

  async function ask(who: string, query: string, variables: Record<string, unknown> = {}): Promise<Answer> {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-who': who },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as Answer;
  }
  const running = resources.move();
  return {
    ask,
    asked: () => new Set(toys.flatMap(({ asked }) => [...asked])),
    take(turn: number) {
      for (const toy of toys) {
        toy.turn = turn;
        toy.asked.clear();
      }
    },
    [Symbol.asyncDispose]: () => running[Symbol.asyncDispose](),
  };
}

function transportTo(toy: Toy | undefined): Transport<unknown> {
  return async ({ operation, variables }) => {
    const response = await fetch(toy?.url ?? '', {
      method: 'POST',
      body: `{${operation.json},"variables":${variables}}`,
    });
    const { data = null, errors = [] } = (await response.json()) as Awaited<ReturnType<Transport<unknown>>>;
    return { data, errors };
  };
}

async function startToy(schema: GraphQLSchema): Promise<Toy> {
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { query, variables } = JSON.parse(await text(request));
    for (const coordinate of coordinatesOf(schema, query)) toy.asked.add(coordinate);
    const fieldResolver = resolverOf(schema, toy);
    response.end(JSON.stringify(await graphql({ schema, source: query, variableValues: variables, fieldResolver })));
  };
  const server = createServer((request, response) => void answer(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const stop = async () => {
    server.closeAllConnections();
    await once(server.close(), 'close');
  };
  const port = typeof address === 'object' ? address?.port : undefined;
  const toy: Toy = { url: `http://127.0.0.1:${port}`, asked: new Set(), turn: 0, stop };
  return toy;
}

function coordinatesOf(schema: GraphQLSchema, query: string): Set<string> {
  const coordinates = new Set<string>();
  const types = new TypeInfo(schema);
  const visitor = visitWithTypeInfo(types, {
    Field({ name }) {
      coordinates.add(`${types.getParentType()?.name}.${name.value}`);
    },
  });
  visit(parse(query), visitor);
  return coordinates;
}

/** Objects know their type and nothing more; what a representation brings is kept. */
function resolverOf(schema: GraphQLSchema, toy: Toy): GraphQLFieldResolver<Record<string, unknown>, unknown> {
  const everyType = (type: GraphQLAbstractType) =>
    schema.getPossibleTypes(type).map(({ name }) => ({ __typename: name }));
  const make = (type: GraphQLOutputType, coordinate: string): unknown => {
    if (isNonNullType(type)) return make(type.ofType, coordinate);
    if (isListType(type)) {
      const item = getNullableType(type.ofType);
      return isAbstractType(item) ? everyType(item) : [make(item, coordinate)];
    }
    if (isAbstractType(type)) return everyType(type)[toy.turn % everyType(type).length];
    if (isObjectType(type)) return { __typename: type.name };
    if (isEnumType(type)) return type.getValues()[0]?.name;
    return type.name === 'Int' ? 777 : coordinate;
  };
  return (...[source, , , { fieldName, parentType, returnType }]) =>
    source?.[fieldName] ?? make(returnType, `${parentType.name}.${fieldName}`);
}
