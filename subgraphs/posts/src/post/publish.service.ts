import { changeCounts } from '@nexus/kit/counters';
import type { Db } from '@nexus/kit/database';
import { countsOf } from '../count/post-count.service.ts';
import { holdAuthors, requestRecountOf } from '../count/recount.store.ts';
import { insertEngagements } from '../engagement/engagement.store.ts';
import { insertPostItems } from '../feed/feed-item.store.ts';
import { insertHashtagItems } from '../hashtag/hashtag.store.ts';
import { counting } from '../tables/counts.ts';
import type { NewPost, PostRow } from '../tables/posts.ts';
import { insertPosts } from './post.store.ts';

type Publication = Omit<NewPost, 'isCounted'>;

/** Adds posts to all lists and counts they belong to; returns those that were not there yet. */
export async function publishPosts(tx: Db, written: readonly Publication[]): Promise<PostRow[]> {
  if (written.length === 0) return [];
  const authorIds = [...new Set(written.map(({ authorId }) => authorId))];
  const isOpen = await holdAuthors(tx, authorIds);
  const published = await insertPosts(
    tx,
    written.map((post) => ({ ...post, isCounted: post.visibility === 'PUBLIC' && isOpen.get(post.authorId) === true })),
  );
  if (published.length === 0) return published;
  // Of somebody who is not known yet nothing is counted until they are.
  await requestRecountOf(
    tx,
    authorIds.filter((id) => !isOpen.has(id)),
  );
  await insertPostItems(tx, published);
  await insertHashtagItems(tx, published);
  await insertEngagements(tx, published);
  await changeCounts(
    tx,
    counting,
    published.flatMap((post) => countsOf(post, 1)),
  );
  return published;
}
