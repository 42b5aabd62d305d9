import { sql } from 'drizzle-orm';

/** Series, their unfolded changes included, that are not what a recount of the facts gives. */
export const SERIES = sql`
  select concat_ws(' ', metric, subject_id, slot) as subject, 'kept ' || kept || ', really ' || truth as what
  from interactions.wrong_series`;

/** What is told of how many people did something with a live post, where it is not what they did. A busy one rests before. */
export const ENGAGEMENT = sql`
  with truth as (
    select r.post_id, 'reactors' as kind, r.user_id as person_id
    from interactions.reaction r where r.is_counted and r.target_id = r.post_id
    union all
    select distinct c.post_id, 'commenters', c.author_id
    from interactions.comment c where c.is_counted and c.author_id is not null
    union all
    select s.post_id, 'sharers', s.actor_id from interactions.share s where s.is_counted and s.is_shared
  ), counted as (
    select t.post_id, count(*) filter (where kind = 'reactors') as reactors,
      count(*) filter (where kind = 'commenters') as commenters, count(*) filter (where kind = 'sharers') as sharers
    from truth t join interactions.post_ref p on p.id = t.post_id and p.author_id <> t.person_id group by 1
  )
  select post_id as subject, concat_ws(' ', 'told', e.reactors, e.commenters, e.sharers, 'really',
    coalesce(c.reactors, 0), coalesce(c.commenters, 0), coalesce(c.sharers, 0)) as what
  from interactions.engagement e full join counted c using (post_id)
  join interactions.post_ref live on live.id = post_id and live.state = 'LIVE'
  where (e.rests_until is null or e.rests_until <= now()) and (coalesce(e.reactors, 0), coalesce(e.commenters, 0), coalesce(e.sharers, 0))
    <> (coalesce(c.reactors, 0), coalesce(c.commenters, 0), coalesce(c.sharers, 0))`;
