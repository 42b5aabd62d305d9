import type { Count } from '@nexus/kit/counters';
import type { ReactionKind } from '../tables/facts.ts';

/**
 * What is counted, of a post or a comment:
 * `comment` the live comments of a post's whole thread, `direct` the rows of the list below it, `placeholder` those of
 * them that are placeholders, `share` the people who share it, `bookmark` those who keep it, `reaction:…` the reactions
 * of a kind. Facts that nobody sees because an account is not in use (`is_counted`) are left out; placeholders never are.
 */
export type CounterName = 'comment' | 'direct' | 'placeholder' | 'share' | 'bookmark' | ReactionCounter;
type ReactionCounter = `reaction:${ReactionKind}`;

export type CountChange = { subjectId: string; name: CounterName; value: number };
export type ReactionTally = { kind: ReactionKind; count: number };

export const reactionCounter = (kind: ReactionKind): ReactionCounter => `reaction:${kind}`;

/** One count of a subject; what was never counted is 0. */
export function countOf(counts: readonly Count[], name: CounterName): number {
  return counts.find((count) => count.name === name)?.value ?? 0;
}

/** How many replies or comments of a list are live. */
export function liveCountOf(counts: readonly Count[]): number {
  return countOf(counts, 'direct') - countOf(counts, 'placeholder');
}

/** How many reactions a subject has: of one kind, or of all. */
export function reactionCountOf(counts: readonly Count[], kind?: ReactionKind): number {
  if (kind !== undefined) return countOf(counts, reactionCounter(kind));
  return tallyOf(counts).reduce((sum, tally) => sum + tally.count, 0);
}

/** Reactions by kind, the most frequent first; of equals the alphabet decides. */
export function tallyOf(counts: readonly Count[]): ReactionTally[] {
  return KINDS.map((kind) => ({ kind, count: countOf(counts, reactionCounter(kind)) }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count);
}

const KINDS: readonly ReactionKind[] = ['ANGRY', 'LAUGH', 'LIKE', 'LOVE', 'SAD', 'WOW'];
