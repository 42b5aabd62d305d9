import type { Pool } from 'undici';
import type { RequestKind } from '../executor/transport.ts';
import { createBreaker } from './breaker.ts';
import { createBulkhead } from './bulkhead.ts';
import { CallFailure } from './call-failure.ts';
import type { Patience } from './patience.ts';
import { type HttpAnswer, type Post, post } from './post.ts';
import { pauseBeforeRetry } from './retry.ts';
import type { SubgraphOptions } from './subgraph-options.ts';

/** Posts a request to a subgraph; fails with a CallFailure. */
export type Exchange = (kind: RequestKind, request: Post, patience: Patience) => Promise<HttpAnswer>;

/** Exchanges over a pool: none while the breaker is open, a bounded number at once, none longer than its patience. */
export function createExchange(
  pool: Pool,
  { concurrency, queue, maxAnswerBytes: maxBytes }: SubgraphOptions,
): Exchange {
  const guard = createBreaker();
  const bulkhead = createBulkhead(concurrency, queue);

  return (kind, request, patience) =>
    guard(async () => {
      const turn = bulkhead.enter(patience);
      if (turn !== undefined) await turn;
      const limits = { patience, maxBytes };
      try {
        return requireGraphql(await post(pool, request, limits));
      } catch (error) {
        await pauseBeforeRetry(kind, error, patience);
        return requireGraphql(await post(pool, request, limits));
      } finally {
        bulkhead.leave();
      }
    });
}

/** 400 is a refused document. A 401 means that our assertion was refused: our fault, not a client's. */
function requireGraphql(answer: HttpAnswer): HttpAnswer {
  const { status } = answer;
  if (status === 200 || status === 400) return answer;
  throw new CallFailure('bad response', new Error(`answered ${status} without a GraphQL result`));
}
