import type { Context } from '../context.ts';
import type { PollRow } from '../tables/content.ts';

/** An option of a poll, as it is shown. */
export type ShownOption = { poll: PollRow; index: number; text: string };

export const hasEnded = ({ endsAt }: PollRow): boolean => endsAt <= new Date();

/** A count of a poll; null for whom it could sway: who has not answered yet, while they can, and is not its author. */
export async function countOf(context: Context, poll: PollRow, counter: string): Promise<number | null> {
  if (!(await knowsResults(context, poll))) return null;
  const counts = await context.loaders.counts.load(poll.id);
  return counts.find(({ name }) => name === counter)?.value ?? 0;
}

async function knowsResults({ loaders, viewer }: Context, poll: PollRow): Promise<boolean> {
  if (hasEnded(poll) || poll.authorId === viewer?.id) return true;
  return (await loaders.voteOnPoll.load(poll.id)) !== null;
}
