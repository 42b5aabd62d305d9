import { blockedEitherWay } from '@nexus/contracts/projections/visibility';
import { type SQL, sql } from 'drizzle-orm';
import { impressions } from '../analytics-tables.ts';
import { bookmarks } from '../bookmark-tables.ts';
import { comments, postRefs, reactions, relEdges, shares } from '../tables.ts';

/**
 * What series count of an author's posts and the author does not see: facts by people with whom they have a block either
 * way, and comments below theirs. As rows of a series, each to be taken off, of the posts and of the author.
 */
export function hiddenFrom(authorId: string): SQL {
  return sql`
    select s.id as subject_id, f.metric, interactions.slot_of(f.at) as slot, -1 as value
    from (${factsHiddenFrom(authorId)}) as f(post_id, metric, at)
    join ${postRefs} own on own.id = f.post_id and own.author_id = ${authorId}
    cross join lateral (values (own.id), (own.author_id)) as s(id)`;
}

function factsHiddenFrom(authorId: string): SQL {
  const columns = sql`c.id, c.post_id, c.author_id, c.is_counted, c.created_at`;
  return sql`
    with recursive unseen(id) as materialized (${blockedEitherWay(authorId, relEdges)}), thread as (
      select ${columns} from unseen join ${comments} c on c.author_id = unseen.id
      join ${postRefs} p on p.id = c.post_id and p.author_id = ${authorId}
      union
      select ${columns} from thread above join ${comments} c on c.parent_id = above.id
    )
    select post_id, 'comment', created_at from thread where is_counted and author_id is not null
    union all
    select r.post_id, 'reaction', r.created_at from unseen join ${reactions} r on r.user_id = unseen.id
    where r.is_counted and r.target_id = r.post_id
    union all
    select s.post_id, 'share', s.shared_at from unseen join ${shares} s on s.actor_id = unseen.id
    where s.is_counted and s.is_shared
    union all
    select b.post_id, 'bookmark', b.created_at from unseen join ${bookmarks} b on b.user_id = unseen.id where b.is_counted
    union all
    select i.post_id, kind.metric, i.seen_at from unseen join ${impressions} i on i.viewer_id = unseen.id
    cross join lateral (
      values ('impression', true), ('viewer', i.is_first), ('follower_impression', i.is_by_follower)
    ) as kind(metric, counts) where kind.counts`;
}
