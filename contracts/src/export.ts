import { Readable } from 'node:stream';
import { z } from 'zod';
import type { SubgraphName } from './subgraph-names.ts';

/** What a copy of somebody's data is made of: a file of lines of JSON for each. */
export const EXPORT_PARTS = {
  users: [
    'account',
    'sessions',
    'former_handles',
    'following',
    'followers',
    'follow_requests',
    'blocks_and_mutes',
    'dismissed_suggestions',
    'lists',
    'muted_words',
    'label_preferences',
    'reports',
    'moderation_notices',
  ],
  posts: ['posts', 'drafts', 'poll_votes', 'followed_hashtags', 'feeds', 'unwanted_posts', 'fewer_from'],
  interactions: [
    'comments',
    'reactions',
    'shares',
    'bookmarks',
    'bookmark_collections',
    'muted_threads',
    'impressions',
  ],
} as const satisfies Record<SubgraphName, readonly string[]>;

export type ExportPart<Owner extends SubgraphName> = (typeof EXPORT_PARTS)[Owner][number];

/** The route by which a content subgraph gives a part of what it has of a person. */
export const EXPORT_PATH = '/internal/export';
export const exportQuestion = z.object({ userId: z.uuid(), part: z.string() });

/** The route by which users gives a finished copy to the gateway, for its owner. */
export const DOWNLOAD_PATH = '/internal/download-export';
export const downloadQuestion = z.object({ exportId: z.uuid(), userId: z.uuid() });

const PAGE = 500;

/** Reads what follows a row, or the beginning; at most as many rows as asked. */
export type FindPage<Row> = (page: { after: Row | undefined; limit: number }) => Promise<Row[]>;

/** All rows of a long list, a page at a time: only one is in memory. */
export async function* inPages<Row>(find: FindPage<Row>): AsyncGenerator<Row> {
  let after: Row | undefined;
  for (;;) {
    const rows = await find({ after, limit: PAGE });
    yield* rows;
    after = rows.at(-1);
    if (rows.length < PAGE) return;
  }
}

/** Rows as lines of JSON. */
export function toLines(rows: AsyncIterable<object>): Readable {
  return Readable.from(linesOf(rows));
}

async function* linesOf(rows: AsyncIterable<object>): AsyncGenerator<string> {
  for await (const row of rows) yield `${JSON.stringify(row)}\n`;
}
