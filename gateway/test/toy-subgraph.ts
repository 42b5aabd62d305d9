import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { GraphQLError } from 'graphql';
import type { FetchOperation, SubgraphRequest } from '../src/executor/transport.ts';
import type { RequestContext } from '../src/http/request-context.ts';
import { createSubgraphClients } from '../src/subgraph-client/subgraph-clients.ts';
import type { SubgraphOptions } from '../src/subgraph-client/subgraph-options.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

const well: Handler = (_, response) => response.end('{"data":{"n":1}}');

/** A request of somebody not signed in. */
export const createContext = (given: Partial<RequestContext> = {}): RequestContext => ({
  requestId: 'request-1',
  viewer: undefined,
  client: { ip: '127.0.0.1', userAgent: undefined },
  ...given,
});

/** A fetch of a plan; `kind` says what a failure leaves open. */
export const operation = (kind: FetchOperation['kind'] = 'read'): FetchOperation => {
  const document = kind === 'mutation' ? 'mutation { n }' : '{ n }';
  return { subgraph: 'toy', kind, name: undefined, text: document, json: `"query":${JSON.stringify(document)}` };
};

export const assertionKey = (subgraph: string) => new TextEncoder().encode(`a key of 32 characters for ${subgraph}`);

/** A subgraph that answers as told, over HTTP on a free port, and a client of it; both go away with the scope. */
export async function startToySubgraph(options: Partial<SubgraphOptions> = {}) {
  const calls: { headers: IncomingHttpHeaders; body: string }[] = [];
  const sockets = new Set<Socket>();
  const toy = { answer: well };
  const server = createServer(async (request, response) => {
    const { answer } = toy;
    calls.push({ headers: request.headers, body: await text(request) });
    await answer(request, response);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  const listen = async (port: number) => {
    await once(server.listen(port, '127.0.0.1'), 'listening');
    // A server on TCP has an address with a port.
    return (server.address() as AddressInfo).port;
  };
  const stop = async () => {
    server.closeAllConnections();
    if (server.listening) await once(server.close(), 'close');
  };
  const port = await listen(0);
  const address = { name: 'toy', url: `http://127.0.0.1:${port}/graphql` };
  const clients = createSubgraphClients({ all: options, assertionKey });
  const client = clients.of(address);

  return Object.assign(toy, {
    ...{ address, calls, sockets, clients, stop },
    start: () => listen(port),
    ask: (request: Partial<SubgraphRequest<RequestContext>> = {}) =>
      client.ask({
        ...{
          operation: operation(),
          variables: '{}',
          context: createContext(),
          deadline: undefined,
          signal: undefined,
        },
        ...request,
      }),
    async [Symbol.asyncDispose]() {
      await clients.close();
      await stop();
    },
  });
}

export type ToySubgraph = Awaited<ReturnType<typeof startToySubgraph>>;

/** The code and the sentence of an answer that failed; `answered` for one that did not. */
export async function outcomeOf(answer: Promise<unknown>): Promise<{ code: unknown; message: string }> {
  try {
    await answer;
    return { code: 'answered', message: '' };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return { code: error.extensions.code, message: error.message };
  }
}
