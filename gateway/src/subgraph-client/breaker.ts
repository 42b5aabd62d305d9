import { CallFailure } from './call-failure.ts';

/** A subgraph that failed at least so often within the window, and at least every second time, is left alone. */
const MIN_FAILURES = 10;
const WINDOW_MS = 10_000;
/** How long it is left alone; then one call tries it while all others are still refused. */
const OPEN_MS = 1_000;

/** Runs a call unless its subgraph has failed too often, which then is refused at once. */
export type Breaker = <Answer>(call: () => Promise<Answer>) => Promise<Answer>;

type Verdict = 'well' | 'failed' | 'unknown';

/**
 * A circuit breaker over the calls of one subgraph. Of our own because cockatiel's lets everybody wait for the trying
 * call, and takes one that its client abandoned for a success.
 */
export function createBreaker(): Breaker {
  let [calls, failures, windowStart] = [0, 0, 0];
  let openUntil: number | undefined;
  let isTrying = false;

  const admitTrial = (until: number) => {
    if (isTrying || performance.now() < until) {
      throw new CallFailure('unavailable', new Error('failed too often to be asked now'), { isUnsent: true });
    }
    isTrying = true;
  };
  const endTrial = (verdict: Verdict) => {
    isTrying = false;
    if (verdict === 'well') [openUntil, calls, failures] = [undefined, 0, 0];
    if (verdict === 'failed') openUntil = performance.now() + OPEN_MS;
  };
  const count = (verdict: Verdict) => {
    calls += 1;
    if (verdict !== 'failed') return;
    const now = performance.now();
    if (now - windowStart > WINDOW_MS) [windowStart, calls, failures] = [now, 1, 0];
    failures += 1;
    if (failures >= MIN_FAILURES && failures * 2 >= calls) openUntil ??= now + OPEN_MS;
  };

  return async (call) => {
    const isTrial = openUntil !== undefined;
    if (openUntil !== undefined) admitTrial(openUntil);
    const note = isTrial ? endTrial : count;
    try {
      const answer = await call();
      note('well');
      return answer;
    } catch (error) {
      note(saysNothing(error) ? 'unknown' : 'failed');
      throw error;
    }
  };
}

/** Whether a failure tells nothing of the subgraph: it was not asked, or its answer not awaited. */
const saysNothing = (error: unknown): boolean =>
  error instanceof CallFailure && (error.reason === 'abandoned' || error.reason === 'crowded');
