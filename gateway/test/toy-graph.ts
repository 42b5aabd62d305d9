import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { composeServices } from '@apollo/composition';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { GraphQLError, GraphQLScalarType, parse } from 'graphql';
import { FAULTS, type Fault } from './fault.ts';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@cost"])`;

const BOOKS = `${LINK}
  scalar Year
  type Query { books: [Book!]! library: Shelf! book(id: ID!): Book shelf(since: Year): [Book!] broken: String impostor: String refused: String node: Node find(where: Place): Boolean }
  input Place { room: Room shelf: Int }
  enum Room { CELLAR ATTIC }
  type Shelf { books(first: Int = 20): [Book!]! shelves(first: Int): [Shelf!]! }
  type Mutation { burn: Boolean print: Book @cost(weight: 3) }
  type Subscription { bookAdded: Book }
  type Book @key(fields: "id") { id: ID! title: String! }
  type Node { next: Node value: String }`;

const REVIEWS = `${LINK}
  type Query { reviewCount: Int }
  type Book @key(fields: "id") { id: ID! stars: Int }`;

const books = [
  { id: '1', title: 'Dune' },
  { id: '2', title: 'Solaris' },
];

const Year = new GraphQLScalarType({
  name: 'Year',
  parseValue: () => {
    throw new GraphQLError('A year is a number.');
  },
});

const bookResolvers = {
  Year,
  Query: {
    books: () => books,
    book: (_: unknown, { id }: { id: string }) => books.find((book) => book.id === id),
    shelf: () => books,
    node: () => ({}),
    library: () => ({}),
    broken: () => {
      throw new GraphQLError('secret: SELECT * FROM users', {
        extensions: { code: 'DATABASE', http: { status: 418 } },
      });
    },
    impostor: () => {
      throw new GraphQLError('secret', { extensions: { code: 'SUBGRAPH_TIMEOUT' } });
    },
    refused: () => {
      throw new GraphQLError('Books sleep at night.', { extensions: { code: 'CONFLICT', inputPath: ['hour'] } });
    },
  },
  Shelf: { books: () => books, shelves: () => [] },
  Mutation: { burn: () => true, print: () => books[0] },
  Node: { next: () => ({}), value: () => 'leaf' },
};

const reviewResolvers = { Query: { reviewCount: () => 2 }, Book: { stars: () => 5 } };

/** How a toy subgraph answers: as it should, or with a fault; one that hangs answers when it is well again. */
export type Mood = 'well' | Fault;

export type ToySubgraph = {
  url: string;
  calls: IncomingHttpHeaders[];
  mood: Mood;
  /** The status of `/health/ready`. */
  health: number;
  /** Answers what hangs, and is well from now on. */
  recover(): void;
  /** Makes it as it was at first; false when it has stopped. */
  renew(): boolean;
  stop(): Promise<void>;
};

async function startToySubgraph(typeDefs: string, resolvers: object): Promise<ToySubgraph> {
  const schema = buildSubgraphSchema([{ typeDefs: parse(typeDefs), resolvers: resolvers as never }]);
  const apollo = new ApolloServer({
    schema,
    includeStacktraceInErrorResponses: true,
    plugins: [ApolloServerPluginInlineTraceDisabled()],
    stopOnTerminationSignals: false,
  });
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    if (request.url === '/health/ready') return response.writeHead(toy.health).end('{}');
    toy.calls.push(request.headers);
    if (toy.mood === 'hanging') await recovered.promise;
    else if (toy.mood !== 'well') return FAULTS[toy.mood](request, response);
    const { body } = await apollo.executeOperation(JSON.parse(await text(request)));
    response.setHeader('x-served-by', 'toys').setHeader('cache-control', 'max-age=60');
    return response.end(JSON.stringify(body.kind === 'single' ? body.singleResult : undefined));
  };
  let recovered = Promise.withResolvers<void>();
  const recover = () => {
    toy.mood = 'well';
    recovered.resolve();
  };
  const renew = () => {
    recover();
    recovered = Promise.withResolvers<void>();
    toy.health = 200;
    toy.calls.length = 0;
    return server.listening;
  };
  const server = createServer((request, response) => {
    // Who waited has left.
    answer(request, response).catch(() => response.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const stop = async () => {
    server.closeAllConnections();
    if (server.listening) await once(server.close(), 'close');
    await apollo.stop().catch(() => undefined);
  };
  const toy: ToySubgraph = {
    url: `http://127.0.0.1:${port}/graphql`,
    calls: [],
    mood: 'well',
    health: 200,
    recover,
    renew,
    stop,
  };
  return toy;
}

const [BOOKS_URL, REVIEWS_URL] = ['http://books.test/graphql', 'http://reviews.test/graphql'];

/** Composed once: that takes longer than a test. */
const SUPERGRAPH = composeServices([
  { name: 'books', typeDefs: parse(BOOKS), url: BOOKS_URL },
  { name: 'reviews', typeDefs: parse(REVIEWS), url: REVIEWS_URL },
]);

function supergraphAt(books: string, reviews: string): string {
  const { supergraphSdl, errors } = SUPERGRAPH;
  if (supergraphSdl === undefined) throw new Error(`The toy graph does not compose: ${errors}`);
  return supergraphSdl.replaceAll(BOOKS_URL, books).replaceAll(REVIEWS_URL, reviews);
}

/** A composed supergraph of two toy subgraphs, books and reviews, as a file. */
export async function startToyGraph() {
  const toys = {
    books: await startToySubgraph(BOOKS, bookResolvers),
    reviews: await startToySubgraph(REVIEWS, reviewResolvers),
  };
  const folder = await mkdtemp(join(tmpdir(), 'toy-graph-'));
  const supergraphFile = join(folder, 'supergraph.graphql');
  await writeFile(supergraphFile, supergraphAt(toys.books.url, toys.reviews.url));
  const stop = async () => {
    await Promise.all([toys.books.stop(), toys.reviews.stop()]);
    await rm(folder, { recursive: true });
  };
  const renew = () => [toys.books.renew(), toys.reviews.renew()].every((isWell) => isWell);
  return { ...toys, supergraphFile, renew, stop, [Symbol.asyncDispose]: stop };
}
