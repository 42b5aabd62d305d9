import { readFileSync } from 'node:fs';
import { Pool } from 'undici';
import { lengthOfAnswer } from '../gateway/measure.ts';

/** One request; times in milliseconds by `performance.now()`. */
export type Asked = { startedAt: number; endedAt: number };

type LoadOptions = { url: string; perSecond: number; operations: number };

const TICK_MS = 2;
const HEADERS = { 'content-type': 'application/json', accept: 'application/json' };
const LIGHT = readFileSync(new URL('../gateway/light.graphql', import.meta.url), 'utf8');

/** A stream of requests that does not wait for their answers, over connections that are kept. */
export async function startSteadyLoad({ url, perSecond, operations }: LoadOptions) {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections: 64 });
  const documents = Array.from({ length: operations }, (_, index) => LIGHT.replace('Light', `Light${1_000 + index}`));
  const expectedBytes = await lengthOfAnswer(url, bodyOf(documents, 0));
  const asked: Asked[] = [];
  const failures: string[] = [];
  const inFlight = new Set<Promise<void>>();
  const began = performance.now();
  let sent = 0;

  async function send(body: string): Promise<void> {
    const startedAt = performance.now();
    try {
      const response = await pool.request({ method: 'POST', path: pathname, headers: HEADERS, body });
      const answer = await response.body.text();
      asked.push({ startedAt, endedAt: performance.now() });
      if (response.statusCode !== 200 || answer.length !== expectedBytes) failures.push(answer.slice(0, 500));
    } catch (error) {
      failures.push(String(error));
    }
  }

  function tick(): void {
    const due = ((performance.now() - began) / 1_000) * perSecond;
    for (; sent < due; sent += 1) {
      const request = send(bodyOf(documents, sent)).finally(() => inFlight.delete(request));
      inFlight.add(request);
    }
  }

  const timer = setInterval(tick, TICK_MS);
  return {
    asked,
    failures,
    /** Waits for the last answers. */
    async stop() {
      clearInterval(timer);
      await Promise.all(inFlight);
      await pool.close();
    },
  };
}

function bodyOf(documents: readonly string[], request: number): string {
  const seed = `seed-${request.toString(36).padStart(10, '0')}`;
  return JSON.stringify({ query: documents[request % documents.length], variables: { seed } });
}
