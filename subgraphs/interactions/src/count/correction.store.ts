import { blockedEitherWay } from '@nexus/contracts/projections/visibility';
import { uuids } from '@nexus/kit/array-params';
import type { Db } from '@nexus/kit/database';
import { type SQL, sql } from 'drizzle-orm';
import { bookmarks } from '../tables/bookmarks.ts';
import { recounts } from '../tables/counts.ts';
import { comments, reactions, shares } from '../tables/facts.ts';
import { relEdges, userRefs } from '../tables/projections.ts';
import { canViewAbove, keepsReplies } from '../visibility/thread.store.ts';
import { canViewPerson } from '../visibility/visibility.store.ts';

type ViewerId = string | undefined;

/** Whether stored counts may differ from what the viewer sees: they have a block, or somebody's facts are being recounted. */
export async function needsCorrection(db: Db, viewerId: ViewerId): Promise<boolean> {
  const [found] = await db.execute<{ doubt: boolean }>(sql`
    select exists (select from ${recounts}) or exists (${suspects(viewerId)}) as doubt`);
  return found?.doubt === true;
}

/** Whose facts may be counted and hidden, or not counted and shown, each once: blocks, recounts, and a viewer not known as in use. */
function suspects(viewerId: ViewerId): SQL {
  const recounted = sql`select distinct subject_id from ${recounts} where facts <> 'REPLIES'`;
  if (viewerId === undefined) return recounted;
  return sql`
    ${recounted}
    union
    ${blockedEitherWay(viewerId, relEdges)}
    union
    select ${viewerId}::uuid where not exists (
      select from ${userRefs} where ${userRefs.id} = ${viewerId} and ${userRefs.state} = 'ACTIVE'
    )`;
}

/**
 * By how much the stored counts of some posts and comments differ from what the viewer sees, as rows to be added: +1 for
 * each fact that shows and is not counted, -1 for each that is counted and hidden. Who keeps a post is told to nobody: a
 * bookmark counts whoever blocked whom, or a block would tell whose it was.
 */
export function corrections(subjectIds: readonly string[], viewerId: ViewerId): SQL {
  const subjects = uuids(subjectIds);
  const change = (isShown: SQL, isCounted: SQL) => sql`(${isShown})::integer - ${isCounted}::integer`;
  return sql`(
    with recursive suspect(id) as materialized (${suspects(viewerId)}),
    ${changedThreads(subjects, viewerId)}
    select r.target_id, 'reaction:' || r.kind, ${change(canViewPerson(sql`r.user_id`, viewerId), sql`r.is_counted`)}
    from ${reactions} r where r.user_id = ${anySuspect} and r.target_id = any(${subjects})
    union all
    select s.post_id, 'share', ${change(canViewPerson(sql`s.actor_id`, viewerId), sql`s.is_counted`)}
    from ${shares} s where s.actor_id = ${anySuspect} and s.post_id = any(${subjects}) and s.is_shared
    union all
    select b.post_id, 'bookmark', ${change(canViewPerson(sql`b.user_id`, undefined), sql`b.is_counted`)}
    from ${bookmarks} b where b.user_id = ${anySuspect} and b.post_id = any(${subjects})
    union all
    select subject_id, name, ${change(sql`t.is_shown`, sql`t.is_counted`)}
    from thread t, lateral (values (t.list_id, 'direct'), (t.post_id, 'comment')) as counted(subject_id, name)
    where t.author_id is not null and subject_id = any(${subjects})
  )`;
}

// An array, not a join: the index is entered once for each post or suspect, not for each pair of them.
const anySuspect = sql`any(array(select id from suspect))`;

// The offset keeps the planner from joining otherwise: it thinks of threads as long and would read all replies there are.
const each = (of: SQL) => sql`lateral (select * from ${comments} where ${of} offset 0)`;

/** Comments that suspects wrote or that are being recounted, and all below them. */
function changedThreads(subjects: SQL, viewerId: ViewerId): SQL {
  const columns = sql`c.id, c.parent_id, c.list_id, c.post_id, c.author_id, c.is_counted`;
  const isOpen = sql`(c.author_id is null or ${canViewPerson(sql`c.author_id`, viewerId)})`;
  return sql`
    post_of(id) as (
      select unnest(${subjects}) union select post_id from ${comments} where id = any(${subjects})
    ), root as (
      select ${columns} from post_of p, ${each(sql`post_id = p.id and author_id = ${anySuspect}`)} c
      union
      select ${columns} from ${recounts} m join ${comments} c on c.id = m.subject_id
      where m.facts = 'REPLIES' and c.post_id in (select id from post_of)
    ), thread as (
      select ${columns}, ${isOpen} and ${canViewAbove(sql`c.parent_id`, viewerId)} as is_shown from root c
      union
      select ${columns}, above.is_shown and ${isOpen} from thread above, ${each(sql`parent_id = above.id`)} c
    )`;
}

/** How many placeholders of each list keep something together for the viewer. */
export async function countShownPlaceholders(
  db: Db,
  listIds: readonly string[],
  viewerId: ViewerId,
): Promise<{ listId: string; count: number }[]> {
  const rows = await db.execute<{ listId: string; count: number }>(sql`
    select p.list_id as "listId", count(*)::integer as count from ${comments} p
    where p.list_id = any(${uuids(listIds)}) and p.state = 'DELETED'
      and ${keepsReplies(sql`p.id`, viewerId)}
    group by p.list_id`);
  return [...rows];
}
