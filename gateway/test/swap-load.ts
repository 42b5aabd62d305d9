import { isDeepStrictEqual } from 'node:util';
import { Pool } from 'undici';
import { ITEMS_ANSWER, itemsOperation } from './swap-graph.ts';

const PER_SECOND = 500;
const OPERATIONS = 20;

/** A steady stream of requests, however long the answers take. */
export function startLoad(url: string) {
  const pool = new Pool(new URL(url).origin, { connections: 32 });
  const failures: string[] = [];
  const inFlight = new Set<Promise<void>>();
  const began = performance.now();
  let sent = 0;

  async function send(number: number): Promise<void> {
    const answer = await ask(pool, itemsOperation(number)).catch((error) => ({ error: String(error) }));
    if (!isDeepStrictEqual(answer, ITEMS_ANSWER)) failures.push(JSON.stringify(answer));
  }

  function tick(): void {
    const due = ((performance.now() - began) / 1_000) * PER_SECOND;
    for (; sent < due; sent++) {
      const request = send(sent % OPERATIONS).finally(() => inFlight.delete(request));
      inFlight.add(request);
    }
  }

  const timer = setInterval(tick, 2);
  return {
    failures,
    ask: (query: string) => ask(pool, query),
    sent: () => sent,
    async stop() {
      clearInterval(timer);
      await Promise.all(inFlight);
      await pool.close();
    },
  };
}

/** The answer of a gateway, as parsed JSON. */
export async function ask(pool: Pool, query: string): Promise<unknown> {
  const { body } = await pool.request({
    path: '/graphql',
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return body.json();
}
