import { encodeId, type IdKind } from '@nexus/contracts/ids';
import type { Viewer } from '@nexus/contracts/viewer';
import type { Sql } from 'postgres';

/** The number-th generated thing of a kind; the kinds that do not occur here have no number. */
const PREFIX: Partial<Record<IdKind, string>> = {
  user: '1',
  post: '2',
  comment: '3',
  reaction: '4',
  share: '5',
  bookmark: '6',
  collection: '7',
  viewer: '1',
};

const uuidOfNumber = (kind: IdKind, number: number) =>
  `${PREFIX[kind]}0000000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
export const idOfNumber = (kind: IdKind, number: number) => encodeId(kind, uuidOfNumber(kind, number));
export const viewerOfNumber = (number: number): Viewer => {
  const id = uuidOfNumber('user', number);
  return { id, sessionId: id };
};

const uuid = (kind: IdKind, number: string) =>
  `('${PREFIX[kind]}0000000-0000-7000-8000-' || lpad(to_hex((${number})::bigint), 12, '0'))::uuid`;
const moment = (number: string) => `timestamptz '2026-01-01' + (${number}) * interval '1 minute'`;
/** In the last two weeks: what is older is settled, and goes. */
const lately = (number: string) => `now() - (20000 - (${number})) * interval '1 minute'`;

/**
 * A busy place: 20,000 people and posts; 120,000 comments, of which 20,000 on post 1, 10,000 replies to comment 1 and
 * 20,000 by person 1; 120,000 reactions, of which 20,000 to post 1 and 20,000 by person 1; 30,000 shares, 20,000 of
 * post 1; 40,000 bookmarks, of which 20,000 of post 1 and 20,000 by person 1, in 50 collections; 20,000 muted threads of
 * person 1; 40,000 impressions, of which 20,000 of post 1 and 20,000 by person 1. Every twentieth person is suspended, 600
 * are blocked by or block person 1, every hundredth of the oldest comments is a placeholder.
 */
export async function fillWithACrowd(sql: Sql): Promise<void> {
  for (const statement of CROWD) await sql.unsafe(statement);
}

/** Rows lie on the disk as life writes them: next to each other is what happened at the same time elsewhere. */
const shuffled = (number: string) => `md5((${number})::text)`;

const isSuspended = (number: string) => `(${number}) % 20 = 7`;
const isPlaceholder = (number: string) => `(${number} <= 20000 and ${number} % 100 = 50)`;
const isInUse = (id: string) =>
  `exists (select from interactions.user_ref u where u.id = ${id} and u.state = 'ACTIVE')`;

const people = `insert into interactions.user_ref (id, handle, display_name, is_verified, state, version)
  select ${uuid('user', 'n')}, 'person' || n, 'Person ' || n, false, case when ${isSuspended('n')} then 'SUSPENDED' else 'ACTIVE' end, 1
  from generate_series(1, 20000) n`;
const follows = `insert into interactions.rel_edge (source_id, target_id, is_following, show_shares, version)
  select ${uuid('user', 'n')}, ${uuid('user', 'n % 100 + k')}, true, true, 1
  from generate_series(1, 20000) n, generate_series(1, 3) k`;
const blocks = `insert into interactions.rel_edge (source_id, target_id, is_following, show_shares, is_blocking, version)
  select ${uuid('user', '1')}, ${uuid('user', '5000 + 13 * n')}, false, true, true, 1 from generate_series(1, 300) n
  union all
  select ${uuid('user', '9001 + 13 * n')}, ${uuid('user', '1')}, false, true, true, 1 from generate_series(1, 300) n
  on conflict (source_id, target_id) do update set is_blocking = true`;
const posts = `insert into interactions.post_ref (id, author_id, visibility, state, created_at, version)
  select ${uuid('post', 'n')}, ${uuid('user', 'n % 1000 + 1')}, case n % 10 when 0 then 'FOLLOWERS' else 'PUBLIC' end,
    'LIVE', ${moment('n')}, 1
  from generate_series(1, 20000) n`;
const commenter = 'case when n > 100000 then 1 else n % 20000 + 1 end';
const comments = `insert into interactions.comment (id, post_id, parent_id, depth, author_id, text, score, created_at, state, is_counted)
  select ${uuid('comment', 'n')}, ${uuid('post', 'case when n <= 30000 then 1 else n % 20000 + 1 end')},
    case when n between 20001 and 30000 then ${uuid('comment', '1')} end, case when n between 20001 and 30000 then 1 else 0 end,
    case when not ${isPlaceholder('n')} then ${uuid('user', commenter)} end,
    case when not ${isPlaceholder('n')} then 'comment ' || n end, n % 50, ${moment('n')},
    case when ${isPlaceholder('n')} then 'DELETED' else 'VISIBLE' end,
    ${isPlaceholder('n')} or not ${isSuspended(commenter)}
  from generate_series(1, 120000) n order by ${shuffled('n')}`;
const reactions = `insert into interactions.reaction (id, user_id, target_id, post_id, kind, created_at, is_counted)
  select ${uuid('reaction', 'n')}, person, target, post, (array['LIKE', 'LOVE', 'WOW'])[n % 3 + 1], ${moment('n')}, ${isInUse('person')}
  from (
    select n, ${uuid('user', 'n')} as person, ${uuid('post', '1')} as target, ${uuid('post', '1')} as post
    from generate_series(1, 20000) n
    union all
    select n, ${uuid('user', '1')}, ${uuid('post', 'n - 20000 + 1')}, ${uuid('post', 'n - 20000 + 1')}
    from generate_series(20001, 39999) n
    union all
    select n, ${uuid('user', 'n % 19997 + 1')}, ${uuid('comment', 'n % 15000 + 1')}, ${uuid('post', '2')}
    from generate_series(40000, 120000) n
  ) as reacted order by ${shuffled('n')}`;
const shares = `insert into interactions.share (id, actor_id, post_id, shared_at, is_counted)
  select ${uuid('share', 'n')}, ${uuid('user', 'n')}, ${uuid('post', '1')}, ${moment('n')}, not ${isSuspended('n')}
  from generate_series(1, 20000) n
  union all
  select ${uuid('share', 'n')}, ${uuid('user', '1')}, ${uuid('post', 'n - 20000 + 1')}, ${moment('n')}, true
  from generate_series(20001, 30000) n
  order by 1`;
const collections = `insert into interactions.bookmark_collection (id, user_id, name)
  select ${uuid('collection', 'n')}, ${uuid('user', '1')}, 'collection ' || n from generate_series(1, 50) n`;
const bookmarks = `insert into interactions.bookmark (id, user_id, post_id, collection_id, created_at, is_counted)
  select ${uuid('bookmark', 'n')}, ${uuid('user', '1')}, ${uuid('post', 'n')}, ${uuid('collection', 'n % 50 + 1')}, ${moment('n')}, true
  from generate_series(1, 20000) n
  union all
  select ${uuid('bookmark', 'n + 20000')}, ${uuid('user', 'n')}, ${uuid('post', '1')}, null, ${moment('n')}, not ${isSuspended('n')}
  from generate_series(2, 20000) n
  order by 1`;
const mutes = `insert into interactions.thread_mute (user_id, post_id)
  select ${uuid('user', '1')}, ${uuid('post', 'n')} from generate_series(1, 20000) n`;
const counters = `insert into interactions.counter
  select target_id, 'reaction:' || kind, count(*) from interactions.reaction where is_counted group by target_id, kind
  union all select post_id, 'comment', count(*) from interactions.comment where is_counted and state <> 'DELETED' group by post_id
  union all select list_id, 'direct', count(*) from interactions.comment where is_counted group by list_id
  union all select list_id, 'placeholder', count(*) from interactions.comment where state = 'DELETED' group by list_id
  union all select post_id, 'share', count(*) from interactions.share where is_counted group by post_id
  union all select post_id, 'bookmark', count(*) from interactions.bookmark where is_counted group by post_id`;

const impressions = `insert into interactions.impression
  select ${uuid('post', 'n')}, ${uuid('user', '1')}, (${lately('n')})::date, 'HOME', null::integer, true, false, ${lately('n')}
  from generate_series(1, 20000) n
  union all
  select ${uuid('post', '1')}, ${uuid('user', 'n')}, (${lately('n')})::date, 'HOME', null::integer, true, n % 2 = 0, ${lately('n')}
  from generate_series(2, 20000) n`;
// Nobody counts along: what is there is counted at the end.
const silently = `set session_replication_role = replica`;
const series = `insert into interactions.series select * from interactions.recounted_series`;

const CROWD = [
  silently,
  people,
  follows,
  blocks,
  posts,
  comments,
  reactions,
  shares,
  collections,
  bookmarks,
  mutes,
  impressions,
  counters,
  series,
  'analyze',
];
