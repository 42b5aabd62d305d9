import { requireViewer } from '@nexus/contracts/agreement';
import { changeCounts } from '@nexus/kit/counters';
import type { Db } from '@nexus/kit/database';
import { conflict, invalid, notFound } from '@nexus/kit/errors';
import { transact } from '@nexus/kit/transact';
import type { Context } from '../context.ts';
import type { PollRow } from '../tables/content.ts';
import { counting } from '../tables/counts.ts';
import { findPollToAnswer, findVotes, insertVote } from './poll.store.ts';
import { countsOfVote } from './poll-count.ts';
import { hasEnded } from './shown-poll.ts';

/**
 * Answers a poll for the viewer; CONFLICT when it has ended, or they answered otherwise before. The same answer given
 * again changes nothing.
 */
export async function votePoll(context: Context, pollId: string, asked: readonly number[]): Promise<PollRow> {
  const viewer = requireViewer(context);
  return await transact(context, async (tx) => {
    const poll = await findPollToAnswer(tx, pollId, viewer.id);
    if (!poll) throw notFound('The poll', 'input.pollId');
    const vote = { pollId, voterId: viewer.id, choices: readChoices(asked, poll) };
    if (await isGiven(tx, vote)) return poll;
    if (hasEnded(poll)) throw conflict('This poll has ended.', 'input.pollId');
    if (!(await insertVote(tx, vote))) throw conflict('You have answered this poll.', 'input.choices');
    await changeCounts(tx, counting, countsOfVote(vote, 1));
    return poll;
  });
}

type Vote = { pollId: string; voterId: string; choices: number[] };

async function isGiven(tx: Db, { pollId, voterId, choices }: Vote): Promise<boolean> {
  const [given] = await findVotes(tx, [pollId], voterId);
  return given !== undefined && given.choices.join() === choices.join();
}

/** Places of options in their order; BAD_USER_INPUT where there is no such option, or too many are chosen. */
function readChoices(asked: readonly number[], { options, isMultiple }: PollRow): number[] {
  const path = 'input.choices';
  const choices = [...new Set(asked)].sort((one, other) => one - other);
  if (choices.some((index) => index < 0 || index >= options.length)) throw invalid(path, 'There is no such answer.');
  if (choices.length === 0) throw invalid(path, 'Choose an answer.');
  if (choices.length > 1 && !isMultiple) throw invalid(path, 'Only one answer of this poll can be chosen.');
  return choices;
}
