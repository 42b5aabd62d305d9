import type { Services } from '@nexus/contracts/agreement';
import type { Db } from '@nexus/kit/database';
import { repeat } from '@nexus/kit/repeat';
import { deleteSettledSeriesOf } from '../analytics/fold-series.store.ts';
import { addScores } from '../comment/comment-score.store.ts';
import { countMany } from '../count/count.store.ts';
import type { CountChange } from '../count/count.ts';
import { deleteEngagement } from '../engagement/engagement.store.ts';
import { deleteImpressionsOf } from '../impression/impression.store.ts';
import { uncountReactions } from '../reaction/remove-reactions.service.ts';
import { deleteReactionsBelow, deleteReactionsTo } from '../reaction/remove-reactions.store.ts';
import { SHARE_CHANGED, toEvent } from '../share/share.service.ts';
import {
  deleteBookmarksOn,
  deleteLeaves,
  deleteThreadMutesOn,
  endRemoval,
  endSharesOf,
  type GoneComment,
  lockFreshRemoval,
  lockOldRemoval,
  noteFactsGone,
} from './remove-post.store.ts';

const REMOVE = { name: 'removing what hung on deleted posts', everyMs: 1_000 };
const PURGE = { name: 'removing comments on posts deleted long ago', everyMs: 60_000 };
const CHUNK = 500;
const KEEP_COMMENTS_DAYS = 30;

type Desk = Pick<Services, 'db' | 'events' | 'logger'>;

/**
 * Removes what hangs on deleted posts, which nobody sees any more, until stopped: reactions, shares, bookmarks and
 * impressions at once, comments after 30 days. Each chunk and its counts are one transaction, so it may be killed at any
 * moment.
 */
export function startRemovingPosts(desk: Desk): readonly (() => Promise<void>)[] {
  const { logger } = desk;
  return [
    repeat(() => removeFacts(desk), { ...REMOVE, logger }),
    repeat(() => desk.db.transaction(removeComments), { ...PURGE, logger }),
  ];
}

async function removeFacts({ db, events }: Desk): Promise<{ hasMore: boolean }> {
  return await db.transaction(async (tx) => {
    const postId = await lockFreshRemoval(tx);
    if (postId === undefined) return { hasMore: false };
    const gone = await removeReactions(tx, postId);
    if (gone === 0 && (await removeShares(tx, postId, events)) === 0 && (await removeKept(tx, postId)) === 0) {
      if ((await removeViews(tx, postId)) === 0) await endFacts(tx, postId);
    }
    return { hasMore: true };
  });
}

/** Those to the post itself first, then those to its comments. */
async function removeReactions(tx: Db, postId: string): Promise<number> {
  const toPost = await deleteReactionsTo(tx, postId, CHUNK);
  const gone = toPost.length > 0 ? toPost : await deleteReactionsBelow(tx, postId, CHUNK);
  await uncountReactions(tx, gone);
  const comments = gone.filter(({ targetId }) => targetId !== postId);
  await addScores(
    tx,
    comments.flatMap(({ targetId, total }) => Array<string>(total).fill(targetId)),
    -1,
  );
  return gone.length;
}

async function removeShares(tx: Db, postId: string, events: Services['events']): Promise<number> {
  const ended = await endSharesOf(tx, postId, CHUNK);
  // Nobody waits for posts to hear it: it hides the post already.
  const tell = events.teller(tx, []);
  for (const share of ended) await tell(SHARE_CHANGED, toEvent(share));
  const value = -ended.filter(({ isCounted }) => isCounted).length;
  await countMany(tx, [{ subjectId: postId, name: 'share', value }]);
  return ended.length;
}

/** What people keep of it for themselves: bookmarks, and then the wish to hear no more of it. */
async function removeKept(tx: Db, postId: string): Promise<number> {
  const { total, counted } = await deleteBookmarksOn(tx, postId, CHUNK);
  await countMany(tx, [{ subjectId: postId, name: 'bookmark', value: -counted }]);
  return total > 0 ? total : await deleteThreadMutesOn(tx, postId, CHUNK);
}

/** To whom it was shown, and what its series still say of those who are not known any more. */
async function removeViews(tx: Db, postId: string): Promise<number> {
  const gone = await deleteImpressionsOf(tx, postId, CHUNK);
  return gone > 0 ? gone : await deleteSettledSeriesOf(tx, postId);
}

async function endFacts(tx: Db, postId: string): Promise<void> {
  await deleteEngagement(tx, postId);
  await noteFactsGone(tx, postId);
}

/** Removes the next comments under a post deleted long ago. */
export async function removeComments(tx: Db): Promise<{ hasMore: boolean }> {
  const postId = await lockOldRemoval(tx, KEEP_COMMENTS_DAYS);
  if (postId === undefined) return { hasMore: false };
  const gone = await deleteLeaves(tx, postId, CHUNK);
  await countMany(tx, gone.flatMap(changesOf));
  const live = gone.filter(({ isPlaceholder }) => !isPlaceholder);
  await addScores(
    tx,
    live.map(({ parentId }) => parentId).filter((id) => id !== null),
    -1,
  );
  if (gone.length === 0) {
    // Whoever was folding a change of it when it was deleted may have noted it once more.
    await deleteEngagement(tx, postId);
    await endRemoval(tx, postId);
  }
  return { hasMore: true };
}

function changesOf({ postId, listId, isCounted, isPlaceholder }: GoneComment): CountChange[] {
  const direct: CountChange = { subjectId: listId, name: 'direct', value: -1 };
  if (isPlaceholder) return [direct, { subjectId: listId, name: 'placeholder', value: -1 }];
  return isCounted ? [direct, { subjectId: postId, name: 'comment', value: -1 }] : [];
}
