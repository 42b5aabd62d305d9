import type { Services } from '@nexus/contracts/agreement';
import { type ErasureStep, type Forgetting, inChunks } from '@nexus/contracts/projections/erasure/erase-people';
import { projectionSteps } from '@nexus/contracts/projections/erasure/erase-projections';
import { changeCounts } from '@nexus/kit/counters';
import type { Db } from '@nexus/kit/database';
import { countsOf } from '../count/post-count.service.ts';
import { countsOfVote } from '../poll/poll-count.ts';
import { snapshotOf } from '../post/post-snapshot.ts';
import { counting } from '../tables/counts.ts';
import { people, personErasures } from '../tables/projections.ts';
import { discoverySteps } from './erase-discovery.store.ts';
import {
  deleteBelow,
  deleteDrafts,
  deleteLabelPreferences,
  deleteMutedWords,
  deleteShareItems,
  deleteShareRefs,
  emptyPosts,
  takePostsOf,
  takeVotesOf,
  takeVotesOnPollsOf,
} from './erasure.store.ts';

/** How posts forgets a person: what they published, what they shared, what they would not read, what they follow, whom they knew. */
export const forgetting = (events: Services['events']): Forgetting => ({
  erasures: personErasures,
  progressed: 'posts.erasure.progressed.v1',
  steps: [
    eraseVotes(takeVotesOnPollsOf),
    erasePosts(events),
    eraseVotes(takeVotesOf),
    inChunks(deleteDrafts),
    inChunks(deleteShareItems),
    inChunks(deleteShareRefs),
    inChunks(deleteMutedWords),
    inChunks(deleteLabelPreferences),
    ...discoverySteps,
    ...projectionSteps(people),
  ],
});

/** Posts go as when their author deletes them, and what they said goes with them. */
const erasePosts = (events: Services['events']): ErasureStep =>
  inChunks(async (tx: Db, userId: string) => {
    const taken = await takePostsOf(tx, userId);
    if (taken.length === 0) return 0;
    const ids = taken.map(({ id }) => id);
    const live = taken.filter(({ deletedAt }) => deletedAt === null);
    await changeCounts(
      tx,
      counting,
      live.flatMap((post) => countsOf(post, -1)),
    );
    const emptied = new Map((await emptyPosts(tx, ids)).map((post) => [post.id, post]));
    await deleteBelow(tx, ids);
    const tell = events.teller(tx, []);
    for (const { id } of live) {
      const post = emptied.get(id);
      if (post) await tell('posts.post.erased.v1', snapshotOf(post));
    }
    return taken.length;
  });

/** Answers to polls are counted no longer. */
function eraseVotes(take: typeof takeVotesOf): ErasureStep {
  return inChunks(async (tx: Db, userId: string) => {
    const taken = await take(tx, userId);
    await changeCounts(
      tx,
      counting,
      taken.flatMap((vote) => countsOfVote(vote, -1)),
    );
    return taken.length;
  });
}
