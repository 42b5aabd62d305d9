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
  { name: 'post_ref', schema: 'interactions' },
  { name: 'share_ref', schema: 'posts' },
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
