import { sql } from 'drizzle-orm';

/** Items of feeds that stand for no post or share, and posts and shares that have none. */
export const FEED_ITEMS = sql`
  with truth as (
    select id, 'POST' as kind, author_id as actor_id, id as post_id from posts.post where deleted_at is null
    union all
    select share_id, 'SHARE', actor_id, post_id from posts.share_ref
    where is_shared and post_id in (select id from posts.post where deleted_at is null)
  ), standing as (
    -- Those of a deleted post leave in the background; nobody sees them.
    select id, kind, actor_id, post_id from posts.feed_item
    where post_id in (select id from posts.post where deleted_at is null)
  )
  select id as subject, case when s is null then 'it has no item' else 'it is no ' || lower(kind) end as what
  from truth t full join standing s using (id, kind, actor_id, post_id)
  where t is null or s is null`;

/** What should be gone of people who are forgotten: each participant said that it was done. */
export const FORGOTTEN = sql`
  with gone as (
    select user_id as id from users.deletion where completed_at is not null
  )
  select gone.id as subject, what from gone, lateral (
    select 'users has a relationship' as what from users.relationship where source_id = gone.id
    union all select 'users has a session' from users.session where user_id = gone.id
    union all select 'users has an account' from users.account where user_id = gone.id and (email is not null or password_hash is not null)
    union all select 'users has a report' from users.report where reporter_id = gone.id
    union all select 'users has label preferences' from users.label_preferences where user_id = gone.id
    union all select 'users has evidence' from users.case_evidence where case_id in (select id from users.moderation_case where person_id = gone.id)
    union all select 'posts has label preferences' from posts.label_preferences where user_id = gone.id
    union all select 'posts has a post' from posts.post where author_id = gone.id and deleted_at is null
    union all select 'posts has a feed item' from posts.feed_item where actor_id = gone.id
    union all select 'posts has a draft' from posts.draft where user_id = gone.id
    union all select 'posts has an answer to a poll' from posts.poll_vote where voter_id = gone.id
    union all select 'posts has a poll' from posts.poll where author_id = gone.id
    union all select 'posts has a followed hashtag' from posts.hashtag_follow where user_id = gone.id
    union all select 'posts has a feed' from posts.custom_feed where owner_id = gone.id
    union all select 'posts has an unwanted post' from posts.disliked_post where user_id = gone.id
    union all select 'posts has an unwanted author' from posts.reduced_author where gone.id in (user_id, author_id)
    union all select 'posts has their discoverability' from posts.discoverability where user_id = gone.id
    union all select 'users has a dismissed suggestion' from users.suggestion_dismissal where gone.id in (user_id, target_id)
    union all select 'posts has a pin' from posts.pin where author_id = gone.id
    union all select 'posts has a relationship' from posts.rel_edge where gone.id in (source_id, target_id)
    union all select 'posts has a name' from posts.user_ref where id = gone.id and state <> 'DELETED'
    union all select 'interactions has a comment' from interactions.comment where author_id = gone.id
    union all select 'interactions has a reaction' from interactions.reaction where user_id = gone.id
    union all select 'interactions has a share' from interactions.share where actor_id = gone.id
    union all select 'interactions has a bookmark' from interactions.bookmark where user_id = gone.id
    union all select 'interactions has a collection' from interactions.bookmark_collection where user_id = gone.id
    union all select 'interactions has a muted thread' from interactions.thread_mute where user_id = gone.id
    union all select 'interactions has an impression' from interactions.impression where viewer_id = gone.id
    union all select 'interactions has a day' from interactions.active_day where user_id = gone.id
    union all select 'interactions has a relationship' from interactions.rel_edge where gone.id in (source_id, target_id)
    union all select 'interactions has a name' from interactions.user_ref where id = gone.id and state <> 'DELETED'
  ) as left_over`;
