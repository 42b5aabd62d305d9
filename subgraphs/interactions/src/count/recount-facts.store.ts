import { uuids } from '@nexus/kit/array-params';
import type { Db } from '@nexus/kit/database';
import type { Progress } from '@nexus/kit/recount';
import { type SQL, sql } from 'drizzle-orm';
import { bookmarks } from '../tables/bookmarks.ts';
import { type ReactionKind, reactions, shares } from '../tables/facts.ts';
import { userRefs } from '../tables/projections.ts';

type Chunk = { personId: string; after: string | null; limit: number };
type Recounted<Change> = { changes: Change[]; progress: Progress };

export type ReactionChange = { targetId: string; kind: ReactionKind; isCounted: boolean };
export type BookmarkChange = { postId: string; isCounted: boolean };
export type ShareChange = { postId: string; isCounted: boolean };

/** Corrects `is_counted` of the next of somebody's reactions; returns those that changed. */
export async function recountReactions(tx: Db, chunk: Chunk): Promise<Recounted<ReactionChange>> {
  const page = await readPage(tx, sql`${reactions} where user_id = ${chunk.personId}`, {
    key: sql`target_id`,
    ...chunk,
  });
  const changes = await tx.execute<ReactionChange>(sql`
    update ${reactions} r set is_counted = not r.is_counted
    where r.user_id = ${chunk.personId} and r.target_id = any(${uuids(page)}) and r.is_counted <> ${isInUse(chunk)}
    returning r.target_id as "targetId", r.kind, r.is_counted as "isCounted"`);
  return { changes: [...changes], progress: endOf(page, chunk) };
}

/** The same for shares; those that were taken back are no change of any count. */
export async function recountShares(tx: Db, chunk: Chunk): Promise<Recounted<ShareChange>> {
  const page = await readPage(tx, sql`${shares} where actor_id = ${chunk.personId}`, { key: sql`post_id`, ...chunk });
  const rows = await tx.execute<ShareChange & { isShared: boolean }>(sql`
    update ${shares} s set is_counted = not s.is_counted
    where s.actor_id = ${chunk.personId} and s.post_id = any(${uuids(page)}) and s.is_counted <> ${isInUse(chunk)}
    returning s.post_id as "postId", s.is_shared as "isShared", s.is_counted as "isCounted"`);
  return { changes: rows.filter(({ isShared }) => isShared), progress: endOf(page, chunk) };
}

/** The same for bookmarks. */
export async function recountBookmarks(tx: Db, chunk: Chunk): Promise<Recounted<BookmarkChange>> {
  const page = await readPage(tx, sql`${bookmarks} where user_id = ${chunk.personId}`, { key: sql`post_id`, ...chunk });
  const changes = await tx.execute<BookmarkChange>(sql`
    update ${bookmarks} b set is_counted = not b.is_counted
    where b.user_id = ${chunk.personId} and b.post_id = any(${uuids(page)}) and b.is_counted <> ${isInUse(chunk)}
    returning b.post_id as "postId", b.is_counted as "isCounted"`);
  return { changes: [...changes], progress: endOf(page, chunk) };
}

async function readPage(tx: Db, facts: SQL, { key, after, limit }: Omit<Chunk, 'personId'> & { key: SQL }) {
  const beyond = after === null ? sql`` : sql`and ${key} > ${after}`;
  const rows = await tx.execute<{ key: string }>(sql`
    select ${key} as key from ${facts} ${beyond} order by ${key} limit ${limit}`);
  return rows.map((row) => row.key);
}

const isInUse = ({ personId }: Chunk): SQL => sql`exists (
  select from ${userRefs} where ${userRefs.id} = ${personId} and ${userRefs.state} = 'ACTIVE'
)`;

function endOf(page: readonly string[], { limit }: Chunk): Progress {
  const after = page.at(-1);
  return after === undefined || page.length < limit ? 'DONE' : { after };
}
