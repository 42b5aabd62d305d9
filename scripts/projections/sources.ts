import { type SQL, sql } from 'drizzle-orm';

/** People who are being forgotten, or are: their copies are tombstones and go their own way. */
const FORGOTTEN = sql`(
  select user_id from users.deletion where begun_at is not null union all select id from users."user" where state = 'DELETED'
)`;

const remembered = (...people: readonly SQL[]): SQL =>
  sql.join(
    people.map((person) => sql`${person} not in ${FORGOTTEN}`),
    sql` and `,
  );

/** What an owner tells of its rows, and a copy keeps of it: the same columns of the same names. */
export type Source = {
  key: readonly string[];
  /** The owner's rows as a copy has them. */
  owned: SQL;
  /** What a copy keeps besides the key. */
  columns: readonly string[];
  /** Which rows of the copy must be the owner's. */
  counts: SQL;
  /** When a row of the copy lacks something beside it. */
  spoils?: SQL;
  /** What is to be deleted when nothing of the copy belongs to it: its table, and which rows. */
  leftovers?: { table: SQL; which: SQL };
};

/** Where each projection comes from: what is owned and what is copied is compared column by column. */
export const SOURCES = {
  user_ref: {
    key: ['id'],
    owned: sql`
      select id, handle::text, display_name, null::jsonb as avatar, is_verified, is_private, role, state, version
      from users."user" where ${remembered(sql`id`)}`,
    columns: ['handle', 'display_name', 'avatar', 'is_verified', 'is_private', 'role', 'state', 'version'],
    counts: remembered(sql`id`),
  },
  rel_edge: {
    key: ['source_id', 'target_id'],
    owned: sql`
      select source_id, target_id, is_following, followed_at, show_shares, notify_on_post, is_blocking, is_muting,
        muted_until, mutes_notifications, version
      from users.relationship where ${remembered(sql`source_id`, sql`target_id`)}`,
    columns: [
      'is_following',
      'followed_at',
      'show_shares',
      'notify_on_post',
      'is_blocking',
      'is_muting',
      'muted_until',
      'mutes_notifications',
      'version',
    ],
    counts: remembered(sql`source_id`, sql`target_id`),
  },
  list_member: {
    key: ['list_id', 'user_id'],
    owned: sql`select list_id, user_id, is_member, version from users.list_member where ${remembered(sql`user_id`)}`,
    columns: ['is_member', 'version'],
    // Of a list that was deleted and emptied the owner keeps nothing.
    counts: sql`is_member and ${remembered(sql`user_id`)}`,
  },
  list_ref: {
    key: ['id'],
    owned: sql`
      select id, owner_id, is_private, deleted_at is not null as is_deleted, version
      from users.list where ${remembered(sql`owner_id`)}`,
    columns: ['owner_id', 'is_private', 'is_deleted', 'version'],
    counts: sql`not is_deleted and ${remembered(sql`owner_id`)}`,
  },
  muted_words: {
    key: ['user_id'],
    owned: sql`select user_id, words, version from users.muted_words where ${remembered(sql`user_id`)}`,
    columns: ['words', 'version'],
    counts: remembered(sql`user_id`),
  },
  label_preferences: {
    key: ['user_id'],
    owned: sql`select user_id, preferences, version from users.label_preferences where ${remembered(sql`user_id`)}`,
    columns: ['preferences', 'version'],
    counts: remembered(sql`user_id`),
  },
  moderation_ref: {
    key: ['subject_id'],
    owned: sql`select subject_id, subject_kind, is_removed, is_limited, labels, version from users.moderation`,
    columns: ['subject_kind', 'is_removed', 'is_limited', 'labels', 'version'],
    counts: sql`true`,
  },
  post_ref: {
    key: ['id'],
    owned: sql`
      select id, author_id, visibility, list_id, comment_policy,
        case when deleted_at is null then 'LIVE' else 'DELETED' end as state, created_at, version
      from posts.post`,
    columns: ['author_id', 'visibility', 'list_id', 'comment_policy', 'state', 'created_at', 'version'],
    counts: sql`state = 'LIVE'`,
  },
  share_ref: {
    key: ['post_id', 'actor_id'],
    // Of what is not in feeds nothing need be known. When its item stands is the copy's own.
    owned: sql`
      select post_id, actor_id, id as share_id, is_shared, version from interactions.share
      where post_id in (select id from posts.post where deleted_at is null) and ${remembered(sql`actor_id`)}`,
    columns: ['share_id', 'is_shared', 'version'],
    counts: sql`
      is_shared and post_id in (select id from posts.post where deleted_at is null) and ${remembered(sql`actor_id`)}`,
    spoils: sql`copied.is_shared and not exists (select from posts.feed_item where id = copied.share_id)`,
    leftovers: {
      table: sql`posts.feed_item`,
      which: sql`kind = 'SHARE' and not exists (select from posts.share_ref where share_id = feed_item.id and is_shared)`,
    },
  },
  engagement: {
    key: ['post_id'],
    // Of a post with which nobody did anything yet, that as well: it has a rank.
    owned: sql`
      select p.id as post_id, coalesce(e.reactors, 0) as reactors, coalesce(e.commenters, 0) as commenters,
        coalesce(e.sharers, 0) as sharers, coalesce(e.version, 0) as version
      from posts.post p left join interactions.engagement e on e.post_id = p.id where p.deleted_at is null`,
    columns: ['reactors', 'commenters', 'sharers', 'version'],
    counts: sql`true`,
    spoils: sql`exists (
      select from posts.post p
      where p.id = copied.post_id and abs(copied.rank - extract(epoch from p.created_at)::double precision / 45000
        - log((1 + copied.reactors + 2 * copied.commenters + 3 * copied.sharers)::double precision)) > 1e-6)`,
  },
  discoverability: {
    key: ['user_id'],
    // Of whom nothing was ever hidden, nothing is told.
    owned: sql`
      select id as user_id, is_discoverable, hides_follow_graph, discoverability_version as version
      from users."user" where discoverability_version > 0 and ${remembered(sql`id`)}`,
    columns: ['is_discoverable', 'hides_follow_graph', 'version'],
    counts: remembered(sql`user_id`),
  },
} as const satisfies Record<string, Source>;

