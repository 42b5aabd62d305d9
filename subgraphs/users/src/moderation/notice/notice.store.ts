import type { Db } from '@nexus/kit/database';
import { isBefore } from '@nexus/kit/keyset';
import type { Page } from '@nexus/kit/pagination';
import { and, desc, eq, getTableColumns } from 'drizzle-orm';
import { type ActionRow, actions } from '../../tables/moderation.ts';

/** A decision as its person is told; `userId` says whose it is. */
export type NoticeRow = ActionRow & { userId: string };

/** One page of what was decided about somebody and told to them, the latest first. */
export function findNotices(db: Db, userId: string, { first, after }: Page): Promise<NoticeRow[]> {
  return db
    .select({ ...getTableColumns(actions), userId: actions.personId })
    .from(actions)
    .where(and(eq(actions.personId, userId), actions.isTold, isBefore([actions.createdAt, actions.id], after)))
    .orderBy(desc(actions.createdAt), desc(actions.id))
    .limit(first + 1);
}
