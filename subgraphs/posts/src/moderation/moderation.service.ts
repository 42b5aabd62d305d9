import type { Moderation } from '@nexus/contracts/events';
import { changeCounts } from '@nexus/kit/counters';
import type { Db } from '@nexus/kit/database';
import { countsOf } from '../count/post-count.service.ts';
import { holdAuthors } from '../count/recount.store.ts';
import { updatePost } from '../post/post.store.ts';
import { counting } from '../tables/counts.ts';
import type { PostModeration, PostRow } from '../tables/posts.ts';
import { lockPost, takeOver } from './moderation.store.ts';

/** Takes over what moderators decided; posts follow it, and the counts they are part of. */
export async function moderate(tx: Db, moderations: readonly Moderation[]): Promise<void> {
  for (const decided of await takeOver(tx, moderations)) {
    const post = await lockPost(tx, decided.subjectId);
    if (post) await moderatePost(tx, post, decided);
  }
}

async function moderatePost(tx: Db, post: PostRow, decided: Moderation): Promise<void> {
  const moderation = moderationOf(decided);
  const { labels } = decided;
  if (moderation === post.moderation && labels.join() === post.labels.join()) return;
  const isOpen = (await holdAuthors(tx, [post.authorId])).get(post.authorId) === true;
  const isCounted = moderation !== 'REMOVED' && post.visibility === 'PUBLIC' && isOpen;
  const moderated = await updatePost(tx, post.id, { moderation, labels, isCounted });
  if (post.deletedAt) return;
  await changeCounts(tx, counting, [...countsOf(post, -1), ...countsOf(moderated, 1)]);
}

function moderationOf({ isRemoved, isLimited }: Moderation): PostModeration {
  if (isRemoved) return 'REMOVED';
  return isLimited ? 'LIMITED' : 'NONE';
}
