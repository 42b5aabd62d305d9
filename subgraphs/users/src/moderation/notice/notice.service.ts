import { type Connection, encodePosition, readPage, toConnection } from '@nexus/kit/pagination';
import type { Context } from '../../context.ts';
import { findNotices, type NoticeRow } from './notice.store.ts';

type Asked = { userId: string; first?: number | null; after?: string | null };

/** A page of what moderators decided about the viewer and told them, the latest first. */
export async function listNotices({ db }: Context, { userId, ...pages }: Asked): Promise<Connection<NoticeRow>> {
  const page = readPage(pages);
  const rows = await findNotices(db, userId, page);
  return toConnection(rows, page, (row) => ({ cursor: encodePosition({ at: row.createdAt, id: row.id }), node: row }));
}
