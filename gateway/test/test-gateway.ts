import { createLogger } from '@nexus/kit/log';
import { createIdle } from '@nexus/kit/testing/idle';
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

type Started = Awaited<ReturnType<typeof start>>;

const idle = createIdle<Started>();

/**
 * The gateway over a toy graph on a free port; it goes away with the scope. One that differs from others in its
 * environment at most serves the next who starts one: to start takes longer than what is asked of it.
 */
export async function startTestGateway(options: Partial<GatewayConfig> = {}) {
  const { environment = 'production', ...others } = options;
  const isOrdinary = Object.keys(others).length === 0;
  const started = (isOrdinary && idle.take(environment)) || (await start({ ...others, environment }));
  const { url, stop, graph } = started;
  const post = (body: string, headers: Record<string, string> = {}) =>
    send(`${url}/graphql`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers },
    });
  return {
    ...graph,
    url,
    stop,
    get: (path: string, init: RequestInit = {}) => send(`${url}${path}`, init),
    post,
    ask: (query: string, headers: Record<string, string> = {}) => post(JSON.stringify({ query }), headers),
    [Symbol.asyncDispose]: () => (isOrdinary ? idle.put(environment, started) : started.end()),
  };
}

async function start(options: Pick<GatewayConfig, 'environment'> & Partial<GatewayConfig>) {
  const graph = await startToyGraph();
  const logger = createLogger('gateway', 'silent');
  const gateway = await startGateway({
    host: '127.0.0.1',
    port: 0,
    supergraph: watchFile(graph.supergraphFile, logger),
    logger,
    ...options,
  });
  let isStopped = false;
  const stop = async () => {
    isStopped = true;
    await gateway.stop();
  };
  const end = async () => {
    await stop();
    await graph.stop();
  };
  return { url: gateway.url, graph, stop, renew: async () => !isStopped && graph.renew(), end };
}

async function send(url: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(url, init);
  const body = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json');
  return { status: response.status, headers: response.headers, text: body, body: isJson ? JSON.parse(body) : {} };
}

export const codes = ({ body }: Answer): unknown[] => (body.errors ?? []).map(({ extensions }) => extensions.code);
