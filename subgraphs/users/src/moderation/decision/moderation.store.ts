import type { ContentLabel } from '@nexus/contracts/events';
import type { Db } from '@nexus/kit/database';
import { eq, sql } from 'drizzle-orm';
import { type CaseRow, type ModerationRow, moderations } from '../../tables/moderation.ts';

export type ModerationChange = { isRemoved?: boolean; isLimited?: boolean; labels?: ContentLabel[] };

/** What is decided of a subject so far, held until the transaction ends; as if nothing was where there is nothing yet. */
export async function lockModeration(tx: Db, { subjectKind, subjectId }: CaseRow): Promise<ModerationRow> {
  await tx.insert(moderations).values({ subjectKind, subjectId }).onConflictDoNothing();
  const [row] = await tx.select().from(moderations).where(eq(moderations.subjectId, subjectId)).for('update');
  if (!row) throw new Error('what was inserted is not there');
  return row;
}

/** Changes what is decided of a subject that the transaction holds. */
export async function updateModeration(tx: Db, subjectId: string, change: ModerationChange): Promise<ModerationRow> {
  const [row] = await tx
    .update(moderations)
    .set({ ...change, version: sql`${moderations.version} + 1` })
    .where(eq(moderations.subjectId, subjectId))
    .returning();
  if (!row) throw new Error('a held row is gone');
  return row;
}
