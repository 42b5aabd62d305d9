import { Pool } from 'undici';
import type { RequestContext } from '../http/request-context.ts';
import type { SubgraphAddress } from '../supergraph/supergraph.ts';
import { headersFor } from './headers.ts';
import { readAnswer, type SubgraphAnswer } from './subgraph-answer.ts';
import { type RequestKind, subgraphFailure } from './subgraph-failure.ts';

/**
 * From the first byte sent to the last received, connecting included. A mutation has time to wait for locks, to commit,
 * and then a second for its neighbours to hear of it: whoever gives up early does not know what was done.
 */
const READ_MS = 1_500;
const MUTATION_MS = 5_000;
const READY_MS = 1_000;
const MAX_ANSWER_BYTES = 16 * 1_048_576;
const CONNECTIONS = 64;

export type SubgraphRequest = { query: string; variables: object | undefined; operationName: string | undefined };

export type SubgraphClient = {
  /** Asks one operation; fails with SUBGRAPH_TIMEOUT or SUBGRAPH_UNAVAILABLE. */
  ask(request: SubgraphRequest, kind: RequestKind, context: RequestContext): Promise<SubgraphAnswer>;
  /** Whether the subgraph says so at `/health/ready`; one that has no such page only has to answer. */
  isReady(): Promise<boolean>;
  close(): Promise<void>;
};

/** A pooled client of one subgraph; with a key, each call carries an assertion signed for that subgraph. */
export function createSubgraphClient({ name, url }: SubgraphAddress, assertionKey?: Uint8Array): SubgraphClient {
  const { origin, pathname, search } = new URL(url);
  const pool = new Pool(origin, { connections: CONNECTIONS, maxResponseSize: MAX_ANSWER_BYTES });

  return {
    async ask(request, kind, context) {
      const headers = await headersFor(name, context, assertionKey);
      const body = JSON.stringify(request);
      const deadlineMs = kind === 'mutation' ? MUTATION_MS : READ_MS;
      const { statusCode, text } = await send(pool, { path: pathname + search, headers, body, deadlineMs }).catch(
        (cause) => {
          throw subgraphFailure(name, kind, cause);
        },
      );
      const answer = isGraphqlStatus(statusCode) ? readAnswer(text) : undefined;
      if (!answer) throw subgraphFailure(name, kind, new Error(`answered ${statusCode} without a GraphQL result`));
      return answer;
    },
    async isReady() {
      const signal = AbortSignal.timeout(READY_MS);
      try {
        const { statusCode, body } = await pool.request({ path: '/health/ready', method: 'GET', signal });
        await body.dump();
        return statusCode < 500;
      } catch {
        return false;
      }
    },
    close: () => pool.destroy(),
  };
}

type Call = { path: string; headers: Record<string, string>; body: string; deadlineMs: number };

async function send(pool: Pool, { deadlineMs, ...call }: Call): Promise<{ statusCode: number; text: string }> {
  const signal = AbortSignal.timeout(deadlineMs);
  const { statusCode, body } = await pool.request({ ...call, method: 'POST', signal });
  return { statusCode, text: await body.text() };
}

/** 400 is a refused document. A 401 means that our assertion was refused: our fault, not a client's. */
const isGraphqlStatus = (status: number) => status === 200 || status === 400;
