import type { Count } from '@nexus/kit/counters';
import type { PollVoteRow } from '../tables/content.ts';

/** The counters of a poll: who answered it, and who chose the option at a place. */
export const VOTERS = 'voters';
export const counterOfOption = (index: number): string => `option:${index}`;

/** By what an answer raises (1) or lowers (-1) the counts of its poll. */
export function countsOfVote({ pollId, choices }: Pick<PollVoteRow, 'pollId' | 'choices'>, value: 1 | -1): Count[] {
  return [VOTERS, ...choices.map(counterOfOption)].map((name) => ({ subjectId: pollId, name, value }));
}
