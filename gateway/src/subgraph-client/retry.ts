import type { RequestKind } from '../executor/transport.ts';
import { CallFailure } from './call-failure.ts';
import { type Patience, whenOver } from './patience.ts';

/** A restarted subgraph closes all connections at once: those who come back are spread over this time. */
const MAX_PAUSE_MS = 50;

/**
 * Waits before a call is made once more because it found no connection: a read always, a mutation only when it was never
 * sent. Throws the error where it is not.
 */
export async function pauseBeforeRetry(kind: RequestKind, error: unknown, patience: Patience): Promise<void> {
  if (!mayRetry(kind, error)) throw error;
  await pause(Math.random() * MAX_PAUSE_MS, patience);
}

function mayRetry(kind: RequestKind, error: unknown): boolean {
  return error instanceof CallFailure && error.reason === 'unavailable' && (kind !== 'mutation' || error.isUnsent);
}

function pause(ms: number, patience: Patience): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    whenOver(patience, ({ reason, cause }) => {
      clearTimeout(timer);
      reject(new CallFailure(reason, cause, { isUnsent: true }));
    });
  });
}
