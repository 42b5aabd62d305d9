import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';

const IDS = ['1', '2', '3', '4', '5'];
const ITEMS = { data: { items: IDS.map((id) => ({ __typename: 'Item', id, name: `Item ${id}` })) } };

/** What `itemsOperation` is answered. */
export const ITEMS_ANSWER = { data: { items: IDS.map((id) => ({ id, name: `Item ${id}`, stock: 10 * Number(id) })) } };

/** An operation over both subgraphs; each number makes another one. */
export const itemsOperation = (number: number): string => `query Items${number} { items { id name stock } }`;

/**
 * Supergraphs as large as the one of Nexus, each with a field `version_N` of its own, and a server that answers for
 * both of their subgraphs from memory.
 */
export async function startSwapGraph() {
  const server = createServer(async (request, response) => {
    response
      .setHeader('content-type', 'application/json')
      .end(JSON.stringify(answerTo(JSON.parse(await text(request)))));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const sdl = compose(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`);
  const stop = async () => {
    server.closeAllConnections();
    await once(server.close(), 'close');
  };
  return {
    supergraph: (version: number) => sdl.replaceAll('version_0', `version_${version}`),
    [Symbol.asyncDispose]: stop,
  };
}

type Question = { query: string; variables?: { representations?: { id: string }[] } };

/** What the subgraphs answer. */
export function answerTo({ query, variables }: Question): { data: Record<string, unknown> } {
  if (query.includes('version_')) return { data: { [/version_\d+/.exec(query)?.[0] ?? '']: 1 } };
  if (!variables?.representations) return ITEMS;
  return {
    data: { _entities: variables.representations.map(({ id }) => ({ stock: 10 * Number(id) })) },
  };
}

function compose(url: string): string {
  const types = Array.from({ length: 120 }, (_, type) => {
    const fields = Array.from({ length: 8 }, (_, field) => `"Field ${field}." field${field}(first: Int = 20): String`);
    return `"Type ${type}." type Filler${type} { ${fields.join(' ')} }`;
  });
  const items = `${LINK} type Query { items: [Item!]! version_0: Int }
    type Item @key(fields: "id") { id: ID! name: String } ${types.join('\n')}`;
  const { supergraphSdl, errors } = composeServices([
    { name: 'items', typeDefs: parse(items), url: `${url}/items` },
    {
      name: 'stock',
      typeDefs: parse(`${LINK} type Item @key(fields: "id") { id: ID! stock: Int }`),
      url: `${url}/stock`,
    },
  ]);
  if (supergraphSdl === undefined) throw new Error(`The graph does not compose: ${errors}`);
  return supergraphSdl;
}
