import { createLogger } from '@nexus/kit/log';
import { type GatewayConfig, startGateway } from '../src/server.ts';
import { watchFile } from '../src/supergraph/watch-file.ts';
import { startToyGraph } from './toy-graph.ts';

export type Answer = {
  status: number;
  headers: Headers;
  text: string;
  body: {
    data?: Record<string, unknown> | null;
    errors?: { message: string; path?: unknown; extensions: Record<string, unknown> }[];
  };
};

/** The gateway over a toy graph on a free port; it goes away with the scope. */
export async function startTestGateway(options: Partial<GatewayConfig> = {}) {
  const graph = await startToyGraph();
  const logger = createLogger('gateway', 'silent');
  const gateway = await startGateway({
    host: '127.0.0.1',
    port: 0,
    supergraph: watchFile(graph.supergraphFile, logger),
    environment: 'production',
    logger,
    ...options,
  });
  const post = (body: string, headers: Record<string, string> = {}) =>
    send(`${gateway.url}/graphql`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers },
    });
  const dispose = async () => {
    await gateway.stop();
    await graph.stop();
  };
  return {
    ...graph,
    ...gateway,
    get: (path: string, init: RequestInit = {}) => send(`${gateway.url}${path}`, init),
    post,
    ask: (query: string, headers: Record<string, string> = {}) => post(JSON.stringify({ query }), headers),
    [Symbol.asyncDispose]: dispose,
  };
}

async function send(url: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(url, init);
  const body = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json');
  return { status: response.status, headers: response.headers, text: body, body: isJson ? JSON.parse(body) : {} };
}

export const codes = ({ body }: Answer): unknown[] => (body.errors ?? []).map(({ extensions }) => extensions.code);
