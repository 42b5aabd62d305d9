import { decodeId, encodeId } from '@nexus/contracts/ids';
import type { Viewer } from '@nexus/contracts/viewer';
import { newId } from '@nexus/kit/new-id';
import type postgres from 'postgres';

const FOLLOWED = 1_000;

/** The UUIDs of the crowd's people, posts, shares, hashtags, lists and feeds by number. */
type Kind = 1 | 2 | 3 | 4 | 5 | 6;
const uuid = (kind: Kind, number: number) => `0000000${kind}-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
const sqlUuid = (kind: Kind, number: string) =>
  `('0000000${kind}-0000-7000-8000-' || lpad(to_hex((${number})::bigint), 12, '0'))::uuid`;

/** Follows 1,000 people: those with the numbers 1 to 1,000. Mutes 50 of them and some words; 200 others have blocked them. */
export const reader: Viewer = { id: uuid(1, 0), sessionId: newId() };
export const userIds = (count: number) =>
  Array.from({ length: count }, (_, index) => encodeId('user', uuid(1, index + 1)));
export const postIds = (count: number) => Array.from({ length: count }, (_, index) => encodeId('post', uuid(2, index)));
/** Every third post has a medium. */
export const mediaIds = (count: number) =>
  Array.from({ length: count }, (_, index) => encodeId('media', uuid(2, 3 * index)));
export const hashtagIds = (count: number) =>
  Array.from({ length: count }, (_, index) => encodeId('hashtag', uuid(4, index)));

/** Posts that quote one which the reader may not see. */
export const quoteIds = (count: number) =>
  Array.from({ length: count }, (_, index) => encodeId('post', uuid(2, 1_063 + 1_000 * (index % 98))));
/** The first has 1,000 members, the others 50. */
export const listIds = (count: number) => Array.from({ length: count }, (_, index) => encodeId('list', uuid(5, index)));

/** The first hundred show the newest first, the others are ranked. */
export const feedIds = (count: number, first = 0) =>
  Array.from({ length: count }, (_, index) => encodeId('feed', uuid(6, first + index)));

/**
 * 100,000 people, of whom 2,000 do something: 50 follows each, 100,000 posts of which 99,000 quote one of the first
 * 1,000, 20,000 shares, 5,000 hashtags, 100 lists, and 100 revisions of 1,000 posts. Every third post has a poll with three
 * answers; each author's posts are a thread, and three of them pinned; 100 people have 500 drafts each. The reader follows 20 hashtags; there are 200 feeds of 3 hashtags, 30 people and a list. Every tenth account is private, every
 * fiftieth suspended.
 */
export async function generateCrowd(admin: postgres.Sql): Promise<void> {
  // Nobody looks after what each row refers to, or counts along: all of them are made together.
  await admin.unsafe(`
    set session_replication_role = replica;
    set search_path = posts;
    insert into user_ref (id, handle, display_name, is_verified, is_private, state, version)
      select ${sqlUuid(1, 'n')}, 'person_' || n, 'Person ' || n, false, n % 10 = 3,
        case n % 50 when 7 then 'SUSPENDED' else 'ACTIVE' end, 1
      from generate_series(0, 99999) n;
    insert into rel_edge (source_id, target_id, is_following, show_shares, version)
      select ${sqlUuid(1, 's')}, ${sqlUuid(1, 't')}, true, t % 10 <> 0, 1
      from generate_series(0, 1999) s, generate_series(0, 1999) t
      where s <> t and case s when 0 then t <= ${FOLLOWED} else (s * 7 + t * 13) % 40 = 0 end;
    update rel_edge set is_muting = true where source_id = '${reader.id}' and target_id::text ~ '[05af]0$';
    insert into rel_edge (source_id, target_id, is_following, show_shares, is_blocking, version)
      select ${sqlUuid(1, 't')}, '${reader.id}', false, true, true, 1 from generate_series(1001, 1200) t
      on conflict (source_id, target_id) do update set is_following = false, is_blocking = true;
    insert into muted_words (user_id, words, version)
      values ('${reader.id}', '[{"word": "something"}, {"word": "Tag17"}, {"word": "two words"}]', 1);
    insert into list_ref (id, owner_id, is_private, is_deleted, version)
      select ${sqlUuid(5, 'n')}, ${sqlUuid(1, '5')}, false, false, 1 from generate_series(0, 99) n;
    insert into list_member (list_id, user_id, is_member, version)
      select ${sqlUuid(5, 'l')}, ${sqlUuid(1, 'n')}, true, 1
      from generate_series(0, 99) l, generate_series(0, 999) n where l = 0 or n % 20 = l % 20;
    insert into hashtag (id, key, name) select ${sqlUuid(4, 'n')}, 'tag' || n, 'Tag' || n from generate_series(0, 4999) n;
    insert into post
      (id, author_id, text, facets, language, visibility, list_id, quoted_post_id, hashtag_ids, has_media, has_poll,
      thread_root_id, thread_index, is_counted, created_at)
      select ${sqlUuid(2, 'n')}, ${sqlUuid(1, 'n * 7919 % 2000')}, 'post ' || n, '[]',
        (array['en', 'en-GB', 'de', null])[1 + n % 4],
        case n / 7 % 10 when 7 then 'LIST' when 8 then 'FOLLOWERS' when 9 then 'ONLY_ME' else 'PUBLIC' end,
        case n / 7 % 10 when 7 then ${sqlUuid(5, '0')} end,
        case when n < 1000 then null when n % 2 = 0 then ${sqlUuid(2, '20')} else ${sqlUuid(2, 'n % 1000')} end,
        array[${sqlUuid(4, 'power(n % 1000 / 1000.0, 3) * 4999')}], n % 3 = 0, n % 3 = 0,
        ${sqlUuid(2, 'n % 2000')}, n / 2000,
        n / 7 % 10 < 7 and n * 7919 % 2000 % 10 <> 3 and n * 7919 % 2000 % 50 <> 7,
        timestamptz '2024-01-01' + n * interval '1 minute'
      from generate_series(0, 99999) n;
    update post set facets = jsonb_build_array(
      jsonb_build_object('start', 0, 'end', 4, 'userId', ${sqlUuid(1, '1')}),
      jsonb_build_object('start', 5, 'end', 6, 'hashtagId', hashtag_ids[1]));
    insert into media (id, post_id, position, kind, alt_text) select id, id, 0, 'IMAGE', 'a photo' from post where has_media;
    insert into feed_item (id, actor_id, kind, sort_at, post_id) select id, author_id, 'POST', created_at, id from post;
    insert into feed_item (id, actor_id, kind, sort_at, post_id)
      select ${sqlUuid(3, 'n')}, ${sqlUuid(1, 'n * 104729 % 2000')}, 'SHARE', created_at + interval '1 day', id
      from (select row_number() over (order by id) as n, id, created_at from post where visibility = 'PUBLIC') as shared
      where n % 4 = 0;
    insert into share_ref (post_id, actor_id, share_id, is_shared, sort_at, version)
      select post_id, actor_id, id, true, sort_at, 1 from feed_item where kind = 'SHARE';
    insert into hashtag_item (hashtag_id, sort_at, post_id, author_id) select hashtag_ids[1], created_at, id, author_id from post;
    insert into engagement (post_id, reactors, rank)
      select id, n % 50, log((1 + n % 50)::double precision) + extract(epoch from created_at) / 45000
      from (select row_number() over (order by id) as n, id, created_at from post) as ranked;
    insert into hashtag_follow (user_id, hashtag_id, followed_at)
      select '${reader.id}', ${sqlUuid(4, 'n * 7')}, now() from generate_series(0, 19) n;
    insert into custom_feed
      (id, owner_id, name, is_public, hashtag_keys, author_ids, list_ids, excluded_words, sort, created_at)
      select ${sqlUuid(6, 'n')}, ${sqlUuid(1, '5')}, 'feed', true, array['tag1', 'tag' || n, 'tag' || n * 2],
        array(select ${sqlUuid(1, 'n + a')} from generate_series(1, 30) a), array[${sqlUuid(5, 'n % 100')}],
        array['never', 'two words'], case when n < 100 then 'LATEST' else 'RANKED' end, now()
      from generate_series(0, 199) n;
    insert into hashtag_trend (hashtag_id, score) select ${sqlUuid(4, 'n')}, n from generate_series(0, 99) n;
    insert into post_revision (post_id, revision, text, created_at)
      select ${sqlUuid(2, 'n')}, revision, 'before', timestamptz '2024-01-01'
      from generate_series(0, 999) n, generate_series(1, 100) revision;
    insert into poll (id, post_id, author_id, options, is_multiple, ends_at)
      select id, id, author_id, array['yes', 'no'], false, '2100-01-01' from post where has_poll;
    insert into poll_vote (poll_id, voter_id, choices)
      select id, ${sqlUuid(1, 'n')}, array[n % 2] from poll, generate_series(0, 2) n;
    insert into pin (post_id, author_id) select id, author_id from post where thread_index in (0, 20, 40);
    insert into draft (id, user_id, content, scheduled_for, due_at)
      select gen_random_uuid(), ${sqlUuid(1, 'n % 100')},
        '{"text": "later", "isSensitive": false, "visibility": "PUBLIC", "commentPolicy": "EVERYONE", "quotePolicy": "EVERYONE"}',
        scheduled_for, scheduled_for
      from generate_series(0, 49999) n, lateral (
        select case when n / 100 % 5 = 0 then timestamptz '2100-01-01' + n * interval '1 minute' end as scheduled_for) as wish;
    insert into counter (subject_id, name, value) select author_id, 'posts:' || visibility, count(*) from post group by 1, 2;
    analyze`);
}

/** Has each of the posts shared by 20,000 people whom the reader does not follow. */
export async function shareWidely(admin: postgres.Sql, ids: readonly string[]): Promise<void> {
  const shared = ids.map((id) => decodeId('post', id));
  await admin`
    insert into posts.feed_item (id, actor_id, kind, sort_at, post_id)
      select gen_random_uuid(), gen_random_uuid(), 'SHARE', created_at + n * interval '1 second', id
      from posts.post, generate_series(1, 20000) n where id = any(${shared})`;
  await admin`
    insert into posts.share_ref (post_id, actor_id, share_id, is_shared, sort_at, version)
      select post_id, actor_id, id, true, sort_at, 1 from posts.feed_item where kind = 'SHARE' on conflict do nothing`;
  await admin`vacuum analyze posts.feed_item`;
}
