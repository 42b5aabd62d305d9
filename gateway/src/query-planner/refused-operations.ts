import { hash } from 'node:crypto';
import type { PlanRequest } from './messages.ts';

const MAX_REMEMBERED = 1_000;
/** A busy machine makes an innocent operation slow; it gets another chance after this, in milliseconds. */
const REMEMBERED_MS = 5 * 60_000;

export type RefusedOperations = { add(request: PlanRequest): void; has(request: PlanRequest): boolean };

/** The operations that were too complex to plan, the latest ones and for a while. */
export function rememberRefused(): RefusedOperations {
  const until = new Map<string, number>();
  return {
    add(request) {
      const oldest = until.size < MAX_REMEMBERED ? undefined : until.keys().next().value;
      if (oldest !== undefined) until.delete(oldest);
      until.set(keyOf(request), performance.now() + REMEMBERED_MS);
    },
    has: (request) => until.size > 0 && (until.get(keyOf(request)) ?? 0) > performance.now(),
  };
}

const keyOf = ({ document, operationName = '' }: PlanRequest) => hash('sha256', `${operationName}\n${document}`);
