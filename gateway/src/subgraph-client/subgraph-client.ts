import { Pool } from 'undici';
import type { SubgraphRequest, Transport } from '../executor/transport.ts';
import type { RequestContext } from '../http/request-context.ts';
import type { SubgraphAddress } from '../supergraph/subgraph-addresses.ts';
import { createExchange } from './exchange.ts';
import { type Patience, startPatience, withPatience } from './patience.ts';
import type { HttpAnswer } from './post.ts';
import { createRequestHeaders } from './request-headers.ts';
import { createCollectHeaders } from './response-headers.ts';
import { createSingleFlight } from './single-flight.ts';
import { readAnswer } from './subgraph-answer.ts';
import { subgraphFailure } from './subgraph-failure.ts';
import type { SubgraphOptions } from './subgraph-options.ts';

const READY_MS = 1_000;

type Request = SubgraphRequest<RequestContext>;

export type SubgraphClient = {
  ask: Transport<RequestContext>;
  /** Whether the subgraph says so at `/health/ready`; one that has no such page only has to answer. */
  isReady(): Promise<boolean>;
  /** Ends when all calls have ended. */
  close(): Promise<void>;
  /** Breaks off all calls. */
  destroy(): Promise<void>;
};

type SubgraphClientConfig = SubgraphAddress & {
  /** Proves to the subgraph that a call comes from this gateway; without it calls carry no assertion. */
  assertionKey: Uint8Array | undefined;
  options: SubgraphOptions;
};

/** A client of one subgraph over pooled connections. */
export function createSubgraphClient({ name, url, assertionKey, options }: SubgraphClientConfig): SubgraphClient {
  const { origin, pathname, search } = new URL(url);
  const path = pathname + search;
  const headers = createRequestHeaders({ subgraph: name, assertionKey, names: options.requestHeaders });
  const collect = createCollectHeaders(name, options.responseHeaders);
  const pool = createPool(origin, options);
  const exchange = createExchange(pool, options);
  const shared = createSingleFlight<HttpAnswer>();

  const send = ({ operation, variables, context }: Request, made: string[], patience: Patience) => {
    const body = `{${operation.json},"variables":${variables}}`;
    const passedOn = headers.passedOn(context);
    const post = { path, headers: passedOn.length === 0 ? made : [...made, ...passedOn], body };
    // What is read after a mutation must not come from before it.
    if (!options.isPublic || operation.kind !== 'read') return exchange(operation.kind, post, patience);
    const answer = shared(JSON.stringify([passedOn, body]), patience, (signal) =>
      withPatience({ ms: options.readMs, signal }, (own) => exchange(operation.kind, post, own)),
    );
    return answer.then((one) => withoutHeader('set-cookie', one));
  };

  return {
    async ask(request) {
      const { operation, context, deadline, signal } = request;
      const ms = operation.kind === 'mutation' ? options.mutationMs : options.readMs;
      const patience = startPatience({ ms, deadline, signal });
      try {
        const http = await send(request, await headers.made(context), patience);
        const answer = readAnswer(http.text);
        collect(context, answer.errors.length === 0 ? http.headers : withoutHeader('cache-control', http).headers);
        return answer;
      } catch (failure) {
        collect(context, undefined);
        throw subgraphFailure(operation, failure);
      } finally {
        patience.end();
      }
    },
    isReady: () => isReady(pool),
    close: () => pool.close(),
    destroy: () => pool.destroy(),
  };
}

function createPool(origin: string, { concurrency, readMs }: SubgraphOptions): Pool {
  // Each call has a deadline of its own, and a connection of its own that a fault may take with it.
  const timeouts = { headersTimeout: 0, bodyTimeout: 0, connectTimeout: readMs };
  return new Pool(origin, { connections: concurrency, allowH2: false, ...timeouts });
}

const withoutHeader = (name: string, answer: HttpAnswer): HttpAnswer => ({
  ...answer,
  headers: { ...answer.headers, [name]: undefined },
});

async function isReady(pool: Pool): Promise<boolean> {
  const signal = AbortSignal.timeout(READY_MS);
  try {
    const { statusCode, body } = await pool.request({ path: '/health/ready', method: 'GET', signal });
    await body.dump();
    return statusCode < 500;
  } catch {
    return false;
  }
}
