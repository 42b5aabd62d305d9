import { isDeepStrictEqual } from 'node:util';
import { Pool } from 'undici';
import { ITEMS_ANSWER, itemsOperation } from './swap-graph.ts';

const PER_SECOND = 500;
const OPERATIONS = 20;

/** A steady stream of requests, however long the answers take; each is counted for the phase it began in. */
export function startLoad(url: string) {
  const pool = new Pool(new URL(url).origin, { connections: 32 });
  const latencies: Record<string, number[]> = {};
  const failures: string[] = [];
  const inFlight = new Set<Promise<void>>();
  const began = performance.now();
  let phase = 'warm-up';
  let sent = 0;

  async function send(number: number, phaseOfRequest: string): Promise<void> {
    const start = performance.now();
    const answer = await ask(pool, itemsOperation(number)).catch((error) => ({ error: String(error) }));
    latencies[phaseOfRequest] ??= [];
    latencies[phaseOfRequest].push(performance.now() - start);
    if (!isDeepStrictEqual(answer, ITEMS_ANSWER)) failures.push(JSON.stringify(answer));
  }

  function tick(): void {
    const due = ((performance.now() - began) / 1_000) * PER_SECOND;
    for (; sent < due; sent++) {
      const request = send(sent % OPERATIONS, phase).finally(() => inFlight.delete(request));
      inFlight.add(request);
    }
  }

  const timer = setInterval(tick, 2);
  return {
    failures,
    latencies,
    ask: (query: string) => ask(pool, query),
    enter(next: string) {
      phase = next;
    },
    sent: () => sent,
    async stop() {
      clearInterval(timer);
      await Promise.all(inFlight);
      await pool.close();
    },
  };
}

async function ask(pool: Pool, query: string): Promise<unknown> {
  const { body } = await pool.request({
    path: '/graphql',
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return body.json();
}

/** The smallest value that so many per cent of all do not exceed. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
}
