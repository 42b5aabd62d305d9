import type { Db } from '@nexus/kit/database';
import { and, eq, getTableColumns, sql } from 'drizzle-orm';
import { rulesOfReading } from '../feed/feed-rules.store.ts';
import { followedBy } from '../feed/followed.store.ts';
import { feedItems, type HashtagRow, hashtagItems, hashtags, posts } from '../tables/posts.ts';

export type NewTopic = { hashtag: HashtagRow; postCount: number };
type Wanted = { viewerId: string; since: Date; until: Date; first: number };

/** The hashtags of posts that people whom the viewer follows published in a time, and that none of them used before. */
export function findNewTopics(db: Db, { viewerId, since, until, first }: Wanted): Promise<NewTopic[]> {
  const rules = rulesOfReading(viewerId);
  const [from, to] = [sql`${since.toISOString()}::timestamptz`, sql`${until.toISOString()}::timestamptz`];
  const usedBefore = sql`
    select from ${hashtagItems} join ${posts} on ${posts.id} = ${hashtagItems.postId}
    where ${and(
      sql`${hashtagItems.hashtagId} = recent.hashtag_id and ${hashtagItems.sortAt} < ${from}`,
      sql`${hashtagItems.authorId} = any(array(select actor_id from actor))`,
      rules.admitsPost,
    )}`;
  const topics = sql`(
    with actor as materialized (${followedBy(viewerId, rules)}),
    recent as (
      select tag.id as hashtag_id, count(*)::integer as post_count
      from actor
      join ${feedItems} on ${feedItems.actorId} = actor.actor_id and ${feedItems.kind} = 'POST'
        and ${feedItems.sortAt} >= ${from} and ${feedItems.sortAt} < ${to}
      join ${posts} on ${posts.id} = ${feedItems.postId}
      cross join unnest(${posts.hashtagIds}) as tag(id)
      where ${rules.admitsPost ?? sql`true`}
      group by tag.id
    )
    select * from recent where not exists (${usedBefore})
  ) as topic`;
  return db
    .select({ hashtag: getTableColumns(hashtags), postCount: sql<number>`topic.post_count` })
    .from(topics)
    .innerJoin(hashtags, eq(hashtags.id, sql`topic.hashtag_id`))
    .orderBy(sql`topic.post_count desc, ${hashtags.name} collate "C"`)
    .limit(first);
}
