import type { Db } from '@nexus/kit/database';
import { sql } from 'drizzle-orm';
import { feedItems, itemRemovals } from '../tables/posts.ts';

const BATCH = 1_000;

/** Has the items of a post that is deleted in this transaction taken out of feeds later. */
export async function requestItemRemoval(tx: Db, postId: string): Promise<void> {
  await tx.insert(itemRemovals).values({ postId });
}

/** Takes the next thousand items of one deleted post out of feeds. Several processes may do so at once. */
export async function removeItems(db: Db): Promise<{ hasMore: boolean }> {
  const taken = await db.execute(sql`
    with taken as (
      select post_id from ${itemRemovals} order by post_id limit 1 for update skip locked
    ), erased as (
      -- An array, so that a thousand items are looked up by their key and the table is never read as a whole.
      delete from ${feedItems} where id = any(array(
        select id from ${feedItems} where post_id = (select post_id from taken) limit ${BATCH}
      )) returning 1
    ), done as (
      delete from ${itemRemovals}
      where post_id = (select post_id from taken) and (select count(*) from erased) < ${BATCH}
    )
    select post_id from taken`);
  return { hasMore: taken.length > 0 };
}