export type ProjectionName = keyof typeof SOURCES;

/** One projection in the schema of one subgraph. */
export type Copy = { name: ProjectionName; schema: 'posts' | 'interactions' };

export const COPIES: readonly Copy[] = [
  { name: 'user_ref', schema: 'posts' },
  { name: 'user_ref', schema: 'interactions' },
  { name: 'rel_edge', schema: 'posts' },
  { name: 'rel_edge', schema: 'interactions' },
  { name: 'list_member', schema: 'posts' },
  { name: 'list_member', schema: 'interactions' },
  { name: 'list_ref', schema: 'posts' },
  { name: 'muted_words', schema: 'posts' },
  { name: 'label_preferences', schema: 'posts' },
  { name: 'moderation_ref', schema: 'posts' },
  { name: 'moderation_ref', schema: 'interactions' },
  { name: 'post_ref', schema: 'interactions' },
  { name: 'share_ref', schema: 'posts' },
  { name: 'engagement', schema: 'posts' },
  { name: 'discoverability', schema: 'posts' },
];

/** The table of a copy. */
export const tableOf = ({ name, schema }: Copy): SQL => sql`${sql.identifier(schema)}.${sql.identifier(name)}`;

/** Columns, of one of two tables where both have them. */
export function columnsOf(columns: readonly string[], table?: 'owned' | 'copied'): SQL {
  const of = table === undefined ? sql`` : sql`${sql.identifier(table)}.`;
  return sql.join(
    columns.map((column) => sql`${of}${sql.identifier(column)}`),
    sql`, `,
  );
}
