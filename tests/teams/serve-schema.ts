import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse } from 'graphql';
import { ROWS } from './rows.ts';

/** One version of a subgraph as a server of its own: of the rows it gives what its schema names. */
export type ServedVersion = { url: string; answered(): number; stop(): Promise<void> };

/** Starts a version; when it is stopped it answers first what it was asked. */
export async function serveSchema(sdl: string): Promise<ServedVersion> {
  const find = ({ id }: { id: string }) => ROWS.find((row) => row.id === id);
  const resolvers = { Query: { posts: () => ROWS }, Post: { __resolveReference: find } };
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolvers as never }]);
  let answered = 0;
  const server = createServer(async (request, response) => {
    const { query: source, variables: variableValues } = JSON.parse(await text(request));
    const answer = await graphql({ schema, source, variableValues });
    answered += 1;
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server on TCP has an address with a port.
  const { port } = server.address() as AddressInfo;
  const stop = async () => {
    server.closeIdleConnections();
    await once(server.close(), 'close');
  };
  return { url: `http://127.0.0.1:${port}`, answered: () => answered, stop };
}
