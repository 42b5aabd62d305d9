import { Pool } from 'undici';

export type Load = { requests: number; ms: number; latencies: number[] };

type LoadOptions = {
  url: string;
  nextBody: () => string;
  connections: number;
  ms: number;
  /** Goes on after its time until it has made so many requests. */
  atLeast?: number;
  expectedBytes: number;
};

/** A slow gateway on a busy machine is not waited for without end. */
const LONGEST = 5;

/** Keeps every connection busy for some time, each with one request after the other; an unexpected answer ends it. */
export async function runLoad(options: LoadOptions): Promise<Load> {
  const { url, nextBody, connections, ms, atLeast = 0, expectedBytes } = options;
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections });
  const latencies: number[] = [];
  const startedAt = performance.now();
  const headers = { 'content-type': 'application/json', accept: 'application/json' };

  const goesOn = (elapsedMs: number) => elapsedMs < ms || (latencies.length < atLeast && elapsedMs < LONGEST * ms);

  async function keepAsking(): Promise<void> {
    for (let askedAt = performance.now(); goesOn(askedAt - startedAt); askedAt = performance.now()) {
      const request = { method: 'POST' as const, path: pathname, headers, body: nextBody() };
      const { statusCode, body } = await pool.request(request);
      const answer = await body.bytes();
      if (statusCode !== 200 || answer.length !== expectedBytes) throw unexpected(url, statusCode, answer);
      latencies.push(performance.now() - askedAt);
    }
  }

  try {
    await Promise.all(Array.from({ length: connections }, keepAsking));
  } finally {
    await pool.destroy();
  }
  return { requests: latencies.length, ms: performance.now() - startedAt, latencies };
}

function unexpected(url: string, status: number, answer: Uint8Array): Error {
  return new Error(`${url} answered ${status}: ${Buffer.from(answer).toString().slice(0, 500)}`);
}
