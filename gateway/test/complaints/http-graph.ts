import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { createLogger } from '@nexus/kit/log';
import { graphql } from 'graphql';
import { type GatewayConfig, startGateway } from '../../src/server.ts';
import {
  type Fetch,
  type SmallSubgraph,
  type SmallSubgraphs,
  schemaOf,
  supergraphOf,
} from '../executor/small-graph.ts';

type HttpSubgraph = {
  url: string;
  fetches: Fetch[];
  /** Headers of its requests. */
  received: IncomingHttpHeaders[];
  /** Headers of its answers. */
  headers: Record<string, string | string[]>;
  /** It is not there, at the same address. */
  stop(): Promise<void>;
  start(): Promise<void>;
};

/** Serves a subgraph over HTTP on a free port. */
async function startSubgraph(name: string, subgraph: SmallSubgraph): Promise<HttpSubgraph> {
  const schema = schemaOf(subgraph);
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { query, variables = {} } = JSON.parse(await text(request));
    served.received.push(request.headers);
    served.fetches.push({ subgraph: name, text: query, variables });
    const result = await graphql({ schema, source: query, variableValues: variables });
    response.writeHead(200, served.headers).end(JSON.stringify(result));
  };
  // Who waited may have left.
  const server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()));
  const listen = async (port: number) => {
    await once(server.listen(port, '127.0.0.1'), 'listening');
    return (server.address() as AddressInfo).port; // a server on TCP has one
  };
  const port = await listen(0);
  const stop = async () => {
    server.closeAllConnections();
    if (server.listening) await once(server.close(), 'close');
  };
  const start = async () => void (await listen(port));
  const url = `http://127.0.0.1:${port}/graphql`;
  const served: HttpSubgraph = { url, fetches: [], received: [], headers: {}, stop, start };
  return served;
}

type Answer = {
  status: number;
  headers: Headers;
  data?: Record<string, unknown> | null;
  errors?: { message: string; path?: unknown[]; extensions: Record<string, unknown> }[];
};

/** These subgraphs over HTTP, and their supergraph; the gateway is started when the test says. */
export async function startHttpGraph<Name extends string>(subgraphs: Readonly<Record<Name, SmallSubgraph>>) {
  const names = Object.keys(subgraphs) as Name[]; // nothing else is in there
  const started = await Promise.all(names.map((name) => startSubgraph(name, subgraphs[name])));
  const served = Object.fromEntries(names.map((name, index) => [name, started[index]])) as Record<Name, HttpSubgraph>;
  const urls = Object.fromEntries(names.map((name) => [name, served[name].url]));
  return {
    subgraphs: served,
    supergraph: (of: SmallSubgraphs = subgraphs) => supergraphOf(of, (name) => urls[name] ?? ''),
    async [Symbol.asyncDispose]() {
      for (const { stop } of started) await stop();
    },
  };
}

/** The whole gateway in front of a supergraph, as clients reach it. */
export async function startGatewayOn(supergraphSdl: string, config: Partial<GatewayConfig> = {}) {
  const gateway = await startGateway({
    host: '127.0.0.1',
    port: 0,
    supergraph: { initialize: async () => ({ supergraphSdl }) },
    environment: 'production',
    logger: createLogger('gateway', 'silent'),
    ...config,
  });
  return {
    url: `${gateway.url}/graphql`,
    async ask(query: string): Promise<Answer> {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(`${gateway.url}/graphql`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ query }),
      });
      return { ...JSON.parse(await response.text()), status: response.status, headers: response.headers };
    },
    [Symbol.asyncDispose]: () => gateway.stop(),
  };
}

/** What a call brings, and how long it took in milliseconds. */
export async function timed<Result>(call: Promise<Result>): Promise<{ result: Result; ms: number }> {
  const startedAt = performance.now();
  const result = await call;
  return { result, ms: performance.now() - startedAt };
}
