import type { Operation } from './operation.ts';

/**
 * What became of a request. `acked`: it has its effect. `refused`: it was told why not, so it has none. `unknown`: no
 * answer, or an internal error; it may have its effect, even later.
 */
export type Outcome = 'acked' | 'refused' | 'unknown';

export type Entry = {
  client: number;
  operation: Operation;
  /** In milliseconds of `performance.now()`. */
  sentAt: number;
  answeredAt: number;
  outcome: Outcome;
  /** The id of what was made, where something was. */
  id?: string | undefined;
  /** Why it was refused, or is not known. */
  reason?: string | undefined;
};

export const isRead = ({ operation }: Entry): boolean => 'read' in operation.effect;

/** The longest that requests of a kind had to wait for their answer, in milliseconds. */
export function slowest(entries: readonly Entry[]): number {
  return entries.reduce((longest, { sentAt, answeredAt }) => Math.max(longest, answeredAt - sentAt), 0);
}

/** How many requests were acknowledged in a span of time, per second. */
export function rateOf(entries: readonly Entry[], since: number, until: number): number {
  const acked = entries.filter(
    ({ outcome, answeredAt }) => outcome === 'acked' && answeredAt >= since && answeredAt < until,
  );
  return (acked.length * 1_000) / (until - since);
}
