import { blockedEitherWay } from '@nexus/contracts/projections/visibility';
import { type SQL, sql } from 'drizzle-orm';
import { comments, reactions, shares } from '../tables/facts.ts';
import { postRefs, relEdges } from '../tables/projections.ts';

/**
 * What series count of an author's posts and the author does not see: facts by people with whom they have a block either
 * way, and comments below theirs. As rows of a series, each to be taken off, of the posts and of the author. Who looked at a
 * post and who keeps it is told to nobody, so those stay: an author who blocks somebody must not see by how much they fall.
 */
export function hiddenFrom(authorId: string): SQL {
  return sql`
    select s.id as subject_id, f.metric, interactions.slot_of(f.at) as slot, -1 as value
    from (${factsHiddenFrom(authorId)}) as f(post_id, metric, at)
    join ${postRefs} own on own.id = f.post_id and own.author_id = ${authorId}
    cross join lateral (values (own.id), (own.author_id)) as s(id)`;
}

// An array and an offset keep the planner from joining otherwise: it thinks of people with blocks as many, and would read
// all that anybody ever did.
const byUnseen = (person: SQL) => sql`${person} = any(array(select id from unseen))`;
const each = (table: SQL) => sql`lateral (select * from ${table} offset 0)`;

function factsHiddenFrom(authorId: string): SQL {
  const columns = sql`c.id, c.post_id, c.author_id, c.is_counted, c.created_at`;
  return sql`
    with recursive unseen(id) as materialized (${blockedEitherWay(authorId, relEdges)}), thread as (
      select ${columns} from ${comments} c join ${postRefs} p on p.id = c.post_id and p.author_id = ${authorId}
      where ${byUnseen(sql`c.author_id`)}
      union
      select ${columns} from thread above, ${each(sql`${comments} where parent_id = above.id`)} c
    )
    select post_id, 'comment', created_at from thread where is_counted and author_id is not null
    union all
    select r.post_id, 'reaction', r.created_at from ${reactions} r
    where ${byUnseen(sql`r.user_id`)} and r.is_counted and r.target_id = r.post_id
    union all
    select s.post_id, 'share', s.shared_at from ${shares} s
    where ${byUnseen(sql`s.actor_id`)} and s.is_counted and s.is_shared`;
}
