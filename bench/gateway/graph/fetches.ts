import { setTimeout as delay } from 'node:timers/promises';
import { SEED } from './answers.ts';

/** One fetch as a subgraph saw it; times in milliseconds. */
export type Fetch = { subgraph: string; body: string; startedAt: number; endedAt: number };

/** `seedless`: fetches that the seed did not reach, whose answers could be shared between requests. */
export type FetchCounts = { fetches: number; bytes: number; seedless: number };

/** Long enough that fetches which do not wait for each other overlap. */
const RECORDING_DELAY_MS = 30;

/** Counts the fetches that reach the subgraphs and, while recording, keeps them. */
export function createFetchLog() {
  let counts: FetchCounts = { fetches: 0, bytes: 0, seedless: 0 };
  let recorded: Fetch[] | undefined;

  return {
    async note(subgraph: string, body: string, answer: () => Promise<string>): Promise<string> {
      counts.fetches += 1;
      counts.bytes += body.length;
      if (!SEED.test(body)) counts.seedless += 1;
      if (!recorded) return answer();
      const startedAt = performance.now();
      await delay(RECORDING_DELAY_MS);
      const text = await answer();
      recorded.push({ subgraph, body, startedAt, endedAt: performance.now() });
      return text;
    },
    record(): void {
      recorded = [];
    },
    /** What was noted since the last call. */
    take(): FetchCounts & { recorded: Fetch[] } {
      const taken = { ...counts, recorded: recorded ?? [] };
      counts = { fetches: 0, bytes: 0, seedless: 0 };
      recorded = undefined;
      return taken;
    },
  };
}
