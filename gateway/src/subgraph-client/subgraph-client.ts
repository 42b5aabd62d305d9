import { Pool } from 'undici';
import type { RequestContext } from '../http/request-context.ts';
import type { SubgraphAddress } from '../supergraph/supergraph.ts';
import { headersFor } from './headers.ts';
import { readAnswer, type SubgraphAnswer } from './subgraph-answer.ts';
import { subgraphFailure } from './subgraph-failure.ts';

/** From the first byte sent to the last received, connecting included. */
const DEADLINE_MS = 1_500;
const REACHABLE_MS = 1_000;
const MAX_ANSWER_BYTES = 16 * 1_048_576;
const CONNECTIONS = 64;

export type SubgraphRequest = { query: string; variables: object | undefined; operationName: string | undefined };

export type SubgraphClient = {
  /** Asks one operation; fails with SUBGRAPH_TIMEOUT or SUBGRAPH_UNAVAILABLE. */
  ask(request: SubgraphRequest, context: RequestContext): Promise<SubgraphAnswer>;
  /** Whether anything but a server error answers at the subgraph's `/health/live`. */
  isReachable(): Promise<boolean>;
  close(): Promise<void>;
};

/** A pooled client of one subgraph; with a key, each call carries an assertion signed for that subgraph. */
export function createSubgraphClient({ name, url }: SubgraphAddress, assertionKey?: Uint8Array): SubgraphClient {
  const { origin, pathname, search } = new URL(url);
  const pool = new Pool(origin, { connections: CONNECTIONS, maxResponseSize: MAX_ANSWER_BYTES });

  return {
    async ask(request, context) {
      const headers = await headersFor(name, context, assertionKey);
      const body = JSON.stringify(request);
      const { statusCode, text } = await send(pool, { path: pathname + search, headers, body }).catch((cause) => {
        throw subgraphFailure(name, cause);
      });
      const answer = isGraphqlStatus(statusCode) ? readAnswer(text) : undefined;
      if (!answer) throw subgraphFailure(name, new Error(`answered ${statusCode} without a GraphQL result`));
      return answer;
    },
    async isReachable() {
      const signal = AbortSignal.timeout(REACHABLE_MS);
      try {
        const { statusCode, body } = await pool.request({ path: '/health/live', method: 'GET', signal });
        await body.dump();
        return statusCode < 500;
      } catch {
        return false;
      }
    },
    close: () => pool.destroy(),
  };
}

type Call = { path: string; headers: Record<string, string>; body: string };

async function send(pool: Pool, call: Call): Promise<{ statusCode: number; text: string }> {
  const signal = AbortSignal.timeout(DEADLINE_MS);
  const { statusCode, body } = await pool.request({ ...call, method: 'POST', signal });
  return { statusCode, text: await body.text() };
}

/** 400 is a refused document. A 401 means that our assertion was refused: our fault, not a client's. */
const isGraphqlStatus = (status: number) => status === 200 || status === 400;
